import type { Actor } from '#shared/actor.ts';
import { Refused, refuse } from '#shared/refusal.ts';
import type { Agreements } from '../../domain/agreement-store.ts';
import { serviceOf } from '../../domain/systems/service.ts';
import { asksAs } from '../../domain/systems/supplier-policy.ts';
import { type ConnectionAgreement, nextConnectionState } from '../../domain/systems/system.ts';

export interface AskForConnection {
  readonly system: string;
  readonly service: string;
}

/** A supplier asks the agency for an agreement about one service for one of its systems (3.1). */
export async function askForConnection(agreements: Agreements, actor: Actor, told: AskForConnection): Promise<ConnectionAgreement> {
  const system = await agreements.lockSystem(told.system);
  const standing = asksAs(system ?? { id: '', supplier: '' }, actor);
  if (typeof standing !== 'string') throw new Refused(standing);
  if (!serviceOf(told.service))
    refuse('INVALID_INPUT', 'There is no such service; `services` lists them.', { facts: { field: 'service' } });
  const there = (await agreements.connections(told.system)).find(({ service }) => service === told.service);
  const asked: ConnectionAgreement = { ...told, id: there?.id ?? agreements.newId(), state: 'REQUESTED' };
  if (!there) await agreements.addConnection(asked);
  else if (nextConnectionState(there.state, 'ask')) await agreements.setConnectionState([there.id], 'REQUESTED');
  else refuse('STATE_CONFLICT', `The agreement is ${there.state.toLowerCase()} already.`, { facts: { state: there.state } });
  agreements.tellSystem('ConnectionAsked', told.system, actor.id, { service: told.service });
  return asked;
}
