import type { Actor } from '#shared/actor.ts';
import type { Webhook } from '../../domain/webhooks/webhook.ts';
import type { WebhookBook } from '../../domain/webhooks/webhook-book.ts';
import { judgeUrl, type WebhookGround } from '../../domain/webhooks/webhook-url.ts';
import { afresh, keepingSystem } from './keeping-system.ts';

export interface SetWebhook {
  readonly system: string;
  readonly url: string;
}

/** Sets where a system is told from now on; one that is there gets the address, and goes on where it stood. */
export async function setWebhook(
  book: WebhookBook,
  actor: Actor,
  told: SetWebhook,
  ground: WebhookGround,
): Promise<{ webhook: Webhook; isNew: boolean }> {
  const system = await keepingSystem(book, actor, told.system);
  const url = judgeUrl(told.url, ground);
  const standing = await book.lock(system.id);
  const webhook: Webhook = {
    ...(standing ?? { system: system.id, salt: book.newId(), position: await book.end(), deliveredAt: null }),
    ...afresh,
    url,
    dueAt: book.at,
  };
  await book.put(webhook);
  book.tell('WebhookSet', system, actor);
  return { webhook, isNew: !standing };
}
