import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Subgraph } from '#shared/subgraph.ts';
import { startInstitutions } from '../../subgraphs/institutions/server.ts';
import { engines } from '../support/databases.ts';
import { actorWith, asking, keepingLog, testKeys } from '../support/subgraphs.ts';
import { Replay, type ToldEvent } from './support/log-replay.ts';
import { type Lived, liveHistory } from './support/live-history.ts';
import { histories, midnight } from './support/random-history.ts';
import { type Facts, moments, trueAt } from './support/register-model.ts';

const agency = actorWith([{ role: 'AGENCY' }]);
const HOUR = 3_600_000;
const RUNS = { SQLite: Number(process.env.HISTORIES ?? 25), other: Number(process.env.HISTORIES ?? 8) };

const picture = `number name status version municipality { code } ownership legalBasis
  ... on PlacementUnit { type phone address { street } institution { number } }
  ... on AlternativeAddress { address { street } unit { number } }`;

type Picture = Record<string, any>;

/** A picture that the register gives, as the model says it. */
function factsOf(seen: Picture): Facts {
  const told = {
    name: seen.name,
    status: seen.status,
    municipality: seen.municipality.code,
    ownership: seen.ownership,
    legalBasis: seen.legalBasis,
    type: seen.type,
    phone: seen.phone,
    street: seen.address?.street,
    parent: seen.institution?.number ?? seen.unit?.number,
  };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined && value !== null));
}

/** What the replay has of a daycare, in the same words. */
function replayed(facts: Record<string, string> | undefined): Facts | undefined {
  if (!facts) return undefined;
  const { name, status, municipality, ownership, legalBasis, type, phone, street } = facts;
  const parent = facts.unit ?? facts.institution;
  return Object.fromEntries(
    Object.entries({ name, status, municipality, ownership, legalBasis, type, phone, street, parent }).filter(
      ([, value]) => value !== undefined,
    ),
  );
}

describe.each(engines)('random histories on $engine', ({ engine, place }) => {
  let subgraph: Subgraph;
  let ask: ReturnType<typeof asking>;
  let remove: () => Promise<void>;
  const { kept, log } = keepingLog();
  const clock = { now: midnight('2026-03-02') + 9 * HOUR };
  beforeAll(async () => {
    const here = await place();
    const { trusted, signers } = await testKeys();
    subgraph = await startInstitutions({ databaseUrl: here.url, trusted, clock: () => clock.now, log, lookEvery: 3_600_000 });
    ask = asking(subgraph, signers.gateway!);
    remove = here.remove;
  });
  afterAll(async () => {
    await subgraph.stop();
    await remove();
  });

  const see = async (number: string, asOf?: number, knownAt?: number): Promise<Picture | undefined> => {
    const { data, errors } = await ask(
      agency,
      `query($n: InstitutionNumber!, $asOf: DateTime, $knownAt: DateTime) { daycare(number: $n, asOf: $asOf, knownAt: $knownAt) { ${picture} } }`,
      { n: number, asOf: asOf && new Date(asOf).toISOString(), knownAt: knownAt && new Date(knownAt).toISOString() },
    );
    if (data?.daycare) return data.daycare;
    expect(errors?.[0].extensions.code).toBe('NOT_FOUND');
    return undefined;
  };
  const feedAfter = async (cursor: string) => {
    const events: ToldEvent[] = [];
    let after: string = cursor;
    for (;;) {
      const { data, errors } = await ask(
        agency,
        'query($after: Cursor) { daycareChanges(after: $after, first: 500) { nextCursor caughtUp changes { at effectiveFrom kind number changes { field before after } daycare { history(first: 3) { nodes { comment } } } } } }',
        { after },
      );
      if (errors) throw new Error(JSON.stringify(errors));
      events.push(...data.daycareChanges.changes);
      after = data.daycareChanges.nextCursor;
      if (data.daycareChanges.caughtUp) return events;
    }
  };

  const compare = async ({ world, past, start }: Lived, seed: number) => {
    const events = await feedAfter(start);
    expect(events.filter(({ kind }) => kind === 'PLAN_REFUSED')).toEqual([]);
    const numbers = [...world.levels.keys()];
    const begins = moments(world);
    const random = (most: number, salt: number) => Math.abs(Math.imul(seed + salt, 2654435761) % most);
    const everything = new Replay(events);
    for (const number of numbers) {
      const present = factsOf((await see(number))!);
      expect(present).toEqual(trueAt(world, number, clock.now));
      expect(replayed(everything.at(number, clock.now))).toEqual(present);
    }
    for (let sample = 0; sample < 12 && past.length > 0 && begins.length > 0; sample++) {
      const { at: knownAt, world: then } = past[random(past.length, sample)]!;
      const asOf = begins[random(begins.length, sample + 100)]! + (sample % 3) - 1;
      const replay = new Replay(events, knownAt);
      for (const number of numbers) {
        const seen = await see(number, asOf, knownAt);
        const where = { number, asOf: new Date(asOf).toISOString(), knownAt: new Date(knownAt).toISOString() };
        expect({ where, facts: seen && factsOf(seen) }).toEqual({ where, facts: trueAt(then, number, asOf) });
        expect({ where, facts: replayed(replay.at(number, asOf)) }).toEqual({ where, facts: seen && factsOf(seen) });
      }
    }
  };

  test('the register answers every moment as a small model does, and as its log replayed (asOf, knownAt)', async () => {
    const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
    console.log(`random histories on ${engine}: SEED=${seed}`);
    await fc.assert(
      fc.asyncProperty(histories, async (commands) => compare(await liveHistory({ ask, clock, faults: kept }, commands), seed)),
      {
        numRuns: engine === 'SQLite' ? RUNS.SQLite : RUNS.other,
        seed,
        endOnFailure: Boolean(process.env.NO_SHRINK),
        ...(process.env.AGAIN && { path: process.env.AGAIN }),
      },
    );
    expect(kept).toEqual([]);
  }, 1_800_000);
});
