import { afterEach, describe, expect, test } from '@jest/globals';
import { blocks, differencesIn, knownAs } from './cedar/comparison.ts';
import { flips } from './cedar/flips.ts';

// A test that cannot fail is a defect. Here the comparison runs against a doctored copy of our tables: jest loads the modules anew for each
// test file, so no other test sees it. TILSLUT_SEED repeats a run; TILSLUT_FLIPS=all turns every cell there is.

const seed = Number(process.env.TILSLUT_SEED ?? Date.now() % 1_000_000);
const random = randomFrom(seed);
const shuffled = <Value>(values: readonly Value[]): Value[] =>
  values
    .map((value) => ({ value, place: random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ value }) => value);
const chosen = process.env.TILSLUT_FLIPS === 'all' ? flips : shuffled(flips).slice(0, 12);
// In any order, but one of each situation in turn, so that what differs anywhere is soon met.
const inOrder = [...Map.groupBy(shuffled(blocks), ({ setting }) => setting.situation).values()]
  .flatMap((ofOneSituation) => ofOneSituation.map((block, turn) => ({ block, turn })))
  .sort((one, other) => one.turn - other.turn)
  .map(({ block }) => block);

describe(`a wrong cell in our tables is noticed by the policies (seed ${seed}, ${chosen.length} of ${flips.length} cells)`, () => {
  let turnBack: () => void = () => {};
  afterEach(() => turnBack());

  test.each(chosen)('turned round: $cell', ({ turn }) => {
    turnBack = turn();
    expect(isNoticed()).toBe(true);
  });
});

function isNoticed(): boolean {
  for (const difference of differencesIn(inOrder)) if (!knownAs(difference)) return true;
  return false;
}

/** Mulberry32: the same numbers for the same seed. */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
