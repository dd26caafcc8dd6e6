import { describe, expect, test } from '@jest/globals';
import { engines } from '../support/databases.ts';
import { killBulkApprovals } from './support/bulk-kills.ts';

const KILLS = Number(process.env.KILLS ?? 4);

describe.each(engines)('a process that is killed during bulk approvals on $engine', ({ engine, place }) => {
  test('leaves no decision half done, loses none that was answered, and does none twice, whoever sends again', async () => {
    const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
    const { url, remove } = await place();
    try {
      const figures = await killBulkApprovals(url, { kills: KILLS, seed });
      console.log(`kills during bulk approvals on ${engine}: SEED=${seed} ${JSON.stringify(figures)}`);
      expect(figures.answered + figures.doneUnanswered + figures.undone).toBe(figures.calls);
    } finally {
      await remove();
    }
  }, 120_000);
});
