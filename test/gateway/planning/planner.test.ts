import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from '@jest/globals';
import { supergraphFile } from '../../../gateway/compose.ts';
import { type Planner, PlanTooLong, startPlanner, TooManyToPlan } from '../../../gateway/planning/planner.ts';

const sdl = readFileSync(supergraphFile, 'utf8');
const question = (nth: number) => ({
  document: `{ n${nth}: daycares { nodes { number people { totalCount } dataAccesses { totalCount } } } }`,
  operationName: undefined,
});

let planner: Planner;
afterEach(() => planner.stop());

describe('planning', () => {
  test("a client's many questions do not hold up another's one", async () => {
    planner = await startPlanner(sdl, { deadline: 20_000, turns: { mostEach: 40, backFor: 1 } });
    const done: string[] = [];
    const many = Array.from({ length: 40 }, (_, nth) => planner.plan(question(nth), 'many').then(() => done.push('many')));
    const one = planner.plan(question(99), 'one').then(() => done.push('one'));
    await Promise.all([...many, one]);
    expect(done.indexOf('one')).toBeLessThanOrEqual(2);
  });

  test('a client has only so many waiting; what is beyond them is refused at once, and the rest is planned', async () => {
    planner = await startPlanner(sdl, { deadline: 20_000, turns: { mostEach: 3, backFor: 1 } });
    const asked = await Promise.allSettled(Array.from({ length: 8 }, (_, nth) => planner.plan(question(nth), 'many')));
    const refused = asked.filter(({ status }) => status === 'rejected');
    expect(refused.map((each) => 'reason' in each && each.reason instanceof TooManyToPlan && each.reason.limit)).toEqual(
      refused.map(() => 3),
    );
    expect(refused.length).toBeGreaterThanOrEqual(4);
    expect(asked.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(3);
  });

  test('what takes too long is given up, and the event loop was free all the while', async () => {
    planner = await startPlanner(sdl, { deadline: 1 });
    let turns = 0;
    const turning = setInterval(() => turns++, 1);
    await expect(planner.plan(question(1), 'slow')).rejects.toBeInstanceOf(PlanTooLong);
    clearInterval(turning);
    expect(turns).toBeGreaterThanOrEqual(1);
  });
});
