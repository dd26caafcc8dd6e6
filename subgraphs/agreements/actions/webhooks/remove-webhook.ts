import type { Actor } from '#shared/actor.ts';
import type { SupplierSystem } from '../../domain/systems/system.ts';
import type { WebhookBook } from '../../domain/webhooks/webhook-book.ts';
import { keepingWebhook } from './keeping-system.ts';

/** Takes a webhook away, with what it could not deliver; nothing is sent any more. */
export async function removeWebhook(book: WebhookBook, actor: Actor, id: string): Promise<SupplierSystem> {
  const { system } = await keepingWebhook(book, actor, id);
  await book.remove(id);
  await book.revive(id, 0);
  book.tell('WebhookRemoved', system, actor);
  return system;
}
