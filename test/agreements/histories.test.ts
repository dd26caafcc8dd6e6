import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { engines } from '../support/databases.ts';
import { agency, eventually, type Installation, load, row, startRegisterAndAgreements } from '../support/installation.ts';
import {
  addresseeOf,
  dayOf,
  decidesForSomeone,
  liveAbout,
  type System,
  waitingAbout,
  whyNotDecide,
  type World,
} from './support/agreements-model.ts';
import { changesAfter, expectedWords, idsIn, inWords, readAll } from './support/agreements-seen.ts';
import { doForReal } from './support/asked-acts.ts';
import { replay } from './support/change-replay.ts';
import { groundMoveFrom } from './support/ground-commands.ts';
import { perform, soughtKey } from './support/model-acts.ts';
import { archiveEnds, clockStrikes, groundMoves } from './support/model-events.ts';
import { actFrom, castOf, type Command, histories, leapOf, worldOf } from './support/random-agreements.ts';

const RUNS = { SQLite: Number(process.env.HISTORIES ?? 20), other: Number(process.env.HISTORIES ?? 6) };
const grounds: ReadonlySet<string> = new Set(['closeDaycare', 'changeOwnership', 'moveUnit', 'changeType']);
const EVERYBODY = 'G99999';

describe.each(engines)('random histories of agreements on $engine', (engine) => {
  let here: Installation;
  let now = Date.parse('2026-11-25T09:00:00Z');
  let history = 0;
  let wakes = 0;
  const done = new Map<string, number>();
  beforeAll(async () => {
    here = await startRegisterAndAgreements(engine, { clock: () => now, lookEvery: 10 });
    await load(here.register, [row(EVERYBODY, { level: 'INSTITUTION' })]);
  });
  afterAll(() => here.stop());

  /** Lets the clock go on, until what is known of the register may be gone by again; the register says something, so that who listens asks anew. */
  const goOnTo = async (instant: number) => {
    now = instant;
    await load(here.register, [row(EVERYBODY, { level: 'INSTITUTION', name: `Told ${wakes++} times` })]);
    await eventually(
      () =>
        here.ask(
          { ...agency, mandates: [{ role: 'MUNICIPAL_EMPLOYEE', municipality: '0999' }] },
          'mutation { confirmAccesses(ids: ["none"]) { results { id } } }',
        ),
      ({ errors }) => !errors,
    );
  };

  const begin = async () => {
    const cast = castOf(history++);
    const rows = [
      ...cast.clusters.map(({ number, ownership }) => row(number, { level: 'INSTITUTION', ownership })),
      ...cast.daycares.map(({ number, unit, cluster, ownership }) =>
        row(number, { ownership, ...(unit ? { level: 'LOCATION', unit, type: undefined } : { level: 'UNIT', institution: cluster }) }),
      ),
    ];
    await load(here.register, rows);
    for (const system of cast.systems) {
      await here.ask(agency, 'mutation($i: RegisterSupplierInput!) { registerSupplier(input: $i) { number } }', {
        i: { number: system.supplier, name: `Supplier ${system.supplier}`, companyNumber: '92000001' },
      });
      await here.ask(agency, 'mutation($i: RegisterSystemInput!) { registerSystem(input: $i) { id } }', {
        i: { id: system.id, name: `System ${system.id}`, supplier: system.supplier, services: Object.keys(system.connections) },
      });
    }
    const { data } = await here.ask(agency, '{ dataAccesses(first: 0) { feedPosition } }');
    await goOnTo(now + 1);
    return { ...cast, world: worldOf(cast), start: data.dataAccesses.feedPosition as string };
  };
  type Begun = Awaited<ReturnType<typeof begin>>;

  /** What is there is what the model says; what the clock or the register brings is waited for. */
  const agree = async (world: World, systems: readonly System[], why: object, patience: number) => {
    for (let tries = 0; ; tries++) {
      const read = await readAll(here.ask, systems);
      const ids = idsIn(world, read);
      const there = inWords(read);
      const expected = expectedWords(world, ids, now);
      if (tries >= patience || isDeepStrictEqual(there, expected)) {
        expect({ why, now: new Date(now).toISOString(), ...there, faults: here.log }).toEqual({
          why,
          now: new Date(now).toISOString(),
          ...expected,
          faults: [],
        });
        return ids;
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };

  const letTimePass = async (world: World, systems: readonly System[], command: Command) => {
    const until = now + leapOf(command);
    for (const instant of [...archiveEnds(world).filter((end) => end > now && end < until), until].sort((a, b) => a - b)) {
      await goOnTo(instant);
      clockStrikes(world, now);
      await agree(world, systems, command, 300);
    }
  };

  const moveGround = async ({ world, systems, clusters }: Begun, command: Command) => {
    const move = groundMoveFrom(command, world, clusters);
    if (!move) return 'nothing';
    const { data } = await here.register(agency, 'query($n: InstitutionNumber!) { daycare(number: $n) { version } }', { n: move.number });
    const { data: answer, errors } = await here.register(agency, move.query, {
      ...move.variables,
      n: move.number,
      v: data.daycare.version,
    });
    if (answer?.act) groundMoves(world, move.changes, move.successors, now);
    await agree(world, systems, { command, move, errors }, 300);
    return answer?.act ? 'taken' : errors?.[0].extensions.code;
  };

  const live = async (commands: readonly Command[]) => {
    const begun = await begin();
    const { world, systems, actors } = begun;
    let ids = await agree(world, systems, {}, 0);
    for (const command of commands) {
      now += 1;
      let came: unknown = 'nothing';
      if (command.kind === 'time') await letTimePass(world, systems, command);
      else if (grounds.has(command.kind)) came = await moveGround(begun, command);
      else {
        const found = actFrom(command, world, actors, dayOf(now));
        if (!found) continue;
        const expected = perform(world, found.actor, found.act, now);
        came = await doForReal(here.ask, found.actor, found.act, ids);
        const why = { act: found.act, by: found.actor.id };
        expect({ why, answered: came, faults: here.log }).toEqual({ why, answered: expected, faults: [] });
      }
      ids = await agree(world, systems, command, 0);
      for (const each of [came].flat()) done.set(`${command.kind} ${each}`, (done.get(`${command.kind} ${each}`) ?? 0) + 1);
    }
    await compare(begun, ids);
  };

  const compare = async ({ world, systems, actors, start }: Begun, ids: Awaited<ReturnType<typeof agree>>) => {
    const replayed = replay(await changesAfter(here.ask, start, systems));
    const { requests, accesses } = expectedWords(world, ids, now);
    const states = (rows: readonly { id: string; state: string }[]) => Object.fromEntries(rows.map(({ id, state }) => [id, state]));
    expect(replayed).toEqual({ requests: states(requests), accesses: states(accesses), breaks: [] });
    for (const actor of actors) {
      const inboxes = systems.map(
        ({ supplier }, nth) => `inbox${nth}: inbox(filter: { supplier: "${supplier}" }, first: 500) { nodes { id addressee } totalCount }`,
      );
      const { data, errors } = await here.ask(actor, `{ ${inboxes.join(' ')} }`);
      const waiting = world.requests.flatMap((request, index) => {
        const refused = request.state === 'WAITING' ? whyNotDecide(world, actor, request, request.requestedBy) : 'not waiting';
        // A login that is too weak decides nothing, and sees what a better one would decide.
        return refused && refused !== 'ASSURANCE_TOO_LOW' ? [] : [{ id: ids.requests[index], addressee: addresseeOf(world, request) }];
      });
      const there = errors ? errors[0].extensions.code : systems.flatMap((_, nth) => data[`inbox${nth}`].nodes);
      const sorted = (nodes: readonly { id?: string | undefined }[]) => [...nodes].sort((a, b) => (a.id! < b.id! ? -1 : 1));
      expect({ actor, inbox: errors ? there : sorted(there) }).toEqual({
        actor,
        inbox: decidesForSomeone(actor) ? sorted(waiting) : 'NOT_PERMITTED',
      });
    }
    for (const system of systems) {
      const supplier = actors.find(({ mandates: [first] }) => first?.role === 'SUPPLIER' && first.supplier === system.supplier)!;
      const { data } = await here.ask(
        supplier,
        '{ soughtRequests(first: 100) { nodes { daycareNumber system { id } service { code } } } }',
      );
      const there = data.soughtRequests.nodes.map((each: any) =>
        soughtKey({ daycare: each.daycareNumber, system: each.system.id, service: each.service.code }),
      );
      const unanswered = Object.keys(world.sought).filter((key) => {
        const [daycare, of, service] = key.split(' ') as [string, string, string];
        const about = { daycare, system: of, service, opens: 0 };
        return of === system.id && !waitingAbout(world, about) && !liveAbout(world, about);
      });
      expect(there.sort()).toEqual(unanswered.sort());
    }
  };

  test('whatever is done by whom in which order, agreements are what a small model says, to the last refusal, inbox and event', async () => {
    const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
    console.log(`random histories of agreements on ${engine.engine}: SEED=${seed}`);
    await fc.assert(fc.asyncProperty(histories, live), {
      numRuns: engine.engine === 'SQLite' ? RUNS.SQLite : RUNS.other,
      seed,
      endOnFailure: Boolean(process.env.NO_SHRINK),
      ...(process.env.AGAIN && { path: process.env.AGAIN }),
    });
    if (process.env.TELL)
      console.log(
        [...done]
          .sort()
          .map(([what, times]) => `${times} ${what}`)
          .join('\n'),
      );
    expect(here.log).toEqual([]);
  }, 1_800_000);
});
