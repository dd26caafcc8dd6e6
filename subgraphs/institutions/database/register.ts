import { Brackets } from 'typeorm';
import { FOREVER } from '#shared/clock.ts';
import { forUpdate, insertRows, type Transaction } from '#shared/database.ts';
import type { Daycare } from '../domain/daycares/daycare.ts';
import { fieldChanges } from '../domain/daycares/field-changes.ts';
import { type DaycareEventFacts, type DaycareStep, type DoneBy, eventNames } from '../domain/daycares/daycare-event.ts';
import type { Register } from '../domain/register-store.ts';
import { daycares, type DaycareVersion, daycareVersions, legacyNumbers, numberIssues, successions } from './tables.ts';

/** The register inside one transaction. */
export function registerIn(transaction: Transaction): Register {
  const { manager, at } = transaction;
  const locking = () => forUpdate(transaction, manager.createQueryBuilder(daycares, 'd').orderBy('d.number'));
  return {
    at,
    lock: async (numbers) =>
      numbers.length === 0
        ? new Map()
        : byNumber(
            await locking()
              .where('d.number IN (:...numbers)', { numbers: [...new Set(numbers)] })
              .getMany(),
          ),
    lockFamilies: async (numbers) => {
      // The parents first, in a statement of their own: whoever registers under one holds it, and is then seen here.
      await locking().where('d.number IN (:...numbers)', { numbers }).getMany();
      const within = new Brackets((under) => under.where('d.institution IN (:...numbers)').orWhere('d.unit IN (:...numbers)'));
      return locking()
        .where('d.number IN (:...numbers)', { numbers })
        .orWhere(new Brackets((open) => open.where(within).andWhere("d.status <> 'CLOSED'")))
        .getMany();
    },
    issueNumber: () => issueNumber(transaction),
    keep: (steps, by) => keep(transaction, steps, by),
    keepLegacyNumbers: async (pairs) => {
      if (pairs.length > 0) await manager.upsert(legacyNumbers, [...pairs], ['legacy']);
    },
  };
}

const byNumber = (found: readonly Daycare[]) => new Map(found.map((daycare) => [daycare.number, daycare]));

/** The next number behind the last issued that no daycare has, among those that came with a file. */
async function issueNumber(transaction: Transaction): Promise<string> {
  const { manager } = transaction;
  const { last } = await forUpdate(transaction, manager.createQueryBuilder(numberIssues, 'issue').where('issue.id = 1')).getOneOrFail();
  for (let next = last + 1; next <= 99_999; next++) {
    const number = `G${next}`;
    if (await manager.createQueryBuilder(daycares, 'd').where('d.number = :number', { number }).getExists()) continue;
    await manager.update(numberIssues, { id: 1 }, { last: next });
    return number;
  }
  throw new Error('All numbers that begin with G are issued.');
}

async function keep(transaction: Transaction, steps: readonly DaycareStep[], by: DoneBy): Promise<void> {
  const { manager, at, record } = transaction;
  const net = [...netOf(steps).values()];
  await insertRows(
    transaction,
    daycares,
    net.filter(({ before }) => !before).map(({ after }) => after),
  );
  const changed = net.flatMap(({ before, after }) => (before ? [after] : []));
  for (let from = 0; from < changed.length; from += 100) await manager.upsert(daycares, changed.slice(from, from + 100), ['number']);
  await keepVersions(transaction, net);
  await insertRows(
    transaction,
    successions,
    steps.flatMap(({ after, successors }) => successors.map((successor) => ({ predecessor: after.number, successor }))),
  );
  for (const { kind, before, after, reason, successors } of steps) {
    const facts: DaycareEventFacts = {
      effectiveFrom: at,
      version: after.version,
      changes: fieldChanges(before, after),
      successors,
      by,
      reason,
    };
    record({ kind: eventNames[kind], actor: by.actor, subject: after.number, facts: { ...facts } });
  }
}

type Net = Pick<DaycareStep, 'before' | 'after'>;

/** From where to where each daycare comes, when several steps of one transaction are its. */
function netOf(steps: readonly DaycareStep[]): ReadonlyMap<string, Net> {
  const net = new Map<string, Net>();
  for (const { before, after } of steps)
    net.set(after.number, { before: net.has(after.number) ? (net.get(after.number)?.before ?? null) : before, after });
  return net;
}

/** Ends the belief that the old facts go on for ever, notes until when they held, and begins the new. */
async function keepVersions({ manager, dialect, at }: Transaction, net: readonly Net[]): Promise<void> {
  const ended = net.flatMap(({ before }) => before ?? []);
  if (ended.length > 0) {
    const numbers = ended.map(({ number }) => number);
    await manager
      .createQueryBuilder()
      .update(daycareVersions)
      .set({ recordedTo: at })
      .where('number IN (:...numbers) AND recordedTo = :forever AND validTo = :forever', { numbers, forever: FOREVER })
      .execute();
  }
  const held = ended.filter(({ validFrom }) => validFrom < at).map((before) => versionOf(before, at, at));
  await insertRows({ manager, dialect }, daycareVersions, [...held, ...net.map(({ after }) => versionOf(after, FOREVER, at))]);
}

function versionOf({ level: _, recordedAt: __, ...daycare }: Daycare, validTo: number, recordedFrom: number): DaycareVersion {
  return { ...daycare, validTo, recordedFrom, recordedTo: FOREVER };
}
