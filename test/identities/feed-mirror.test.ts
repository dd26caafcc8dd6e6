import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { engines } from '../support/databases.ts';
import { actorWith } from '../support/subgraphs.ts';
import { mirrorOf } from './support/mirror.ts';
import { type Neighbourhood, startNeighbourhood } from './support/neighbourhood.ts';
import { randomFrom, townLife } from './support/town-life.ts';

const steps = Number(process.env.STEPS ?? 80);
const daycares = ['G10001', 'G10002', 'G10003', 'G10004'];
const readers = { S2: 'ws17-full-authority', S3: 'ws17-small', S4: 'ws17-medium', S5: 'ws17-full' } as const;

jest.setTimeout(180_000);

describe.each(engines)('a mirror of all that one may read, on $engine', (engine) => {
  let town: Neighbourhood;
  beforeAll(async () => {
    town = await startNeighbourhood(engine);
    for (const daycare of daycares) await town.daycare(daycare);
    await town.sends('S1', ...daycares);
  });
  afterAll(() => town.stop());

  test('is the truth whatever happens: snapshot where reading begins, one feed for the rest, and nothing of the time before', async () => {
    const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
    console.log(`a mirror of random histories on ${engine.engine}: SEED=${seed} STEPS=${steps}`);
    const life = townLife(town, randomFrom(seed), readers, daycares);
    const mirrors = Object.entries(readers).map(([system, service]) => ({
      system,
      mirror: mirrorOf(town, actorWith([{ role: 'SUPPLIER_SYSTEM', system }]), service),
    }));
    let compared = 0;
    for (let step = 1; step <= steps; step++) {
      await life.happen();
      await life.pick(mirrors).mirror.page(3);
      if (step % 20 > 0) continue;
      for (const { system, mirror } of mirrors) {
        await mirror.catchUp();
        for (const daycare of daycares) {
          const truth = await mirror.truth(daycare);
          compared += truth?.length ?? 0;
          expect({ seed, step, system, daycare, ties: mirror.held(daycare) }).toEqual({ seed, step, system, daycare, ties: truth });
        }
      }
    }
    for (const { system, mirror } of mirrors)
      for (const { daycare, to } of mirror.everTold) {
        const begun = Math.min(
          ...life.accesses.filter((each) => each.system === system && each.daycare === daycare).map((each) => each.begun),
        );
        expect({ seed, system, daycare, tooOld: to !== null && Date.parse(to) < begun }).toMatchObject({ tooOld: false });
      }
    expect(compared).toBeGreaterThan(0);
  });
});
