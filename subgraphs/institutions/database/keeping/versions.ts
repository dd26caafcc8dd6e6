import type { EntityManager } from 'typeorm';
import { FOREVER } from '#shared/clock.ts';
import { insertRows, type Transaction } from '#shared/database.ts';
import { fieldChanges } from '../../domain/daycares/field-changes.ts';
import type { Segment, Timeline } from '../../domain/timelines/timeline.ts';
import type { Revision } from '../../domain/upkeep/revision.ts';
import { type DaycareVersion, daycareVersions } from '../tables/daycare-tables.ts';

/** What is believed now of these daycares, in time. */
export async function readTimelines(
  { manager }: { readonly manager: EntityManager },
  numbers: readonly string[],
): Promise<ReadonlyMap<string, Timeline>> {
  if (numbers.length === 0) return new Map();
  const rows = await manager
    .createQueryBuilder(daycareVersions, 'v')
    .where('v.number IN (:...numbers) AND v.recordedTo = :forever', { numbers, forever: FOREVER })
    .orderBy('v.number')
    .addOrderBy('v.validFrom')
    .getMany();
  return new Map([...Map.groupBy(rows, ({ number }) => number)].map(([number, versions]) => [number, versions.map(segmentFrom)]));
}

const idOf = new WeakMap<Segment, number>();

function segmentFrom(row: DaycareVersion): Segment {
  const { id, number: _, version: __, validFrom, validTo: ___, recordedFrom: ____, recordedTo: _____, ...facts } = row;
  const segment = { from: validFrom, facts };
  if (id !== undefined) idOf.set(segment, id);
  return segment;
}

type Believed = Pick<Revision, 'before' | 'after' | 'now'>;

/** Ends the beliefs that are not held any more, and keeps the new ones; none is ever overwritten. */
export async function keepVersions(transaction: Transaction, revisions: readonly Believed[]): Promise<void> {
  const { manager } = transaction;
  const at = Math.max(transaction.at, ...revisions.map(({ now }) => now.recordedAt));
  const differences = revisions.map(differenceOf);
  const ended = differences.flatMap(({ gone }) => gone.flatMap((segment) => idOf.get(segment) ?? []));
  for (let from = 0; from < ended.length; from += 500) {
    await manager
      .createQueryBuilder()
      .update(daycareVersions)
      .set({ recordedTo: at })
      .where('id IN (:...ids)', { ids: ended.slice(from, from + 500) })
      .execute();
  }
  const fresh = differences.flatMap(({ now, added }) =>
    added.map(({ from, to, facts }) => ({
      ...facts,
      number: now.number,
      version: now.version,
      validFrom: from,
      validTo: to,
      recordedFrom: at,
      recordedTo: FOREVER,
    })),
  );
  await insertRows(transaction, daycareVersions, fresh);
}

interface Bounded extends Segment {
  readonly to: number;
}

function differenceOf({ before, after, now }: Believed) {
  const [old, held] = [bounded(before), bounded(after)];
  return {
    now,
    gone: before.filter((_, index) => !old[index] || !held.some((each) => isSame(each, old[index]))),
    added: held.filter((each) => !old.some((other) => isSame(each, other))),
  };
}

const bounded = (timeline: Timeline): Bounded[] =>
  timeline.map((segment, index) => ({ ...segment, to: timeline[index + 1]?.from ?? FOREVER }));

const isSame = (one: Bounded, other: Bounded | undefined): boolean =>
  other !== undefined && one.from === other.from && one.to === other.to && fieldChanges(one.facts, other.facts).length === 0;
