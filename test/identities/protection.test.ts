import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { engines } from '../support/databases.ts';
import { actorWith } from '../support/subgraphs.ts';
import {
  child,
  contact,
  documentOf,
  employee,
  type Neighbourhood,
  numberOf,
  placement,
  startNeighbourhood,
  submit,
} from './support/neighbourhood.ts';

const reader = actorWith([{ role: 'SUPPLIER_SYSTEM', system: 'S2' }]);
const authority = actorWith([{ role: 'SUPPLIER_SYSTEM', system: 'S4' }]);
const [here, there] = ['G10001', 'G10002'];
const fields =
  'nodes { role localPersonId name { first family } email phones { number } address { street } nationalNumber person { name isProtected } }';

describe.each(engines)('protected persons on $engine', (engine) => {
  let town: Neighbourhood;
  let serial = 0;
  beforeAll(async () => {
    town = await startNeighbourhood(engine);
    for (const number of [here, there]) {
      await town.daycare(number);
      await town.sends('S1', number);
      await town.access({ system: 'S2', daycare: number, service: 'ws17-full' });
      await town.access({ system: 'S4', daycare: number, service: 'ws17-full-authority' });
    }
  });
  afterAll(() => town.stop());

  /** Somebody new, whose every field says so. */
  const somebody = () => {
    serial += 1;
    const number = numberOf(serial);
    const secret = `Secret${serial}x`;
    const facts = { familyName: secret, email: `${secret}@x.dk`, phones: [{ number: secret }], address: { street: secret } };
    const as = (id: string, more: object = {}) => ({ id, first: secret, number, more: { ...facts, ...more } });
    return { secret, number, as };
  };
  const kid = (id: string, contacts: readonly object[], more: object = {}) => {
    serial += 1;
    return child({ id, number: numberOf(serial), more }, { contacts });
  };
  const send = async (source: string, persons: readonly object[], daycare = here) => {
    const { data, errors } = await town.ask(placement, submit, { input: documentOf(daycare, persons, { source }) });
    expect(errors).toBeUndefined();
    return data.submitImport;
  };
  const seen = async (daycare = here, actor = reader) => {
    const { data, errors } = await town.people(actor, daycare, fields, '(first: 500)');
    expect(errors).toBeUndefined();
    return data._entities[0].people.nodes as {
      role: string;
      localPersonId: string;
      name: { first: string };
      person: { name: string; isProtected: boolean };
    }[];
  };
  const expectHidden = async ({ secret, number }: { secret: string; number: string }) => {
    for (const daycare of [here, there]) {
      const said = JSON.stringify(await seen(daycare));
      expect(said).not.toContain(secret);
      expect(said).not.toContain(number);
      const found = await town.people(reader, daycare, 'totalCount', `(filter: { text: "${secret}" })`);
      expect(found.data._entities[0].people.totalCount).toBe(0);
    }
  };
  const alias = { protected: true, aliasFirstName: 'Anna', aliasFamilyName: 'Alias' };

  test('a contact who is protected without alias under one child is so under another that does not say it', async () => {
    const who = somebody();
    const contacts = [contact(who.as('m')), contact(who.as('m', { protected: true }))];
    const { counts, notices } = await send('a', [kid('K1', contacts.slice(0, 1)), kid('K2', contacts.slice(1))]);
    expect([counts.refused, notices.nodes[0].code]).toEqual([1, 'PROTECTED_WITHOUT_ALIAS']);
    await expectHidden(who);
    const [tie] = (await seen()).filter(({ localPersonId }) => localPersonId === 'm');
    expect(tie).toMatchObject({ name: { first: 'Navnebeskyttet' }, person: { name: 'Navnebeskyttet person', isProtected: true } });
  });

  test('an employee whose refused line says protected stays hidden though a contact line of the same person changes', async () => {
    const who = somebody();
    const of = kid('K', []);
    const document = (line: object, email: string) => [
      employee(who.as('e', line)),
      { ...of, child: { contacts: [contact(who.as('ek', { email }))] } },
    ];
    await send('b', document({}, 'before@x.dk'));
    await send('b', document({ protected: true }, 'after@x.dk'));
    await expectHidden(who);
    expect(JSON.stringify(await seen())).not.toContain('after@x.dk');
  });

  test('who was protected with an alias stays so while the line that said it is refused for another reason', async () => {
    const who = somebody();
    const of = kid('K', []);
    const document = (line: object, email: string) => [
      employee(who.as('e', line)),
      { ...of, child: { contacts: [contact(who.as('ek', { email }))] } },
    ];
    await send('c', document(alias, 'before@x.dk'));
    const shown = async () =>
      (await seen()).filter(({ localPersonId }) => ['e', 'ek'].includes(localPersonId)).map(({ name }) => name.first);
    await send('b', []);
    expect(await shown()).toEqual(['Anna', 'Anna']);
    await send('c', document({ firstName: 'x'.repeat(200) }, 'after@x.dk'));
    await expectHidden(who);
    expect(await shown()).toEqual(['Anna', 'Anna']);
    expect(JSON.stringify(await seen())).not.toContain('after@x.dk');
    await send('c', document({}, 'after@x.dk'));
    expect(await shown()).toEqual([who.secret, who.secret]);
    await send('c', []);
  });

  test('a contact of a child whose line is refused is protected at once', async () => {
    const who = somebody();
    const of = kid('K', [contact(who.as('m6'))]);
    await send('d', [of]);
    await send('d', [{ ...of, person: { ...of.person, firstName: 'x'.repeat(200) }, child: { contacts: [contact(who.as('m6', alias))] } }]);
    await expectHidden(who);
  });

  test('what one daycare says on a refused line holds at every other, also when that one sends again, until it is taken back', async () => {
    const who = somebody();
    const line = (more: object = {}) => [employee(who.as('e7', more))];
    await send('e', line(), there);
    await send('e', line({ protected: true }));
    await expectHidden(who);
    await send('e', line({ email: 'newer@x.dk' }), there);
    await expectHidden(who);
    await send('e', []);
    await send('e', line({ email: 'newest@x.dk' }), there);
    expect(JSON.stringify(await seen(there))).toContain(who.secret);
  });

  test('a name told at one daycare is not shown at another, nor is an alias; each shows what it was told last', async () => {
    const who = somebody();
    await send('f', [employee(who.as('n'))]);
    await send('f', [employee({ ...who.as('q'), first: 'Rude' })], there);
    const nameAt = async (daycare: string, id: string, actor = only(daycare)) =>
      (await seen(daycare, actor)).filter(({ localPersonId }) => localPersonId === id).map(({ person }) => person.name);
    const only = (daycare: string) => actorWith([{ role: 'SUPPLIER_SYSTEM', system: `only ${daycare}` }]);
    for (const daycare of [here, there]) await town.access({ system: `only ${daycare}`, daycare, service: 'ws17-full' });
    expect([await nameAt(here, 'n'), await nameAt(there, 'q')]).toEqual([[`${who.secret} ${who.secret}`], [`Rude ${who.secret}`]]);
    expect(await nameAt(here, 'n', reader)).toEqual([`Rude ${who.secret}`]);
    await send('f', [employee({ ...who.as('q', { ...alias, aliasFirstName: 'Hidden' }), first: 'Rude' })], there);
    expect([await nameAt(here, 'n'), await nameAt(there, 'q')]).toEqual([['Navnebeskyttet person'], ['Hidden Alias']]);
    expect(await nameAt(here, 'n', reader)).toEqual(['Hidden Alias']);
    const left = await town.people(only(there), there, 'nodes { person { name } }', '(first: 500, filter: { includeEnded: true })');
    expect(left.errors).toBeUndefined();
  });

  test('the address of a contact with custody, or at the address, of a protected child goes out under PROTECTED_NAME only', async () => {
    const [mother, aunt, friend] = [somebody(), somebody(), somebody()];
    const home = { address: { street: 'Skjult Vej 1' } };
    const contacts = [
      contact(mother.as('mor', home)),
      contact(aunt.as('tante', home), { relation: 'Andet', hasCustody: false }),
      contact(friend.as('ven', { address: { street: 'Synlig Vej 2' } }), { relation: 'Andet', hasCustody: false }),
    ];
    await send('i', [kid('P', contacts, { ...alias, ...home }), employee(mother.as('mor', home))]);
    expect(JSON.stringify(await seen())).not.toContain('Skjult');
    expect(JSON.stringify(await seen())).toContain('Synlig');
    expect(JSON.stringify(await seen(here, authority)).match(/Skjult/g)).toHaveLength(4);
  });
});
