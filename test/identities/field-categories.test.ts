import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { GraphQLObjectType } from 'graphql';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { readFileSync } from 'node:fs';
import { services } from '../../subgraphs/agreements/domain/systems/service.ts';
import { fetchingServices, servicesGiving } from '../../subgraphs/identities/domain/reading/fetched-categories.ts';
import { engines } from '../support/databases.ts';
import { actorWith } from '../support/subgraphs.ts';
import {
  child,
  contact,
  documentOf,
  type Neighbourhood,
  numberOf,
  packages,
  placement,
  startNeighbourhood,
  submit,
} from './support/neighbourhood.ts';

// Design 6 a second time, field by field: what a service shows of somebody, and of one who is protected. V: the value; A: the alias;
// n: null; -: CATEGORY_NOT_GRANTED; the category stands last.
// biome-ignore format: a table
const byHand: Readonly<Record<string, readonly [string, string, string, string, string, string]>> = {
  // field                  small  medium full   auth   scim   category
  name:               ['VA', 'VA', 'VA', 'VA', 'VA', 'IDENTITY'],
  positions:          ['VV', 'VV', 'VV', 'VV', 'VV', 'ROLE'],
  shortName:          ['nn', 'nn', 'nn', 'nn', 'nn', 'ROLE'], // an employee's; null on a child
  occupation:         ['nn', 'nn', 'nn', 'nn', 'nn', 'ROLE'],
  level:              ['VV', 'VV', 'VV', 'VV', 'VV', 'ROLE'],
  realName:           ['--', '--', '--', 'VV', '--', 'PROTECTED_NAME'],
  localPersonId:      ['--', 'VV', 'VV', 'VV', '--', 'LOCAL_ID'],
  birthDate:          ['--', 'VV', 'VV', 'VV', '--', 'BIRTH_DATE_GENDER'],
  gender:             ['--', 'VV', 'VV', 'VV', '--', 'BIRTH_DATE_GENDER'],
  email:              ['--', 'Vn', 'Vn', 'VV', 'Vn', 'EMAIL'],
  phones:             ['--', '--', 'Vn', 'VV', '--', 'PHONE'],
  address:            ['--', '--', 'Vn', 'VV', '--', 'ADDRESS'],
  nationalNumber:     ['--', 'Vn', 'Vn', 'VV', '--', 'NATIONAL_NUMBER'], // in ws17-medium null, not an error
  nationalNumberKind: ['--', 'VV', 'VV', 'VV', '--', 'NATIONAL_NUMBER'],
  mainGroup:          ['VV', 'VV', 'VV', 'VV', '--', 'GROUPS'],
  groups:             ['VV', 'VV', 'VV', 'VV', '--', 'GROUPS'],
  contacts:           ['--', '--', 'VV', 'VV', 'VV', 'CONTACT_PERSONS'],
  children:           ['--', '--', 'VV', 'VV', 'VV', 'CONTACT_PERSONS'],
};
const columns = ['ws17-small', 'ws17-medium', 'ws17-full', 'ws17-full-authority', 'scim-users'] as const;
/** What is told to whoever may see the tie at all. */
const always = ['id', 'person', 'daycareNumber', 'daycare', 'role', 'source', 'sourceDateTime', 'from', 'to', 'frozen'];
const parts: Readonly<Record<string, string>> = {
  name: '{ first family }',
  realName: '{ first family }',
  phones: '{ number }',
  address: '{ street }',
  mainGroup: '{ localId }',
  groups: '{ localId }',
  contacts: '{ contact { name { first } } }',
  children: '{ child { name { first } } }',
};

test('the table names every field of a tie that is not told to all', () => {
  const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  const schema = buildSubgraphSchema(parse(`${read('subgraphs/identities/schema.graphql')}${read('shared/common.graphql')}`));
  const tie = schema.getType('Affiliation');
  const fields = tie instanceof GraphQLObjectType ? Object.keys(tie.getFields()) : [];
  expect(fields.sort()).toEqual([...always, ...Object.keys(byHand)].sort());
});

test('what a service opens is told alike in agreements and here, and a service is named for each category', () => {
  const fetching = services.filter(({ direction }) => direction === 'FETCH');
  expect(Object.fromEntries(fetching.map(({ code, categories }) => [code, [...categories].sort()]))).toEqual(
    Object.fromEntries(Object.entries(fetchingServices).map(([code, categories]) => [code, [...categories].sort()])),
  );
  expect(servicesGiving('PROTECTED_NAME')).toEqual(['ws17-full-authority']);
  expect(servicesGiving('NATIONAL_NUMBER')).toEqual(['ws17-communication', 'ws17-medium', 'ws17-full', 'ws17-full-authority']);
});

describe.each(engines)('each field of a tie under each service, on $engine', (engine) => {
  let town: Neighbourhood;
  beforeAll(async () => {
    town = await startNeighbourhood(engine);
    const facts = {
      email: 'e@example.dk',
      birthDate: '2022-03-04',
      gender: 'K',
      address: { street: 'Vej 1' },
      phones: [{ kind: 'MOBILE', number: '12345678' }],
    };
    const hidden = { protected: true, aliasFirstName: 'Alias', aliasFamilyName: 'Alias' };
    const lines = (more: object, nth: number) => {
      const mother = contact({ id: 'M', first: 'Mor', number: numberOf(70 + nth) });
      return [
        child(
          { id: 'K', first: 'Real', number: numberOf(60 + nth), more: { ...facts, ...more } },
          { level: 'DT', groups: ['Hold 1'], contacts: [mother] },
        ),
      ];
    };
    for (const [nth, [daycare, more]] of [
      ['G10001', {}],
      ['G10002', hidden],
    ].entries() as ArrayIterator<[number, [string, object]]>) {
      await town.daycare(daycare);
      await town.sends('S1', daycare);
      for (const service of columns) await town.access({ system: service, daycare, service });
      await town.ask(placement, submit, { input: documentOf(daycare, lines(more, nth)) });
    }
  });
  afterAll(() => town.stop());

  const cellOf = async (service: string, daycare: string, field: string) => {
    const actor = actorWith([{ role: 'SUPPLIER_SYSTEM', system: service }]);
    const role = field === 'children' && packages[service]?.includes('CONTACT_PERSONS') ? 'CONTACT' : 'CHILD';
    const { data, errors } = await town.people(
      actor,
      daycare,
      `nodes { name { first } ${field} ${parts[field] ?? ''} }`,
      `(filter: { role: [${role}] })`,
    );
    const node = data._entities[0].people.nodes[0];
    if (errors) return { mark: '-', refusal: errors[0].extensions, node };
    const value = node[field];
    if (field === 'name') return { mark: value.first === 'Real' ? 'V' : 'A', node };
    return { mark: value === null ? 'n' : 'V', node };
  };

  test.each(Object.keys(byHand))('%s goes out under its category, and hides with the protected', async (field) => {
    const [category] = byHand[field]!.slice(-1);
    for (const [index, service] of columns.entries()) {
      const cells = await Promise.all(['G10001', 'G10002'].map((daycare) => cellOf(service, daycare, field)));
      expect({ field, service, shown: cells.map(({ mark }) => mark).join('') }).toEqual({ field, service, shown: byHand[field]![index] });
      for (const { refusal, node } of cells) {
        if (refusal)
          expect(refusal).toMatchObject({
            code: 'CATEGORY_NOT_GRANTED',
            rule: 'A25',
            facts: expect.arrayContaining([
              { name: 'category', value: category },
              { name: 'field', value: field },
            ]),
          });
        if (refusal) expect(refusal.facts.find(({ name }: { name: string }) => name === 'services').value).toContain('ws17-full-authority');
        expect(node.name).toBeTruthy();
      }
      if (service !== 'ws17-full-authority') expect(JSON.stringify(cells[1]?.node)).not.toContain('Real');
    }
  });

  test('what is held at one daycare opens nothing at another, by whatever edge one comes', async () => {
    const reader = actorWith([{ role: 'SUPPLIER_SYSTEM', system: 'mixed' }]);
    const both = [child({ id: 'B', first: 'Both', number: numberOf(40), more: { email: 'both@example.dk' } })];
    for (const daycare of ['G10003', 'G10004']) {
      await town.daycare(daycare);
      await town.sends('S1', daycare);
      await town.ask(placement, submit, { input: documentOf(daycare, both) });
    }
    await town.access({ system: 'mixed', daycare: 'G10003', service: 'ws17-full' });
    await town.access({ system: 'mixed', daycare: 'G10004', service: 'ws17-small' });
    const { data, errors } = await town.people(reader, 'G10003', 'nodes { person { affiliations { daycareNumber email } } }');
    const ties = data._entities[0].people.nodes[0].person.affiliations;
    expect(ties.map(({ daycareNumber, email }: { daycareNumber: string; email: string | null }) => [daycareNumber, email])).toEqual([
      ['G10003', 'both@example.dk'],
      ['G10004', null],
    ]);
    expect(errors?.map(({ extensions }) => extensions.facts.find(({ name }: { name: string }) => name === 'daycare').value)).toEqual([
      'G10004',
    ]);
  });

  test('nobody but a system and who oversees comes to any person: no dashboard, no supplier’s staff, no municipality’s system, no agency', async () => {
    for (const mandate of [
      { role: 'DASHBOARD' },
      { role: 'SUPPLIER', supplier: '1' },
      { role: 'MUNICIPAL_SYSTEM', municipality: '0751', system: 'S1' },
      { role: 'AGENCY' },
    ] as const) {
      const actor = actorWith([mandate]);
      const answers = [
        await town.people(actor, 'G10001', 'nodes { id }'),
        await town.ask(actor, '{ affiliationChanges { changes { uniId } } }'),
        await town.ask(actor, '{ userOverview(municipality: "0751") { units { nodes { people { nodes { id } } } } } }'),
        await town.ask(actor, '{ person(uniId: "ABCDEFGHJK") { uniId } }'),
      ];
      for (const { data, errors } of answers) {
        expect(errors?.[0].extensions.code).toMatch(/NOT_PERMITTED|NOT_FOUND/);
        expect(JSON.stringify(data)).not.toContain('"id"');
      }
    }
  });

  test('a cursor opens nothing: one reader’s is another’s by place only, and one of another list is refused', async () => {
    const [full, small] = ['ws17-full', 'ws17-small'].map((system) => actorWith([{ role: 'SUPPLIER_SYSTEM', system }]));
    const page = (await town.people(full!, 'G10001', 'pageInfo { endCursor } feedPosition', '(first: 1)')).data._entities[0].people;
    const behind = await town.people(small!, 'G10001', 'nodes { role }', `(after: "${page.pageInfo.endCursor}")`);
    expect(behind.data._entities[0].people.nodes).toEqual([]); // the contact that comes next is not for this reader
    const stranger = actorWith([{ role: 'SUPPLIER_SYSTEM', system: 'S9' }]);
    expect(
      (await town.people(stranger, 'G10001', 'nodes { role }', `(after: "${page.pageInfo.endCursor}")`)).errors?.[0].extensions.code,
    ).toBe('NO_ACTIVE_ACCESS');
    expect((await town.people(full!, 'G10001', 'nodes { role }', `(after: "${page.feedPosition}")`)).errors?.[0].extensions.code).toBe(
      'INVALID_INPUT',
    );
    const changes = await town.ask(stranger, 'query($after: Cursor) { affiliationChanges(after: $after) { changes { uniId } } }', {
      after: null,
    });
    expect(changes.data.affiliationChanges.changes).toEqual([]);
  });
});
