import type { Transaction } from '#shared/database.ts';
import type { Erasure } from '../../domain/deciding/erasure.ts';
import { lapsed } from '../../domain/deciding/import-decision.ts';
import { importRetention } from '../../domain/deciding/import-retention.ts';
import type { ImportSource } from '../../domain/importing/import-run.ts';
import { importAttempts } from './attempt-table.ts';
import { importRuns, importSources } from './import-tables.ts';
import { lockSource } from './locked-sources.ts';
import { forgetWaiting, moveRun } from './waiting-runs.ts';
import { sealedChanges, sealedParts } from './waiting-tables.ts';

const RUNS_AT_ONCE = 50;

/** Erases what is over its time. */
export function erasureIn(transaction: Transaction): Erasure {
  const { manager, at } = transaction;
  return {
    lapseHeld: async () => {
      const sources = await manager
        .createQueryBuilder(importSources, 's')
        .leftJoin('import_sealed', 'waits', "waits.run = s.heldRun AND waits.kind = 'DOCUMENT' AND waits.part = 0")
        .where('s.heldRun IS NOT NULL AND (waits.run IS NULL OR waits.eraseAt <= :at)', { at })
        .orderBy('s.daycare')
        .limit(1)
        .getMany();
      for (const key of sources) await lapse(transaction, key);
      return sources.length > 0;
    },
    eraseSealed: async () => {
      const runs = await overdueRuns(transaction);
      for (const table of [sealedParts, sealedChanges])
        if (runs.length > 0)
          await manager.createQueryBuilder().delete().from(table).where('run IN (:...runs) AND eraseAt <= :at', { runs, at }).execute();
      return runs.length === RUNS_AT_ONCE;
    },
    eraseAttempts: async () => {
      const before = at - importRetention.attempt.for;
      await manager.createQueryBuilder().delete().from(importAttempts).where('at <= :before', { before }).execute();
      return false;
    },
  };
}

/** Throws away what is held too long, unless another document has come meanwhile. */
async function lapse(transaction: Transaction, overdue: ImportSource): Promise<void> {
  const { manager, at } = transaction;
  const { daycare, system, source, heldRun } = await lockSource(transaction, overdue);
  const run =
    heldRun && heldRun === overdue.heldRun
      ? await manager.createQueryBuilder(importRuns, 'r').where('r.id = :heldRun', { heldRun }).getOne()
      : null;
  if (!run) return;
  await forgetWaiting(transaction, run.id);
  await manager.update(importSources, { daycare, system, source }, { heldRun: null });
  await moveRun(transaction, run, 'DISCARDED', lapsed(at));
}

async function overdueRuns({ manager, at }: Transaction): Promise<string[]> {
  const found: { run: string }[] = [];
  for (const table of [sealedParts, sealedChanges])
    found.push(
      ...(await manager
        .createQueryBuilder(table, 's')
        .select('DISTINCT s.run', 'run')
        .where('s.eraseAt <= :at', { at })
        .limit(RUNS_AT_ONCE)
        .getRawMany<{ run: string }>()),
    );
  return [...new Set(found.map(({ run }) => run))].slice(0, RUNS_AT_ONCE);
}
