import type { EntityManager } from 'typeorm';
import { type Database, insertRows, type Transaction } from '#shared/database.ts';
import { eventsAfter } from '#shared/event-log.ts';
import { type AgreementEventFacts, toldChange } from '../../domain/agreement-event.ts';
import { WebhookPaused } from '../../domain/notices/happening.ts';
import type { DeadLetter, Webhook } from '../../domain/webhooks/webhook.ts';
import type { ClaimedEvent, WebhookDesk } from '../../domain/webhooks/webhook-desk.ts';
import type { SettledWebhook } from '../../domain/webhooks/webhook-settlement.ts';
import { moveReader, unreadBy } from '../notices/log-reading.ts';
import { systems } from '../system-tables.ts';
import { deadLetters, systemEvents, webhooks } from './webhook-tables.ts';

const READER = 'systems';
const MOST_AT_ONCE = 100;

/** The cursor behind a position, as the feed gives it. */
export type CursorBehind = (manager: EntityManager, position: number) => Promise<string>;

/** The webhooks as they are kept. */
export function webhookDesk(database: Database, newId: () => string, cursorBehind: CursorBehind): WebhookDesk {
  const { read, clock: now } = database;
  const within = async <T>(work: (transaction: Transaction) => Promise<T>): Promise<T> => (await database.transaction(work)).result;
  return {
    now,
    newId,
    noteEvents: async () => {
      const { events, ...page } = await read((manager) => unreadBy(manager, READER));
      if (page.upTo === page.after) return false;
      const noted = events.flatMap((event) =>
        toldChange({ ...event, cursor: '' }).map(({ facts }) => ({ system: facts.system, position: event.position })),
      );
      await within(async (transaction) => {
        if (await moveReader(transaction.manager, READER, page)) await insertRows(transaction, systemEvents, noted);
      });
      return true;
    },
    due: () => read((manager) => due(manager, now())),
    claim: (system, claim, until) => within(({ manager }) => claimNext(manager, system, { claim, until, now: now() }, cursorBehind)),
    settle: (webhook, settled, dead) => within((transaction) => settle(transaction, webhook, { settled, dead }, cursorBehind)),
  };
}

async function due(manager: EntityManager, now: number): Promise<string[]> {
  const found = await manager
    .createQueryBuilder(webhooks, 'w')
    .select('w.system', 'system')
    .where("w.state = 'ACTIVE' AND w.dueAt <= :now", { now })
    .andWhere('EXISTS (SELECT 1 FROM system_event e WHERE e.system = w.system AND e.position > w.position)')
    .orderBy('w.dueAt')
    .limit(MOST_AT_ONCE)
    .getRawMany<{ system: string }>();
  return found.map(({ system }) => system);
}

/** Takes the next event of a system for one try: whoever else looks meanwhile finds nothing due. */
async function claimNext(
  manager: EntityManager,
  system: string,
  { claim, until, now }: { claim: string; until: number; now: number },
  cursorBehind: CursorBehind,
): Promise<ClaimedEvent | undefined> {
  const standing = await manager.createQueryBuilder(webhooks, 'w').where('w.system = :system', { system }).getOne();
  if (!standing) return undefined;
  const next = await manager
    .createQueryBuilder(systemEvents, 'e')
    .where('e.system = :system AND e.position > :position', { system, position: standing.position })
    .orderBy('e.position')
    .limit(1)
    .getOne();
  if (!next) return undefined;
  const taken = await manager
    .createQueryBuilder()
    .update(webhooks)
    .set({ claim, dueAt: until, tries: () => 'tries + 1' })
    .where({ system, state: 'ACTIVE', claim: standing.claim, position: standing.position })
    .andWhere('dueAt <= :now', { now })
    .execute();
  if (taken.affected !== 1) return undefined;
  const [event] = await eventsAfter<AgreementEventFacts>(manager, next.position - 1, next.position, 1);
  const [change] = event ? toldChange({ ...event, cursor: await cursorBehind(manager, next.position) }) : [];
  const webhook: Webhook = { ...standing, claim, dueAt: until, tries: standing.tries + 1 };
  return { webhook, position: next.position, id: event?.hash.slice(0, 32) ?? '', change };
}

async function settle(
  transaction: Transaction,
  { system, claim, state }: Webhook,
  { settled, dead }: { settled: SettledWebhook; dead: Omit<DeadLetter, 'replayAfter'> | undefined },
  cursorBehind: CursorBehind,
): Promise<void> {
  const { hasDied: _, ...standing } = settled;
  const { manager, record } = transaction;
  const kept = await manager.update(webhooks, { system, claim }, standing);
  if (kept.affected !== 1) return;
  if (dead)
    await manager.upsert(deadLetters, { ...dead, replayAfter: await cursorBehind(manager, dead.position - 1) }, ['system', 'position']);
  if (settled.state === state) return;
  const known = await manager.createQueryBuilder(systems, 's').where('s.id = :system', { system }).getOneOrFail();
  record({ kind: WebhookPaused, actor: 'agreements', subject: system, facts: { system, supplier: known.supplier } });
}
