import { FOREVER } from '#shared/clock.ts';
import { forUpdate, type Transaction } from '#shared/database.ts';
import type { Daycare } from '../../domain/daycares/daycare.ts';
import { fieldChanges } from '../../domain/daycares/field-changes.ts';
import type { Life, Lives } from '../../domain/timelines/lives.ts';
import type { Ground } from '../../domain/upkeep/revision.ts';
import { daycares, daycareVersions } from '../tables/daycare-tables.ts';
import { pendingPlans } from './pending-plans.ts';
import { readTimelines } from './versions.ts';

const TIMES_TO_LOOK = 5;

/** Daycares under lock, by number; a number that is nobody's is not among them. */
export async function lockDaycares(transaction: Transaction, numbers: readonly string[]): Promise<ReadonlyMap<string, Daycare>> {
  if (numbers.length === 0) return new Map();
  const query = transaction.manager
    .createQueryBuilder(daycares, 'd')
    .where('d.number IN (:...numbers)', { numbers: [...new Set(numbers)] });
  const found = await forUpdate(transaction, query.orderBy('d.number')).getMany();
  return new Map(found.map((daycare) => [daycare.number, daycare]));
}

/**
 * Daycares with all that stands, stood since or will stand under them, and what they stand under, locked from the top down: whoever
 * registers under one holds it, and is then seen here.
 */
export async function groundIn(
  transaction: Transaction,
  numbers: readonly string[],
  since: number,
  beside: readonly string[],
): Promise<Ground> {
  const above = await lockWithParents(transaction, numbers, beside);
  const under = await lockDaycares(transaction, await numbersUnder(transaction, numbers, Math.min(since, transaction.at)));
  const present = new Map([...above, ...under]);
  const foreseen = await livesOf(transaction, present);
  const { lives, rows } = await withAncestors(transaction, foreseen, present);
  return {
    at: Math.max(transaction.at, ...[...present.values()].map(({ recordedAt }) => recordedAt)),
    present,
    foreseen: lives,
    settled: new Map([...lives].map(([number, life]) => [number, settledPart(life, rows.get(number))])),
    plans: await pendingPlans(transaction.manager, [...present.keys()]),
  };
}

/**
 * What has come true of a life: up to its present facts, which may differ from what is foreseen for the same day while something
 * that is due on it is still to be done.
 */
function settledPart(life: Life, row: Daycare | undefined): Life {
  const past = life.timeline.filter(({ from }) => from <= (row?.validFrom ?? 0));
  const last = past.at(-1);
  if (!row || !last) return { ...life, timeline: past };
  const { number: _, level: __, version: ___, validFrom: ____, recordedAt: _____, ...facts } = row;
  return { ...life, timeline: [...past.slice(0, -1), fieldChanges(last.facts, facts).length === 0 ? last : { from: last.from, facts }] };
}

/**
 * Locks daycares, and those beside them, with their parents in one statement; looks again where one was moved meanwhile. What comes
 * under a unit comes under its cluster too: whoever changes that one holds it, and sees what came.
 */
async function lockWithParents(
  transaction: Transaction,
  numbers: readonly string[],
  beside: readonly string[],
): Promise<ReadonlyMap<string, Daycare>> {
  for (let looked = 1; looked <= TIMES_TO_LOOK; looked++) {
    const named = [...numbers, ...beside];
    const locked = await lockDaycares(transaction, [...(await parentsOf(transaction, named)), ...named]);
    const missed = named.some((number) => parentNumbers(locked.get(number)).some((parent) => !locked.has(parent)));
    if (!missed) return locked;
  }
  throw new Error('What stands above a daycare changed again and again while it was to be locked.');
}

async function parentsOf({ manager }: Transaction, numbers: readonly string[]): Promise<string[]> {
  if (numbers.length === 0) return [];
  const found = await manager.createQueryBuilder(daycares, 'd').where('d.number IN (:...numbers)', { numbers }).getMany();
  return found.flatMap(parentNumbers);
}

const parentNumbers = (daycare: Pick<Daycare, 'institution' | 'unit'> | undefined): string[] =>
  [daycare?.institution, daycare?.unit].filter((number) => typeof number === 'string');

async function numbersUnder({ manager }: Transaction, parents: readonly string[], since: number): Promise<string[]> {
  if (parents.length === 0) return [];
  const under = (column: 'institution' | 'unit') =>
    manager
      .createQueryBuilder(daycareVersions, 'v')
      .select('DISTINCT v.number', 'number')
      .where(`v.${column} IN (:...parents) AND v.recordedTo = :forever AND v.validTo > :since AND v.status <> 'CLOSED'`, {
        parents,
        forever: FOREVER,
        since,
      })
      .getRawMany<{ number: string }>();
  const found = [...(await under('institution')), ...(await under('unit'))];
  return [...new Set(found.map(({ number }) => number))];
}

async function livesOf(transaction: Transaction, rows: ReadonlyMap<string, Daycare>): Promise<Map<string, Life>> {
  const timelines = await readTimelines(transaction, [...rows.keys()]);
  return new Map([...rows.values()].map(({ number, level }) => [number, { number, level, timeline: timelines.get(number) ?? [] }]));
}

/** Adds what they stood or will stand under, which is read without lock: what heirs have of it stands on their own rows. */
async function withAncestors(transaction: Transaction, lives: Map<string, Life>, present: ReadonlyMap<string, Daycare>) {
  const rows = new Map(present);
  for (let round = 0; round < 2; round++) {
    const missing = missingIn(lives);
    if (missing.length === 0) break;
    const found = await transaction.manager.createQueryBuilder(daycares, 'd').where('d.number IN (:...missing)', { missing }).getMany();
    const ancestors = new Map(found.map((daycare) => [daycare.number, daycare]));
    for (const [number, row] of ancestors) rows.set(number, row);
    for (const [number, life] of await livesOf(transaction, ancestors)) lives.set(number, life);
  }
  return { lives, rows };
}

function missingIn(lives: Lives): string[] {
  const named = [...lives.values()].flatMap(({ timeline }) => timeline.flatMap(({ facts }) => parentNumbers(facts)));
  return [...new Set(named)].filter((number) => !lives.has(number));
}
