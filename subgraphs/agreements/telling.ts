import type { Actor } from '#shared/actor.ts';
import type { Database } from '#shared/database.ts';
import { describeFault } from '#shared/fault-log.ts';
import { everySoOften, type Repeated } from '#shared/every-so-often.ts';
import { cursorBehind } from '#shared/feed.ts';
import type { Log } from '#shared/present-error.ts';
import { noticeDesk } from './database/notices/notice-desk.ts';
import { noticeReader } from './database/notices/notice-reader.ts';
import { webhookDesk } from './database/webhooks/webhook-desk.ts';
import { webhookReader } from './database/webhooks/webhook-reader.ts';
import type { Telling } from './graphql/telling.ts';
import { deliverMails } from './jobs/deliver-mails.ts';
import { webhookRounds } from './jobs/deliver-webhooks.ts';
import { keepNotices } from './jobs/keep-notices.ts';
import { tellNotices } from './jobs/tell-notices.ts';
import { smtpPost } from './outside/mail.ts';
import { timeOrderedId } from './outside/time-ordered-id.ts';
import { webhookCall } from './outside/webhook.ts';
import { keptWebhookKey, webhookSecrets } from './outside/webhook-secrets.ts';
import { tellingActs } from './telling-acts.ts';
import { quietly, type TellingConfig, type WebhookConfig } from './telling-config.ts';

const EVERY_SECOND = 1_000;
/** How long a letter under way is waited for when the process ends. */
const PATIENCE = 5_000;

interface Ground {
  readonly database: Database;
  readonly every: number;
  readonly report: (fault: unknown) => void;
}

/** Tells people and systems of what happens, as long as it runs. */
export function startTelling(database: Database, told: TellingConfig | undefined, log: Log) {
  const config = told ?? quietly;
  if (told && !told.mail) log.info({ missing: 'SMTP_URL' }, 'no mail server is set up: notices wait');
  const ground = {
    database,
    every: config.lookEvery ?? EVERY_SECOND,
    report: (fault: unknown) => log.error(describeFault(fault), 'telling'),
  };
  const webhooks = config.webhooks && prepared(config.webhooks);
  const jobs = [tellPeople(ground, config), ...(webhooks ? [tellSystems(ground, webhooks)] : [])];
  const readers = { notices: noticeReader(database, config.mail !== undefined), webhooks: webhookReader(database, cursorBehind) };
  return {
    for: (actor: Actor): Telling => ({ ...tellingActs(database, actor, webhooks), ...readers }),
    stop: async () => void (await Promise.all(jobs.map((job) => job.stop()))),
  };
}

/** By e-mail. */
function tellPeople({ database, every, report }: Ground, { mail, publicUrl, digestHour }: TellingConfig): Repeated {
  const desk = noticeDesk(database, timeOrderedId);
  const planning = { digestHour, host: new URL(publicUrl).hostname };
  const post = mail && smtpPost(mail);
  const jobs = [
    everySoOften(every, (stopped) => tellNotices(desk, planning, stopped), report),
    everySoOften(every * 30, () => keepNotices(desk), report),
    ...(post
      ? [everySoOften(every, async (stopped) => void (await deliverMails(desk, { post, publicUrl, chance: Math.random }, stopped)), report)]
      : []),
  ];
  return {
    stop: async () => {
      const impatient = setTimeout(() => post?.close(), PATIENCE);
      await Promise.all(jobs.map((job) => job.stop()));
      clearTimeout(impatient);
      post?.close();
    },
  };
}

/** By webhook. */
function tellSystems({ database, every, report }: Ground, { secrets, allowsLoopback }: ReturnType<typeof prepared>): Repeated {
  const calling = { call: webhookCall({ allowsLoopback }), sign: secrets.sign, chance: Math.random };
  const rounds = webhookRounds(webhookDesk(database, timeOrderedId, cursorBehind), calling, report);
  const job = everySoOften(every, rounds.begin, report);
  return {
    stop: async () => {
      await job.stop();
      await rounds.end();
    },
  };
}

const prepared = ({ keyFile, isTrial }: WebhookConfig) => ({
  secrets: webhookSecrets(keptWebhookKey(keyFile, { mayMake: isTrial })),
  allowsLoopback: isTrial,
});
