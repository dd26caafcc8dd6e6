import type { EntityManager } from 'typeorm';
import type { Database } from '#shared/database.ts';
import type { Readings, SourceScope } from '../../domain/reading/readings.ts';
import { askTogether } from '../reading/ask-together.ts';
import { importNotices, importRuns } from './import-tables.ts';
import { byKeys } from '../replace-rows.ts';

/** Reads what became of the documents that were sent in. */
export function runReader({ read }: Database): Pick<Readings, 'runsByIds' | 'runs' | 'countRuns' | 'notices'> {
  return {
    runsByIds: (ids) => read((manager) => byIds(manager, ids)),
    runs: (questions) =>
      read(async (manager) => {
        const found = await askTogether(
          manager,
          questions.map(({ scope, place: { after, limit } }) => {
            const query = inScope(manager, scope);
            return (after ? query.andWhere('r.id < :after', { after: after[0] }) : query)
              .select('r.id', 'answer')
              .orderBy('r.id', 'DESC')
              .limit(limit);
          }),
        );
        const runs = await byIds(manager, found.flat());
        return found.map((ids) => ids.flatMap((id) => runs.get(id) ?? []).sort((one, other) => (one.id > other.id ? -1 : 1)));
      }),
    countRuns: (scopes) =>
      read(async (manager) =>
        (
          await askTogether(
            manager,
            scopes.map((scope) => inScope(manager, scope).select('COUNT(*)', 'answer')),
          )
        ).map(([count]) => Number(count)),
      ),
    notices: (runs, { after, limit }) =>
      read(async (manager) => {
        const start = Number(after?.[0] ?? -1);
        const found = await byKeys(runs, (keys) =>
          manager
            .createQueryBuilder(importNotices, 'n')
            .where('n.run IN (:...keys) AND n.place > :start AND n.place <= :end', { keys, start, end: start + limit })
            .orderBy('n.run')
            .addOrderBy('n.place')
            .getMany(),
        );
        return Map.groupBy(found, ({ run }) => run);
      }),
  };
}

async function byIds(manager: EntityManager, ids: readonly string[]) {
  const runs = await byKeys(ids, (keys) => manager.createQueryBuilder(importRuns, 'r').where('r.id IN (:...keys)', { keys }).getMany());
  return new Map(runs.map((run) => [run.id, run]));
}

function inScope(manager: EntityManager, { daycare, systems }: SourceScope) {
  const query = manager.createQueryBuilder(importRuns, 'r').where('r.daycare = :daycare', { daycare });
  return systems === null ? query : query.andWhere('r.system IN (:...systems)', { systems });
}
