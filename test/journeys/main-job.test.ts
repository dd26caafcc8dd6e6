import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { playAgreements } from '../../demo/play-agreements.ts';
import { playIdentities } from '../../demo/play-identities.ts';
import { chooseDaycares } from '../../demo/play-register.ts';
import type { Story } from '../../demo/steps.ts';
import { eventually } from '../support/installation.ts';
import { type Stage, stages } from '../support/stage.ts';

/** Remembers what was told, so that a step that answered otherwise is shown with its answer. */
function remembering(): Story & { readonly wrong: string[]; readonly right: string[] } {
  const wrong: string[] = [];
  const right: string[] = [];
  return {
    wrong,
    right,
    heading: () => {},
    step: (asked, answered, asItShouldBe) => (asItShouldBe ? right : wrong).push(`${asked} -> ${answered}`),
    get failed() {
      return wrong.length;
    },
  };
}

describe.each(stages)('the main job, $stage', ({ open }) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await open();
  }, 120_000);
  afterAll(() => stage?.close(), 60_000);

  test('from the register to the user overview, with every refusal on the way', async () => {
    const story = remembering();
    const daycares = await chooseDaycares(stage.cast, story);
    expect(daycares).toBeDefined();
    if (!daycares) return;
    await playAgreements(stage.cast, story, daycares);
    await playIdentities(stage.cast, story, daycares);
    expect(story.wrong).toEqual([]);
    expect(story.right.length).toBeGreaterThan(25);
  }, 120_000);

  test('an answer names its request, and what is asked wrongly is told without what was asked', async () => {
    const token = await stage.token({ as: 'agency' });
    const ask = (body: string) =>
      fetch(`${stage.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body,
      });
    const secret = '6101010000';
    for (const query of [
      `{ daycare(number: "${secret}") { name } }`,
      `{ _${secret} }`,
      `{ person(uniId: ${secret}`,
      `{ personX(a: "${secret}") { b } }`,
    ]) {
      const response = await ask(JSON.stringify({ query }));
      const text = await response.text();
      expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
      expect(JSON.parse(text).errors[0].extensions.code).toBe('INVALID_INPUT');
      expect(text).not.toContain(secret);
    }
    expect(stage.logged()).not.toContain(secret);
  });

  test('an old number is answered with the daycare it became; a number typed as people type is read as meant (hard case 11)', async () => {
    const agency = stage.cast({ as: 'agency' });
    const ask = (number: string) =>
      agency({ query: 'query($n: InstitutionNumber!) { daycare(number: $n) { number legacyNumbers } }', variables: { n: number } });
    for (const number of ['A10001', ' a 10001', 'g90001', 'G 90 001'])
      expect((await ask(number)).data.daycare).toEqual({ number: 'G90001', legacyNumbers: ['A10001'] });
    expect((await ask('A99999')).errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
  });

  test('the system tells that it is up, and ready', async () => {
    expect(await (await fetch(`${stage.url}/health`)).json()).toEqual({ status: 'up' });
    await eventually(
      async () => (await fetch(`${stage.url}/ready`)).status,
      (status) => status === 200,
    );
  });
});
