import type { Actor } from '#shared/actor.ts';
import type { Webhook } from '../../domain/webhooks/webhook.ts';
import type { WebhookBook } from '../../domain/webhooks/webhook-book.ts';
import { afresh, keepingWebhook } from './keeping-system.ts';

/** Sends everything behind a position, in order, once more or at last; what was given up there is tried again. */
export async function replayWebhook(book: WebhookBook, actor: Actor, told: { system: string; after: number }): Promise<Webhook> {
  const { system, webhook } = await keepingWebhook(book, actor, told.system);
  const replayed: Webhook = { ...webhook, ...afresh, position: told.after, dueAt: book.at };
  await book.put(replayed);
  await book.revive(system.id, told.after);
  book.tell('WebhookReplayed', system, actor);
  return replayed;
}
