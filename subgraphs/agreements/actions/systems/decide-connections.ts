import type { Actor } from '#shared/actor.ts';
import { type Refusal, refusal, refuse } from '#shared/refusal.ts';
import { over } from '../../domain/accesses/access.ts';
import type { Agreements } from '../../domain/agreement-store.ts';
import { doneBySystem } from '../../domain/done-by.ts';
import { mustBeAgency } from '../../domain/systems/supplier-policy.ts';
import { type ConnectionAct, type ConnectionAgreement, nextConnectionState } from '../../domain/systems/system.ts';
import { factsOf } from '../../domain/told-facts.ts';
import { moveOn } from '../accesses/move-on.ts';
import { MOST_IDS } from '../requests/decide-requests.ts';

export interface DecideConnections {
  readonly ids: readonly string[];
  readonly act: Exclude<ConnectionAct, 'ask'>;
  readonly reason?: string | null | undefined;
}

export interface ConnectionResult {
  readonly id: string;
  readonly connection: ConnectionAgreement | null;
  readonly refusal: Refusal | null;
}

/** The agency approves, refuses or closes agreements with suppliers, each on its own; closing one closes all that rests on it (A21). */
export async function decideConnections(
  agreements: Agreements,
  actor: Actor,
  told: DecideConnections,
): Promise<{ results: ConnectionResult[]; takesAway: boolean }> {
  mustBeAgency(actor);
  const { ids, act, reason } = told;
  if (ids.length > MOST_IDS) refuse('LIMIT_EXCEEDED', `At most ${MOST_IDS} at once.`, { facts: { limit: MOST_IDS, asked: ids.length } });
  if ((act !== 'approve' && !reason?.trim()) || (reason ?? '').length > 1000)
    refuse('INVALID_INPUT', 'It needs a reason, with at most 1000 characters.', { facts: { field: 'reason', limit: 1000 } });
  const found = await agreements.lockConnections(ids);
  const decided = [...found.values()].flatMap((connection) => {
    const state = nextConnectionState(connection.state, act);
    return state ? [{ ...connection, state }] : [];
  });
  for (const connection of decided) {
    await agreements.setConnectionState([connection.id], connection.state);
    const kind = act === 'close' ? 'ConnectionClosed' : 'ConnectionDecided';
    agreements.tellSystem(kind, connection.system, actor.id, {
      service: connection.service,
      state: connection.state,
      comment: reason ?? null,
    });
    if (act === 'close') await closeWhatRests(agreements, actor, connection, reason?.trim() ?? '');
  }
  const after = new Map(decided.map((connection) => [connection.id, connection]));
  return { results: ids.map((id) => resultFor(id, after.get(id), found.get(id))), takesAway: act === 'close' && decided.length > 0 };
}

async function closeWhatRests(
  agreements: Agreements,
  actor: Actor,
  { system: id, service }: ConnectionAgreement,
  comment: string,
): Promise<void> {
  const system = await agreements.lockSystem(id);
  const supplier = system && (await agreements.supplier(system.supplier));
  if (!supplier) throw new Error(`The system ${id} has no supplier.`);
  const by = doneBySystem(actor, 'agency', supplier);
  const waiting = await agreements.waitingFor(id, service);
  const ids = waiting.map((request) => request.id);
  await agreements.moveRequests(ids, 'LAPSED', { state: 'LAPSED', at: agreements.at, by, comment });
  await agreements.release(ids);
  for (const request of waiting) agreements.tell('LAPSED', factsOf(request, { by, comment }));
  const live = await agreements.liveOfSystem(id, service);
  await moveOn(
    agreements,
    live.map((access) => ({ access, kind: 'CLOSED', move: over('CLOSED_BY_AGENCY'), by, comment })),
  );
}

function resultFor(id: string, after: ConnectionAgreement | undefined, found: ConnectionAgreement | undefined): ConnectionResult {
  if (after) return { id, connection: after, refusal: null };
  if (!found) return { id, connection: null, refusal: refusal('NOT_FOUND', 'There is no such agreement.') };
  const told = refusal('STATE_CONFLICT', `The agreement is ${found.state.toLowerCase()}.`, { facts: { state: found.state } });
  return { id, connection: null, refusal: told };
}
