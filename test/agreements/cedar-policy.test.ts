import { expect, test } from '@jest/globals';
import { mistakes, policies } from './cedar/cedar.ts';
import { askedWhole, blocks, type Difference, differencesIn, isNeeded, knownAs, numberOfCases, tableOf } from './cedar/comparison.ts';
import { timesAsked } from './cedar/decision.ts';
import { knownDifferences } from './cedar/known-differences.ts';

// The second statement of the policy (cedar/policies.cedar) is written from domain.md, ours in subgraphs/agreements: they must say the same.

test("Cedar's validator finds no mistake in the policies, and each has a name of its own", () => {
  expect(mistakes()).toEqual([]);
  expect(new Set(policies.map(({ id }) => id)).size).toBe(policies.length);
});

test(`our tables and the policies written from the domain's words agree on all of ${numberOfCases} cases, but for what is known`, () => {
  const unknown: Difference[] = [];
  const seen = new Set<string>();
  for (const difference of differencesIn(blocks)) {
    const known = knownAs(difference);
    if (known) seen.add(known.inWords);
    else unknown.push(difference);
  }
  console.log(`${numberOfCases} cases; Cedar was asked ${timesAsked()} times.`);
  expect(tableOf(unknown).slice(0, 20)).toEqual([]);
  expect(knownDifferences.map(({ inWords }) => inWords).filter((inWords) => !seen.has(inWords))).toEqual([]);
});

test('policies that are asked one by one decide as all of them at once', () => {
  const { cases, otherwise } = askedWhole();
  expect(cases).toBeGreaterThan(1000);
  expect(otherwise).toEqual([]);
});

test('no policy is idle: without it somebody could do more, or less', () => {
  // Tokens that mix a system's and a person's mandates are refused at the door, so no system comes with a mandate that decides.
  const neverMet = ['3.5 only persons decide: the table names employees'];
  expect(policies.filter((each) => !isNeeded(each)).map(({ id }) => id)).toEqual(neverMet);
});
