import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/refusal.ts';
import { municipalityOf } from '../../domain/municipalities/municipalities.ts';
import type { Register } from '../../domain/register-store.ts';
import { dayOf } from '#shared/danish-day.ts';
import { whenFrom } from '../../domain/timelines/when.ts';
import type { Transfer } from '../../domain/transfers/transfer.ts';
import { doneBy } from '../../domain/upkeep/done-by.ts';
import { standingFor } from '../../domain/upkeep/register-policy.ts';
import { judgeTold } from '../../domain/upkeep/told-facts.ts';

export interface ProposeTransfer {
  readonly number: string;
  readonly to: string;
  readonly on: string;
  readonly reason: string;
}

/** Proposes to hand a cluster with all that is under it to another municipality, which must consent (C2). */
export async function proposeTransfer(register: Register, actor: Actor, told: ProposeTransfer): Promise<Transfer> {
  const cluster = (await register.lock([told.number])).get(told.number) ?? refuse('NOT_FOUND', `There is no daycare ${told.number}.`);
  const standing = standingFor('TRANSFER', cluster, actor);
  if (cluster.level !== 'INSTITUTION')
    refuse('INVALID_INPUT', 'A whole cluster is handed over; a unit goes along with its own.', { rule: 'R26', facts: { field: 'number' } });
  if (cluster.status === 'CLOSED') refuse('DAYCARE_CLOSED', `${cluster.number} is closed.`, { rule: 'R28' });
  judgeTold({ reason: told.reason });
  if (told.reason.trim() === '') refuse('INVALID_INPUT', 'A transfer needs a reason.', { facts: { field: 'reason' } });
  if (!municipalityOf(told.to))
    refuse('INVALID_INPUT', `There is no municipality with the code ${told.to}.`, { rule: 'R14', facts: { field: 'to' } });
  if (told.to === cluster.municipality)
    refuse('INVALID_INPUT', `${cluster.number} is administered by ${told.to} already.`, { facts: { field: 'to' } });
  if (whenFrom(told.on, register.at).tense === 'BEHIND')
    refuse('INVALID_INPUT', `A transfer happens today or on a day ahead; ${told.on} is past.`, {
      facts: { field: 'on', earliest: dayOf(register.at) },
    });
  const open = await register.openTransferOf(cluster.number);
  if (open)
    refuse('STATE_CONFLICT', `A transfer of ${cluster.number} to ${open.to} waits for an answer; take that back first.`, {
      rule: 'C2',
      facts: { transfer: open.id },
    });
  const transfer: Transfer = {
    id: register.issueId(),
    number: cluster.number,
    from: cluster.municipality,
    to: told.to,
    on: told.on,
    reason: told.reason,
    state: 'PROPOSED',
    proposedBy: doneBy(actor, standing, cluster),
    actor,
    proposedAt: register.at,
    answeredBy: null,
    answeredAt: null,
    answerReason: null,
  };
  await register.keepTransfer(transfer);
  return transfer;
}
