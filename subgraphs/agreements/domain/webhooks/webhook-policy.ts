import { type Actor, isSureEnough } from '#shared/actor.ts';
import { type Refusal, refusal } from '#shared/refusal.ts';
import { type SystemStanding, systemStandingsOf } from '../systems/supplier-policy.ts';
import type { SupplierSystem } from '../systems/system.ts';

type Named = Pick<SupplierSystem, 'id' | 'supplier'>;

/** Who sets, rotates, replays and removes a system's webhook; the agency only sees how it stands. */
export const mayKeepWebhook: readonly SystemStanding[] = ['its supplier', 'the system itself'];

/** As what this actor keeps the webhook of this system, or why it may not; told alike whether there is such a system or not. */
export function keepsWebhookAs(system: Named | undefined, actor: Actor): SystemStanding | Refusal {
  const held = system ? systemStandingsOf(actor, system) : new Set<SystemStanding>();
  const as = mayKeepWebhook.find((standing) => held.has(standing));
  if (!as) return refusal('NOT_PERMITTED', `Done by: ${mayKeepWebhook.join(', ')}.`, { rule: 'A1', grantableBy: mayKeepWebhook });
  return isSureEnough(actor) ? as : refusal('ASSURANCE_TOO_LOW', 'Changing a webhook needs a login of level substantial.');
}

/** Whether this actor may see how the webhook of this system stands. */
export const seesWebhook = (system: Named, actor: Actor): boolean => systemStandingsOf(actor, system).size > 0;
