import type { Actor } from '#shared/actor.ts';
import { Refused, refuse } from '#shared/refusal.ts';
import type { SupplierSystem } from '../../domain/systems/system.ts';
import type { Webhook } from '../../domain/webhooks/webhook.ts';
import type { WebhookBook } from '../../domain/webhooks/webhook-book.ts';
import { keepsWebhookAs } from '../../domain/webhooks/webhook-policy.ts';

/** The system whose webhook the actor keeps; ends with the refusal where it does not. */
export async function keepingSystem(book: WebhookBook, actor: Actor, id: string): Promise<SupplierSystem> {
  const system = await book.system(id);
  const as = keepsWebhookAs(system, actor);
  if (typeof as !== 'string') throw new Refused(as);
  return system ?? refuse('NOT_FOUND', 'There is no such system.');
}

/** The webhook of a system that the actor keeps. */
export async function keepingWebhook(book: WebhookBook, actor: Actor, id: string): Promise<{ system: SupplierSystem; webhook: Webhook }> {
  const system = await keepingSystem(book, actor, id);
  const webhook = (await book.lock(id)) ?? refuse('NOT_FOUND', 'This system has no webhook; set one with setWebhook.');
  return { system, webhook };
}

/** In force again, and tried at once; who tries at this moment has no say any more. */
export const afresh = { state: 'ACTIVE', tries: 0, deadInARow: 0, claim: '', failure: null } as const;
