import { type Actor, isSureEnough } from '#shared/actor.ts';
import { type Refusal, Refused, refusal } from '#shared/refusal.ts';
import type { SupplierSystem, SystemState } from './system.ts';

/** The capacity in which an actor comes to a supplier's system. */
export type SystemStanding = 'the system itself' | 'its supplier' | 'agency';

const supplier: readonly SystemStanding[] = ['its supplier', 'the system itself'];
const agency: readonly SystemStanding[] = ['agency'];

/** Who asks for a system, and takes back what was asked. Nobody decides what he himself asked (A16). */
export const mayAsk = { rule: 'A1', standings: supplier };

/** Who may close an access that the rules are broken with (A21). */
export const mayClose = { rule: 'A21', standings: agency };

/** Who may bring a system from one state to another. What the agency stopped, a supplier cannot lift (A20, A21). */
export const maySet: Record<SystemState, Partial<Record<SystemState, readonly SystemStanding[]>>> = {
  ACTIVE: { PASSIVE: supplier, ARCHIVED: supplier, STOPPED_BY_AGENCY: agency },
  PASSIVE: { ACTIVE: supplier, ARCHIVED: supplier, STOPPED_BY_AGENCY: agency },
  ARCHIVED: { PASSIVE: supplier, ACTIVE: supplier, STOPPED_BY_AGENCY: agency },
  STOPPED_BY_AGENCY: { ACTIVE: agency, PASSIVE: agency },
};

/** The only place where roles over systems are read. */
export function systemStandingsOf(actor: Actor, system: Pick<SupplierSystem, 'id' | 'supplier'>): ReadonlySet<SystemStanding> {
  return new Set(
    actor.mandates.flatMap((mandate): SystemStanding[] => {
      if (mandate.role === 'AGENCY') return ['agency'];
      if (mandate.role === 'SUPPLIER') return mandate.supplier === system.supplier ? ['its supplier'] : [];
      return mandate.role === 'SUPPLIER_SYSTEM' && mandate.system === system.id ? ['the system itself'] : [];
    }),
  );
}

/** As what this actor asks for this system, or why it may not. */
export function asksAs(system: Pick<SupplierSystem, 'id' | 'supplier'>, actor: Actor): SystemStanding | Refusal {
  return standingAmong(mayAsk.standings, system, actor, mayAsk.rule);
}

/** Whether this actor closes accesses, or why it may not. */
export function closesAs(actor: Actor): SystemStanding | Refusal {
  if (!actor.mandates.some(({ role }) => role === 'AGENCY'))
    return refusal('NOT_PERMITTED', 'Done by: agency.', { rule: mayClose.rule, grantableBy: mayClose.standings });
  return isSureEnough(actor)
    ? 'agency'
    : refusal('ASSURANCE_TOO_LOW', 'Closing needs a login of level substantial.', { rule: mayClose.rule });
}

/** As what this actor brings this system into another state, or why it may not. */
export function setsAs(system: SupplierSystem, state: SystemState, actor: Actor): SystemStanding | Refusal {
  const standings = maySet[system.state][state];
  const held = systemStandingsOf(actor, system);
  if (!standings)
    return held.size > 0
      ? refusal('STATE_CONFLICT', `The system is ${system.state}.`)
      : refusal('NOT_PERMITTED', 'Only its supplier and the agency change a system.', { rule: 'A20' });
  const standing = standingAmong(standings, system, actor, standings === agency ? 'A21' : 'A20');
  return typeof standing === 'string' && !isSureEnough(actor)
    ? refusal('ASSURANCE_TOO_LOW', 'Changing a system needs a login of level substantial.')
    : standing;
}

function standingAmong(
  standings: readonly SystemStanding[],
  system: Pick<SupplierSystem, 'id' | 'supplier'>,
  actor: Actor,
  rule: string,
): SystemStanding | Refusal {
  const held = systemStandingsOf(actor, system);
  return (
    standings.find((standing) => held.has(standing)) ??
    refusal('NOT_PERMITTED', `Done by: ${standings.join(', ')}.`, { rule, grantableBy: standings })
  );
}

/** Registering suppliers and systems is the agency's (3.5). */
export function mayRegister(actor: Actor): Refusal | undefined {
  if (!actor.mandates.some(({ role }) => role === 'AGENCY'))
    return refusal('NOT_PERMITTED', 'Suppliers and their systems are registered by the agency.', { rule: '3.5', grantableBy: agency });
  return isSureEnough(actor) ? undefined : refusal('ASSURANCE_TOO_LOW', 'Registering needs a login of level substantial.');
}

/** Ends with the refusal where the actor is not the agency. */
export function mustBeAgency(actor: Actor): void {
  const refused = mayRegister(actor);
  if (refused) throw new Refused(refused);
}
