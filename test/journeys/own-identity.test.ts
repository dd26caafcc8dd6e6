import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoDocument } from '../../demo/document.ts';
import { playAgreements } from '../../demo/play-agreements.ts';
import { playIdentities } from '../../demo/play-identities.ts';
import { chooseDaycares } from '../../demo/play-register.ts';
import { type Stage, stages } from '../support/stage.ts';

const quietly = { heading: () => {}, step: () => {}, failed: 0 };
const activate = 'mutation { activateIdentity { uniId username state } }';
const mine =
  '{ myData { person { uniId name } advice children { person { name } affiliations { daycare { name } contacts { relation contact { name { first } } } } } reads(first: 10) { nodes { organisation purpose daycareNumber } } } }';

describe.each(stages)('a parent comes for their own, $stage', ({ open }) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await open();
  }, 120_000);
  afterAll(() => stage?.close(), 60_000);

  test('by the national number that the e-ID vouches for, and by nothing less', async () => {
    const daycares = await chooseDaycares(stage.cast, quietly);
    if (!daycares) throw new Error('There are no daycares to play with.');
    await playAgreements(stage.cast, quietly, daycares);
    await playIdentities(stage.cast, quietly, daycares);
    const family = demoDocument(daycares.selfOwned, new Date()).persons.find(
      (person) => 'child' in person && person.localPersonId === 'B2',
    );
    const mother = family && 'child' in family ? family.child?.contacts[0]?.person : undefined;
    if (!mother) throw new Error('The document has no such family.');
    const login = (nationalNumber?: string) =>
      stage.cast({ name: 'Mor', assurance: 'SUBSTANTIAL', mandates: [{ role: 'CITIZEN' }], ...(nationalNumber && { nationalNumber }) });
    expect((await login()({ query: activate })).errors?.[0]?.extensions?.code).toBe('INVALID_INPUT');
    expect((await login('7101018888')({ query: activate })).errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
    const before = await login(mother.nationalNumber)({ query: mine });
    expect(before.data?.myData).toMatchObject({ person: null, children: [], advice: expect.stringContaining('activateIdentity') });
    const activated = await login(mother.nationalNumber)({ query: activate });
    expect(activated.data?.activateIdentity).toMatchObject({ state: 'ACTIVATED', username: expect.stringMatching(/^[a-z]{4}\d{4}$/) });
    const { data, errors } = await login(mother.nationalNumber)({ query: mine });
    expect(errors).toBeUndefined();
    expect(data?.myData).toMatchObject({ person: { uniId: activated.data?.activateIdentity.uniId }, advice: null });
    expect(data?.myData.children).toHaveLength(1);
    expect(data?.myData.children[0].affiliations[0].contacts.map(({ relation }: { relation: string }) => relation).sort()).toEqual([
      'Far',
      'Mor',
    ]);
    expect(data?.myData.reads.nodes.length).toBeGreaterThan(0);
    expect(stage.logged()).not.toContain(mother.nationalNumber);
  }, 120_000);
});
