import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { diceFrom } from './support/dice.ts';
import { oneSchema } from './support/one-schema.ts';
import { madeFederation, subgraphsOf } from './support/random-federation.ts';
import { randomQuestion } from './support/random-question.ts';
import { federate, type SmallFederation } from './support/small-federation.ts';

// The seeds are these, and one that is new each time; TILSLUT_SEED tries one again.
const given = process.env.TILSLUT_SEED;
const seeds = given ? given.split(',').map(Number) : [1, 2, Date.now() % 1_000_000];
const QUESTIONS = Number(process.env.TILSLUT_QUESTIONS ?? 12);

describe.each(seeds)('a federation made up from seed %i is answered as one schema of the same types and rows', (seed) => {
  const made = madeFederation(diceFrom(seed), { coded: seed % 2 === 0 });
  const one = oneSchema(made);
  let federation: SmallFederation;
  beforeAll(async () => {
    federation = await federate(...subgraphsOf(made));
  }, 20_000);
  afterAll(() => federation.close());

  test('where every subgraph answers', async () => {
    const dice = diceFrom(seed + 1);
    for (let nth = 0; nth < QUESTIONS; nth++) {
      const { query, variables } = randomQuestion(one.schema, dice);
      const expected = await one.ask(query, variables);
      const { data = null, errors } = await federation.ask(query, variables);
      expect({ query, variables, data, errors }).toEqual({ query, variables, data: expected.data, errors: undefined });
    }
  }, 60_000);

  // By its code alone a type is found through a third subgraph, whose being away one schema cannot tell.
  if (seed % 2 === 0) return;
  test('where one is away, with an error at each place that is lost and at no other', async () => {
    const dice = diceFrom(seed + 2);
    for (let nth = 0; nth < QUESTIONS; nth++) {
      const away = dice.one(made.subgraphs);
      federation.behave(away, () => ({ data: null, errors: [{ message: 'away', extensions: { code: 'UNAVAILABLE' } }] }));
      const { query, variables } = randomQuestion(one.schema, dice);
      const expected = await one.ask(query, variables, away);
      const { data = null, errors = [] } = await federation.ask(query, variables);
      federation.behave(away, (honest) => honest());
      expect({ query, variables, away, data }).toEqual({ query, variables, away, data: expected.data });
      const places = errors.map(({ path }) => (path ?? []).map(String));
      const untold = expected.places.filter((place) => !places.some((told) => isWithin(told, place) || isWithin(place, told)));
      // What hides a place hides its own faults: one schema stops there at the first.
      const invented = places.filter((place) => !expected.places.some((told) => isWithin(told, shownOf(expected.data, place))));
      expect({ query, variables, away, untold, invented }).toEqual({ query, variables, away, untold: [], invented: [] });
    }
  }, 60_000);
});

const isWithin = (place: readonly string[], outer: readonly string[]) => outer.every((step, index) => place[index] === step);

/** As much of a place as an answer shows: up to where it ends at nothing. */
function shownOf(data: any, place: readonly string[]): readonly string[] {
  const end = place.findIndex((_, index) => place.slice(0, index).reduce((at, step) => at?.[step], data) === null);
  return end === -1 ? place : place.slice(0, end);
}
