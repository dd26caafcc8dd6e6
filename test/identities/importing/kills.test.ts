import { describe, expect, test } from '@jest/globals';
import { engines } from '../../support/databases.ts';
import { killImports } from '../support/import-kills.ts';

const KILLS = Number(process.env.KILLS ?? 5);

// On a real server where there is one; `npm run soak-imports` kills a hundred times on each.
describe.each(engines.slice(-1))('a process that is killed during imports, on $engine', ({ engine, place }) => {
  test('leaves the picture before or the picture after, in every table and in the log, and loses nothing that was answered', async () => {
    const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
    const { url, remove } = await place();
    try {
      const figures = await killImports(url, { kills: KILLS, seed });
      console.log(`kills during imports on ${engine}: SEED=${seed} ${JSON.stringify(figures)}`);
      expect(figures.answered + figures.doneUnanswered + figures.undone).toBe(KILLS);
    } finally {
      await remove();
    }
  }, 120_000);
});
