import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/refusal.ts';
import type { Agreements } from '../../domain/agreement-store.ts';
import { doneByDecider } from '../../domain/done-by.ts';
import { standingsOf } from '../../domain/requests/decision-policy.ts';
import { unfit } from '../../domain/requests/sending.ts';
import { serviceOf } from '../../domain/systems/service.ts';

export interface AskForRequest {
  readonly system: string;
  readonly service: string;
  readonly daycare: string;
  readonly comment: string;
}

/** The institution's side asks a supplier to send a request to the right number (A5, P8); asked again within a week it is told once. */
export async function askForRequest(agreements: Agreements, actor: Actor, told: AskForRequest): Promise<void> {
  const daycare = (await agreements.holdDaycares([told.daycare])).get(told.daycare);
  const [standing] = daycare ? standingsOf(actor, daycare) : [];
  // For whoever has nothing to do with a daycare, it answers as one that is not there.
  if (!daycare || !standing) return refuse('NOT_FOUND', 'There is no such daycare.');
  if (!told.comment.trim() || told.comment.length > 1000)
    refuse('INVALID_INPUT', 'A comment is required, with at most 1000 characters.', { facts: { field: 'comment', limit: 1000 } });
  const misfit = unfit(daycare);
  if (misfit) refuse(misfit.code, misfit.because, { ...(misfit.rule && { rule: misfit.rule }) });
  const system = (await agreements.holdSystems([told.system])).get(told.system) ?? refuse('NOT_FOUND', 'There is no such system.');
  const connected = (await agreements.connections(system.id)).some(
    ({ service, state }) => service === told.service && state === 'APPROVED',
  );
  if (!connected || !serviceOf(told.service))
    refuse('NO_CONNECTION', `${system.name} has no agreement with the agency about that service.`, { rule: '3.1' });
  if (await agreements.isTaken(system.id, told.service, daycare.number))
    refuse('ALREADY_REQUESTED', 'A request waits or an access is in force already.', { rule: 'A5' });
  const by = doneByDecider(actor, standing, daycare);
  const sought = { id: agreements.newId(), supplier: system.supplier, system: system.id, service: told.service, at: agreements.at, by };
  const comment = told.comment.trim();
  if (await agreements.seek({ ...sought, daycareNumber: daycare.number, comment }))
    agreements.tellSystem('RequestSought', daycare.number, actor.id, { ...sought, daycareNumber: daycare.number, comment });
}
