import type { Actor } from '#shared/actor.ts';
import type { Webhook } from '../../domain/webhooks/webhook.ts';
import type { WebhookBook } from '../../domain/webhooks/webhook-book.ts';
import { keepingWebhook } from './keeping-system.ts';

/** Gives a webhook a new secret; all that is sent from now on is signed by it. */
export async function rotateWebhookSecret(book: WebhookBook, actor: Actor, id: string): Promise<Webhook> {
  const { system, webhook } = await keepingWebhook(book, actor, id);
  const rotated: Webhook = { ...webhook, salt: book.newId() };
  await book.put(rotated);
  book.tell('WebhookSecretRotated', system, actor);
  return rotated;
}
