import { insertRows, type Transaction } from '#shared/database.ts';
import { type DaycareEventFacts, type DaycareStep, eventNames, ofPlans } from '../../domain/daycares/daycare-event.ts';
import type { Finding } from '../../domain/findings/findings.ts';
import type { PlannedAct } from '../../domain/plans/planned-act.ts';
import type { Kept } from '../../domain/register-store.ts';
import type { Revision } from '../../domain/upkeep/revision.ts';
import { keepFindings } from '../findings/keep-findings.ts';
import { daycares, successions } from '../tables/daycare-tables.ts';
import { plannedActs, plannedNumbers } from '../tables/plan-tables.ts';
import { keepSearchRows } from '../searching/keep-search-rows.ts';
import { keepVersions } from './versions.ts';

/** Keeps all that an act comes to, and what is found about the daycares it touches. */
export async function keepAct(transaction: Transaction, kept: Kept): Promise<readonly Finding[]> {
  const { revisions, by, begun, ended = [], subject, verdicts = new Map() } = kept;
  const net = [...netOf(revisions).values()];
  await keepPresent(transaction, net);
  await keepVersions(transaction, net);
  await keepLineage(transaction, revisions);
  if (begun) await keepPlan(transaction, begun);
  for (const { id, state } of ended) await transaction.manager.update(plannedActs, { id }, { state, endedAt: transaction.at });
  await keepSearchRows(
    transaction,
    net.filter(isFoundOtherwise).map(({ now }) => now),
  );
  for (const { now, steps } of revisions) for (const step of steps) record(transaction, step, now.version, by);
  const clusters = net.flatMap(({ was, now }) => [was?.institution, now.institution]).filter((number) => typeof number === 'string');
  const touched = [...net.map(({ now }) => now.number), ...clusters];
  const found = await keepFindings(transaction, touched, verdicts);
  return found.get(subject) ?? [];
}

/** From where to where each daycare comes, when several rows of one file are its. */
function netOf(revisions: readonly Revision[]): ReadonlyMap<string, Revision> {
  const net = new Map<string, Revision>();
  for (const revision of revisions) {
    const earlier = net.get(revision.now.number);
    net.set(revision.now.number, earlier ? { ...revision, was: earlier.was, before: earlier.before } : revision);
  }
  return net;
}

const searched = ['name', 'street', 'houseNumber', 'postalCode', 'town', 'supplementaryTown'] as const;
const isFoundOtherwise = ({ was, now }: Revision) => searched.some((field) => was?.[field] !== now[field]);

async function keepPresent(transaction: Transaction, net: readonly Revision[]): Promise<void> {
  const fresh = net.filter(({ was }) => !was).map(({ now }) => now);
  await insertRows(transaction, daycares, fresh);
  const changed = net.filter(({ was }) => was).map(({ now }) => now);
  for (let from = 0; from < changed.length; from += 100)
    await transaction.manager.upsert(daycares, changed.slice(from, from + 100), ['number']);
}

async function keepLineage(transaction: Transaction, revisions: readonly Revision[]): Promise<void> {
  const followed = revisions.flatMap(({ steps }) => steps).filter(({ kind }) => !ofPlans.has(kind));
  await insertRows(
    transaction,
    successions,
    followed.flatMap(({ number, successors, effectiveFrom }) =>
      successors.map((successor) => ({ predecessor: number, successor, validFrom: effectiveFrom, recordedFrom: transaction.at })),
    ),
  );
}

async function keepPlan(transaction: Transaction, plan: PlannedAct): Promise<void> {
  await insertRows(transaction, plannedActs, [plan]);
  const numbers = [...new Set([plan.subject, ...plan.sets.map(({ number }) => number)])];
  await insertRows(
    transaction,
    plannedNumbers,
    numbers.map((number) => ({ number, act: plan.id })),
  );
}

function record({ record }: Transaction, { kind, number, ...step }: DaycareStep, version: number, by: Kept['by']): void {
  const facts: DaycareEventFacts = { ...step, version, by };
  record({ kind: eventNames[kind], actor: by.actor, subject: number, facts: { ...facts } });
}
