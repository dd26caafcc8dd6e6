import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { engines } from '../support/databases.ts';
import { liveHistory } from './support/live-history.ts';
import { addressOf, histories } from './support/random-history.ts';
import { agency, changesQuery, DAY, family, registerHere, type RegisterHere } from './support/register-here.ts';
import { copyOf, Mirror, wholeDaycare } from './support/register-mirror.ts';
import { trueAt, type World } from './support/register-model.ts';

const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
const HISTORIES = { SQLite: 6, other: 3 };
const PAGE = 7;
const snapshotQuery = `query($after: Cursor, $first: Int) { daycares(first: $first, after: $after, filter: { status: [PLANNED, ACTIVE, CLOSED] }) {
  feedPosition pageInfo { hasNextPage endCursor } nodes { ${wholeDaycare} } } }`;

describe.each(engines)('a consumer of the register on $engine', (engine) => {
  let here: RegisterHere;
  beforeAll(async () => {
    here = await registerHere(engine, { lookEvery: 3_600_000 });
  });
  afterAll(() => here.stop());
  const answer = async (query: string, variables: object) => {
    const { data, errors } = await here.ask(agency, query, { ...variables });
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };

  /** Follows the feed from a cursor, a page at a time; whether it has caught up. */
  const following = (mirror: Mirror, start: string | null) => {
    let after = start;
    return async (): Promise<boolean> => {
      const { daycareChanges } = await answer(changesQuery, { after, first: PAGE });
      for (const change of daycareChanges.changes) mirror.take(change);
      after = daycareChanges.nextCursor;
      return daycareChanges.caughtUp;
    };
  };

  /** Reads a snapshot first, a page at a time, and follows from where the feed stood before its first page. */
  const snapshotting = (mirror: Mirror) => {
    let follow: (() => Promise<boolean>) | undefined;
    let [after, isWhole] = [null as string | null, false];
    return async (): Promise<boolean> => {
      if (isWhole && follow) return follow();
      const { daycares } = await answer(snapshotQuery, { after, first: PAGE });
      follow ??= following(mirror, daycares.feedPosition);
      mirror.put(daycares.nodes.map(copyOf));
      after = daycares.pageInfo.endCursor;
      isWhole = !daycares.pageInfo.hasNextPage;
      return false;
    };
  };

  const theRegister = async () => {
    const all = new Mirror();
    for (let [after, more] = [null as string | null, true]; more; ) {
      const { daycares } = await answer(snapshotQuery, { after, first: 500 });
      all.put(daycares.nodes.map(copyOf));
      [after, more] = [daycares.pageInfo.endCursor, daycares.pageInfo.hasNextPage];
    }
    return all.copies;
  };

  /** Changes what the histories leave alone, of one daycare that is open. */
  const changeMore = async (world: World, nth: number) => {
    const open = [...world.levels].filter(
      ([number, level]) => level !== 'INSTITUTION' && trueAt(world, number, here.clock.now)?.status === 'ACTIVE',
    );
    const [number, level] = open[nth % Math.max(open.length, 1)] ?? [];
    if (!number || !level) return;
    const maybe = <Value>(value: Value, places: number) => ((nth >> places) % 2 ? value : null);
    const street = trueAt(world, number, here.clock.now)?.street ?? '';
    const changes = {
      productionUnitNumber: maybe(`90000000${String(nth % 90).padStart(2, '0')}`, 1),
      address: {
        ...addressOf(street),
        ...{ houseNumber: maybe('12 B', 2), supplementaryTown: maybe('Ved åen', 3), municipalityCode: maybe('740', 4) },
        ...{ latitude: maybe(56 + (nth % 100) / 997, 1), longitude: maybe(10.25, 2), addressId: maybe('0a3f507a', 3) },
      },
    };
    const { version } = (await answer('query($n: InstitutionNumber!) { daycare(number: $n) { version } }', { n: number })).daycare;
    const { refused } =
      level === 'LOCATION'
        ? await here.changeLocation(agency, number, version, changes)
        : await here.changeUnit(agency, number, version, {
            ...changes,
            ...{ email: maybe(`m${nth}@daycare.example`, 1), companyNumber: maybe(`9000000${nth % 9}`, 2) },
          });
    expect(refused).toBeUndefined();
  };

  /** A closing with those who follow, and a correction of what has changed again since, which the histories seldom have. */
  const closeAndPutRight = async ([closing, ...others]: string[]) => {
    here.clock.now += 3 * DAY;
    await here.close(agency, closing!, 1, { withChildren: true, succeededBy: others });
    await here.changeUnit(agency, others[0]!, 1, { name: 'Now' });
    expect((await here.changeUnit(agency, others[0]!, 2, { name: 'Then' }, { on: here.day(-1) })).payload.daycare.name).toBe('Now');
  };

  test('that starts at nothing and follows, or takes a snapshot while all goes on and follows, ends with the same register', async () => {
    console.log(`the feed's mirrors on ${engine.engine}: SEED=${SEED}`);
    const first = new Mirror();
    const consumers = [{ mirror: first, read: following(first, null) }];
    const lives = fc.sample(histories, { numRuns: engine.engine === 'SQLite' ? HISTORIES.SQLite : HISTORIES.other, seed: SEED });
    let nth = SEED;
    for (const commands of lives) {
      const mirror = new Mirror();
      consumers.push({ mirror, read: snapshotting(mirror) });
      const { units } = await family(here, 3, { locations: true });
      await liveHistory({ ask: here.ask, clock: here.clock, faults: here.log }, commands, async (world) => {
        nth = (Math.imul(nth, 1_103_515_245) + 12_345) >>> 1;
        if (nth % 3 === 0) await changeMore(world, nth >> 3);
        for (const { read } of consumers) await read();
      });
      await closeAndPutRight(units);
    }
    const register = await theRegister();
    const closed = Object.values(register).filter(({ facts, successors }) => facts.status === 'CLOSED' && successors.length === 2);
    expect(closed.length).toBeGreaterThanOrEqual(lives.length);
    for (const { mirror, read } of consumers) {
      while (!(await read()));
      expect(mirror.copies).toEqual(register);
    }
  }, 120_000);

  test('nothing of all this was a fault', () => expect(here.log).toEqual([]));
});
