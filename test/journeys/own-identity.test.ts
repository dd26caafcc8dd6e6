import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoDocument } from '../../demo/document.ts';
import { playAgreements } from '../../demo/play-agreements.ts';
import { playIdentities } from '../../demo/play-identities.ts';
import { playOwnIdentity } from '../../demo/play-own-identity.ts';
import { chooseDaycares } from '../../demo/play-register.ts';
import { type Stage, stages } from '../support/stage.ts';

const quietly = { heading: () => {}, step: () => {}, failed: 0 };

describe.each(stages)('a parent comes for their own, $stage', ({ open }) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await open();
  }, 120_000);
  afterAll(() => stage?.close(), 60_000);

  test('by the national number that the e-ID vouches for, and by nothing less; the number is in no log', async () => {
    const daycares = await chooseDaycares(stage.cast, quietly);
    if (!daycares) throw new Error('There are no daycares to play with.');
    await playAgreements(stage.cast, quietly, daycares);
    await playIdentities(stage.cast, quietly, daycares);
    const told: (readonly [string, string, boolean])[] = [];
    await playOwnIdentity(stage.cast, { ...quietly, step: (...step) => told.push(step) }, daycares);
    expect(told.filter(([, , asItShouldBe]) => !asItShouldBe)).toEqual([]);
    expect(told).toHaveLength(5);
    const numbers = JSON.stringify(demoDocument(daycares.selfOwned, new Date())).match(/(?<="nationalNumber":")\d{10}/g) ?? [];
    expect(numbers.length).toBeGreaterThan(20);
    for (const number of numbers) expect(stage.logged()).not.toContain(number);
  }, 120_000);
});
