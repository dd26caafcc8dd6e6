import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/refusal.ts';
import type { Daycare } from '../../domain/daycares/daycare.ts';
import type { Register } from '../../domain/register-store.ts';
import { dayOf } from '#shared/danish-day.ts';
import { whenFrom } from '../../domain/timelines/when.ts';
import type { Transfer } from '../../domain/transfers/transfer.ts';
import { doneBy } from '../../domain/upkeep/done-by.ts';
import {
  refusalOf,
  refusalToConsent,
  seesTransfer,
  type Standing,
  standingFor,
  standingToConsent,
  verdictOn,
} from '../../domain/upkeep/register-policy.ts';
import type { Ground } from '../../domain/upkeep/revision.ts';
import { judgeTold } from '../../domain/upkeep/told-facts.ts';
import { undertake } from '../planning/undertake.ts';

export interface AnswerTransfer {
  readonly id: string;
  readonly accept: boolean;
  readonly reason?: string | null | undefined;
}

/** What an answer came to; whether anyone may have lost something by it. */
export interface AnsweredTransfer {
  readonly transfer: Transfer;
  readonly takesAway: boolean;
}

/** Consents to a transfer, refuses it, or takes one's own proposal back (C2). It happens on its day, or at once where that has passed. */
export async function answerTransfer(register: Register, actor: Actor, told: AnswerTransfer): Promise<AnsweredTransfer> {
  const transfer = (await register.lockTransfer(told.id)) ?? refuse('NOT_FOUND', 'There is no such transfer.');
  const ground = await register.ground([transfer.number], register.at);
  const cluster = ground.present.get(transfer.number) ?? refuse('NOT_FOUND', 'There is no such transfer.');
  const standing = standingToAnswer(transfer, cluster, told.accept, actor);
  judgeTold({ reason: told.reason });
  if (transfer.state !== 'PROPOSED')
    refuse('STATE_CONFLICT', `The transfer is ${transfer.state.toLowerCase()}.`, { rule: 'C2', facts: { state: transfer.state } });
  const answered: Transfer = {
    ...transfer,
    state: told.accept ? 'ACCEPTED' : 'REFUSED',
    answeredBy: doneBy(actor, standing, { ...cluster, municipality: told.accept ? transfer.to : cluster.municipality }),
    answeredAt: register.at,
    answerReason: told.reason ?? null,
  };
  await register.keepTransfer(answered);
  if (!told.accept) return { transfer: answered, takesAway: false };
  const proposing = standingOfProposer(transfer, cluster, ground);
  const day = dayOf(register.at);
  const { takesAway } = await undertake(register, ground, {
    actor: transfer.actor,
    standing: proposing,
    action: 'TRANSFER',
    kind: 'TRANSFERRED',
    subject: transfer.number,
    when: whenFrom(transfer.on < day ? day : transfer.on, register.at),
    sets: new Map([[transfer.number, { municipality: transfer.to }]]),
    reason: transfer.reason,
  });
  return { transfer: answered, takesAway };
}

/** The receiving municipality answers; the side that proposed may take it back. To whom it is not shown there is no such transfer. */
function standingToAnswer(transfer: Transfer, cluster: Daycare, accept: boolean, actor: Actor): Standing {
  const receiving = { ...cluster, municipality: transfer.to };
  const isOfTheProposer = verdictOn('TRANSFER', cluster, actor).as !== undefined;
  if (!isOfTheProposer && !seesTransfer(actor, transfer)) return refuse('NOT_FOUND', 'There is no such transfer.');
  return isOfTheProposer && !accept && refusalToConsent(receiving, actor)
    ? standingFor('TRANSFER', cluster, actor)
    : standingToConsent(receiving, actor);
}

/** Both municipalities still stand to it: the one that proposed it administers the cluster as it did then, and hands it to nobody else. */
function standingOfProposer({ from, actor }: Transfer, cluster: Daycare, { at, foreseen }: Ground): Standing {
  if (cluster.status === 'CLOSED') refuse('DAYCARE_CLOSED', `${cluster.number} is closed.`, { rule: 'R28' });
  if (cluster.municipality !== from || refusalOf('TRANSFER', cluster, actor))
    refuse('STATE_CONFLICT', `${cluster.number} has changed hands since the transfer was proposed; have it proposed anew.`, {
      rule: 'C2',
    });
  const other = foreseen.get(cluster.number)?.timeline.find((segment) => segment.from > at && segment.facts.municipality !== from);
  if (other)
    refuse('STATE_CONFLICT', `${cluster.number} is to go to ${other.facts.municipality} on ${dayOf(other.from)}; cancel that first.`, {
      rule: 'C2',
      facts: { number: cluster.number, to: other.facts.municipality, on: dayOf(other.from) },
    });
  return standingFor('TRANSFER', cluster, actor);
}
