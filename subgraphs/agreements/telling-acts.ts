import type { Actor } from '#shared/actor.ts';
import { conduct } from '#shared/conduct.ts';
import type { Database, Transaction } from '#shared/database.ts';
import { positionBehind } from '#shared/feed.ts';
import { refuse } from '#shared/refusal.ts';
import { addRecipient } from './actions/notices/add-recipient.ts';
import { removeRecipient } from './actions/notices/remove-recipient.ts';
import { removeWebhook } from './actions/webhooks/remove-webhook.ts';
import { replayWebhook } from './actions/webhooks/replay-webhook.ts';
import { rotateWebhookSecret } from './actions/webhooks/rotate-webhook-secret.ts';
import { setWebhook } from './actions/webhooks/set-webhook.ts';
import { recipientsIn } from './database/notices/recipient-book.ts';
import { webhooksIn } from './database/webhooks/webhook-book.ts';
import type { RecipientBook } from './domain/notices/recipient-book.ts';
import type { WebhookBook } from './domain/webhooks/webhook-book.ts';
import type { Telling } from './graphql/telling.ts';
import { mayBeNamed } from './outside/public-address.ts';
import { timeOrderedId } from './outside/time-ordered-id.ts';
import type { WebhookSecrets } from './outside/webhook-secrets.ts';

/** What webhooks go by where there are any. */
interface Webhooks {
  readonly secrets: WebhookSecrets;
  readonly allowsLoopback: boolean;
}

/** The acts on who is told, as this actor. */
export function tellingActs(database: Database, actor: Actor, webhooks: Webhooks | undefined): Omit<Telling, 'notices' | 'webhooks'> {
  const act = <Result>(name: string, input: unknown, work: (transaction: Transaction) => Promise<Result>) =>
    conduct(database, { actor: actor.id, act: name, input }, work);
  const onRecipients = <Result>(name: string, input: unknown, work: (book: RecipientBook) => Promise<Result>) =>
    act(name, input, (transaction) => work(recipientsIn(transaction, timeOrderedId)));
  const onWebhooks = <Result>(name: string, input: unknown, work: (book: WebhookBook, webhooks: Webhooks) => Promise<Result>) => {
    const ready = webhooks ?? refuse('UNAVAILABLE', 'No webhooks are set up here: WEBHOOK_KEY names no key.');
    return act(name, input, (transaction) => work(webhooksIn(transaction, timeOrderedId), ready));
  };
  return {
    addRecipient: (told) => onRecipients('addNoticeRecipient', told, (book) => addRecipient(book, actor, told)),
    removeRecipient: (id) => onRecipients('removeNoticeRecipient', id, (book) => removeRecipient(book, actor, id)),
    setWebhook: (told) =>
      onWebhooks('setWebhook', told, async (book, { secrets, allowsLoopback }) => {
        const { webhook, isNew } = await setWebhook(book, actor, told, { allowsLoopback, mayBeReached: mayBeNamed });
        return { webhook: webhook.system, secret: isNew ? secrets.secretOf(webhook) : null };
      }),
    rotateWebhookSecret: (system) =>
      onWebhooks('rotateWebhookSecret', system, async (book, { secrets }) => {
        const webhook = await rotateWebhookSecret(book, actor, system);
        return { webhook: system, secret: secrets.secretOf(webhook) };
      }),
    removeWebhook: (system) => onWebhooks('removeWebhook', system, (book) => removeWebhook(book, actor, system)),
    replayWebhook: async ({ system, after: cursor }) => {
      const after = await database.read((manager) => positionBehind(manager, cursor));
      return onWebhooks('replayWebhook', { system, after }, async (book) => {
        await replayWebhook(book, actor, { system, after });
        return { webhook: system, secret: null };
      });
    },
  };
}
