import type { Database } from '#shared/database.ts';
import type { NumberCipher } from '../../domain/people/number-cipher.ts';
import type { Readings } from '../../domain/reading/readings.ts';
import { persons } from '../people/people-tables.ts';
import { byKeys } from '../replace-rows.ts';
import { openChange } from './waiting-runs.ts';
import { importDecisions, importHolds, sealedChanges } from './waiting-tables.ts';

/** Reads what waits: plans out of their seals, and why they wait. */
export function planReader(
  { read }: Database,
  cipher: NumberCipher,
): Pick<Readings, 'plans' | 'countPlans' | 'holdsOf' | 'protectedPersons'> {
  return {
    plans: (runs, { after, limit }) =>
      read(async (manager) => {
        const start = Number(after?.[0] ?? -1);
        const found = await byKeys(runs, (keys) =>
          manager
            .createQueryBuilder(sealedChanges, 'c')
            .where('c.run IN (:...keys) AND c.place > :start AND c.place <= :end', { keys, start, end: start + limit })
            .orderBy('c.run')
            .addOrderBy('c.place')
            .getMany(),
        );
        const byRun = Map.groupBy(found, ({ run }) => run);
        return new Map([...byRun].map(([run, rows]) => [run, rows.map((row) => ({ ...openChange(cipher, row), place: row.place }))]));
      }),
    countPlans: (runs) =>
      read(async (manager) => {
        const counted = await byKeys(runs, (keys) =>
          manager
            .createQueryBuilder(sealedChanges, 'c')
            .select('c.run', 'run')
            .addSelect('COUNT(*)', 'changes')
            .where('c.run IN (:...keys)', { keys })
            .groupBy('c.run')
            .getRawMany<{ run: string; changes: unknown }>(),
        );
        return new Map(counted.map(({ run, changes }) => [run, Number(changes)]));
      }),
    holdsOf: (runs) =>
      read(async (manager) => {
        const holds = await byKeys(runs, (keys) =>
          manager.createQueryBuilder(importHolds, 'h').where('h.run IN (:...keys)', { keys }).getMany(),
        );
        const decisions = await byKeys(
          holds.map(({ run }) => run),
          (keys) =>
            manager
              .createQueryBuilder(importDecisions, 'd')
              .where("d.run IN (:...keys) AND d.act NOT IN ('HOLD', 'UNDO')", { keys })
              .getMany(),
        );
        const decided = new Map(decisions.map((decision) => [decision.run, decision]));
        return new Map(holds.map(({ run, ...hold }) => [run, { ...hold, decision: decided.get(run) ?? null }]));
      }),
    protectedPersons: (uniIds) =>
      read(async (manager) => {
        const found = await byKeys(uniIds, (keys) =>
          manager.createQueryBuilder(persons, 'p').where('p.uniId IN (:...keys) AND p.isProtected = :yes', { keys, yes: true }).getMany(),
        );
        return new Set(found.map(({ uniId }) => uniId));
      }),
  };
}
