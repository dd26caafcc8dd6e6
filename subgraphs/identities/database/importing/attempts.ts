import type { Transaction } from '#shared/database.ts';
import type { AttemptBook } from '../../domain/deciding/attempt-book.ts';
import { knownDaycares } from '../copies/copy-tables.ts';
import { importAttempts } from './attempt-table.ts';

/** Marks of attempts, one a daycare and system; a later one takes the place of an earlier. */
export function attemptsIn({ manager, at }: Transaction): AttemptBook {
  return {
    mark: async ({ daycare, systems, code }) => {
      const isThere = await manager.createQueryBuilder(knownDaycares, 'd').where('d.number = :daycare', { daycare }).getExists();
      if (!isThere || systems.length === 0) return;
      const rows = [...new Set(systems)].sort().map((system) => ({ daycare, system, at, code }));
      await manager.upsert(importAttempts, rows, ['daycare', 'system']);
    },
  };
}
