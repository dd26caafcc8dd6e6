import { describe, expect, test } from '@jest/globals';
import { undoImport } from '../../../subgraphs/identities/actions/deciding/undo-import.ts';
import { submitImport } from '../../../subgraphs/identities/actions/importing/submit-import.ts';
import { readAllRuns, runCriteria } from '../../../subgraphs/identities/actions/overseeing/read-all-runs.ts';
import { readPlans } from '../../../subgraphs/identities/actions/overseeing/read-plan.ts';
import { decisionDeskIn } from '../../../subgraphs/identities/database/importing/decision-desk.ts';
import { importStoreIn } from '../../../subgraphs/identities/database/importing/import-store.ts';
import { readingsOf } from '../../../subgraphs/identities/database/reading/readings.ts';
import type { ImportRun } from '../../../subgraphs/identities/domain/importing/import-run.ts';
import { drawUniId, newId } from '../../../subgraphs/identities/outside/random-ids.ts';
import { vaultCipher } from '../../../subgraphs/identities/outside/vault-cipher.ts';
import { storage } from '../../../subgraphs/identities/server.ts';
import { engines, freshStores } from '../../support/databases.ts';
import { placement, responsible, vaultKeys } from '../support/neighbourhood.ts';
import { averageUnit, prepare, statementsOf, submitTo } from '../support/store.ts';

const isWrite = (sql: string) => /^(INSERT|UPDATE|DELETE|REPLACE)/i.test(sql.trim());

describe.each(engines)('what imports cost on $engine', (engine) => {
  const open = freshStores();
  const numbers = Array.from({ length: 30 }, (_, index) => `G1${String(1000 + index)}`);
  const parts = { cipher: vaultCipher(vaultKeys), drawUniId, newId };

  test('plans, holds and all runs are read in a bounded number of statements, whatever the length of the list', async () => {
    const database = await open(engine, storage);
    await prepare(database, ...numbers);
    const runs: ImportRun[] = [];
    for (const daycare of numbers) {
      const document = { ...averageUnit(daycare, 1), persons: averageUnit(daycare, 1).persons.slice(0, 3) };
      const tried = await database.transaction((transaction) =>
        submitImport(importStoreIn(transaction, parts), placement, document, { dryRun: true }),
      );
      runs.push(tried.result.run);
    }
    const readings = readingsOf(database, parts.cipher);
    const place = { after: undefined, limit: 11 };
    const criteria = runCriteria(responsible, { state: ['PLANNED'] });
    expect(await readAllRuns(readings, criteria, { after: undefined, limit: 40 })).toHaveLength(30);
    const questions: Record<string, (count: number) => Promise<unknown>> = {
      plans: (count) =>
        readPlans(
          readings,
          responsible,
          runs.slice(0, count).map((run) => ({ run, place })),
        ),
      holds: (count) => readings.holdsOf(runs.slice(0, count).map(({ id }) => id)),
      counts: (count) => readings.countPlans(runs.slice(0, count).map(({ id }) => id)),
      runs: (count) => readAllRuns(readings, criteria, { after: undefined, limit: count }),
      counted: () => readings.countRunsWithin(criteria),
    };
    for (const [name, ask] of Object.entries(questions)) {
      const few = await statementsOf(database, () => ask(2));
      const many = await statementsOf(database, () => ask(30));
      expect([name, many.length]).toEqual([name, few.length]);
      expect([name, many.length < 20]).toEqual([name, true]);
    }
  });

  test('trying an unchanged unit writes its run and the sealed document only; undoing a first import is a handful of statements a table', async () => {
    const database = await open(engine, storage);
    await prepare(database, 'G10001');
    const { run } = await submitTo(database, averageUnit('G10001', 1));
    const said = await statementsOf(database, () =>
      database.transaction((transaction) =>
        submitImport(importStoreIn(transaction, parts), placement, averageUnit('G10001', 2), { dryRun: true }),
      ),
    );
    const written = said.filter(isWrite).map((sql) => /`?(import_\w+|event_\w+)`?/.exec(sql)?.[1]);
    expect(new Set(written)).toEqual(new Set(['import_run', 'import_sealed', 'event_log', 'event_facts', 'event_log_head']));
    const undone = await statementsOf(database, () =>
      database.transaction((transaction) =>
        undoImport(decisionDeskIn(transaction, parts), responsible, { id: run.id, comment: 'The wrong unit.' }),
      ),
    );
    expect(undone.length).toBeLessThan(60);
  });
});
