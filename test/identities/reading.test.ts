import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { engines } from '../support/databases.ts';
import { actorWith } from '../support/subgraphs.ts';
import {
  child,
  contact,
  documentOf,
  employee,
  material,
  type Neighbourhood,
  numberOf,
  placement,
  platform,
  responsible,
  startNeighbourhood,
  submit,
} from './support/neighbourhood.ts';

const employeeOf = (daycare: string) => actorWith([{ role: 'DAYCARE_EMPLOYEE', daycare }]);
const municipal = actorWith([{ role: 'MUNICIPAL_EMPLOYEE', municipality: '0751' }]);
const stranger = actorWith([{ role: 'DAYCARE_RESPONSIBLE', municipality: '0101' }]);
const agency = actorWith([{ role: 'AGENCY' }]);
const supplier = actorWith([{ role: 'SUPPLIER', supplier: '1001' }]);
const dashboard = actorWith([{ role: 'DASHBOARD' }]);
const localDashboard = actorWith([{ role: 'DASHBOARD', municipality: '0751' }]);
const authority = actorWith([{ role: 'SUPPLIER_SYSTEM', system: 'S4' }]);

const hidden = {
  protected: true,
  aliasFirstName: 'Anna',
  aliasFamilyName: 'Alias',
  email: 'real@example.dk',
  phones: [{ kind: 'MOBILE', number: '12345678' }],
  address: { street: 'Hemmelig 1' },
};

describe.each(engines)('reading on $engine', (engine) => {
  let town: Neighbourhood;
  beforeAll(async () => {
    town = await startNeighbourhood(engine);
    const ownerships = { G10001: 'MUNICIPAL', G10002: 'SELF_OWNED', G10003: 'PRIVATE', G10004: 'OUTSOURCED' } as const;
    for (const [number, ownership] of Object.entries(ownerships)) await town.daycare(number, { ownership });
    await town.daycare('G10005', {
      level: 'LOCATION',
      ownership: 'SELF_OWNED',
      unit: { number: 'G10002', institution: { number: 'G10000' } },
    });
    for (const number of ['G10001', 'G10002', 'G10003', 'G10004', 'G10005']) {
      await town.sends('S1', number);
      const mother = contact({ id: 'mor', first: 'Real', number: numberOf(901), more: { familyName: 'Secret', ...hidden } });
      const persons = [
        child({ id: 'K', first: 'Kim', number: numberOf(900), more: { birthDate: '2023-05-01', gender: 'K' } }, { contacts: [mother] }),
        employee({ id: 'E', first: 'Eva', number: numberOf(902), more: { email: 'eva@example.dk' } }),
      ];
      const { data } = await town.ask(placement, submit, { input: documentOf(number, persons) });
      expect(data.submitImport.counts).toMatchObject({ begun: 3 });
    }
    await town.access({ system: 'S2', daycare: 'G10001', service: 'ws17-full' });
    await town.access({ system: 'S2', daycare: 'G10002', service: 'ws17-small' });
    await town.access({ system: 'S3', daycare: 'G10001', service: 'ws17-medium' });
    await town.access({ system: 'S4', daycare: 'G10001', service: 'ws17-full-authority' });
  });
  afterAll(() => town.stop());

  const codes = (errors: readonly { extensions: { code: string } }[] | undefined) => [
    ...new Set((errors ?? []).map(({ extensions }) => extensions.code)),
  ];

  test('a system reads by the access at that very daycare: a field outside its categories is refused and names the category', async () => {
    const full = await town.people(platform, 'G10001', 'nodes { role birthDate localPersonId nationalNumber }');
    expect(full.data._entities[0].people.nodes.map(({ role }: { role: string }) => role)).toEqual(['CHILD', 'EMPLOYEE', 'CONTACT']);
    expect(full.data._entities[0].people.nodes[0]).toMatchObject({
      birthDate: '2023-05-01',
      localPersonId: 'K',
      nationalNumber: numberOf(900),
    });
    const small = await town.people(platform, 'G10002', 'nodes { role name { first } birthDate mainGroup { name } }');
    expect(small.data._entities[0].people.nodes).toEqual([
      { role: 'CHILD', name: { first: 'Kim' }, birthDate: null, mainGroup: { name: 'Stue 1' } },
      { role: 'EMPLOYEE', name: { first: 'Eva' }, birthDate: null, mainGroup: null },
    ]);
    expect(small.errors?.[0].extensions).toMatchObject({
      code: 'CATEGORY_NOT_GRANTED',
      facts: [
        { name: 'category', value: 'BIRTH_DATE_GENDER' },
        { name: 'daycare', value: 'G10002' },
        { name: 'services', value: 'ws17-communication, ws17-medium, ws17-full, ws17-full-authority' },
        { name: 'field', value: 'birthDate' },
      ],
    });
    expect(codes((await town.people(platform, 'G10002', 'nodes { id }', '(filter: { role: [CONTACT] })')).errors)).toEqual([
      'CATEGORY_NOT_GRANTED',
    ]);
  });

  test('through a person each tie is judged by the access at its own daycare, never the union of several', async () => {
    const { data, errors } = await town.people(
      platform,
      'G10001',
      'nodes { person { affiliations { daycareNumber email } } }',
      '(filter: { role: [EMPLOYEE] })',
    );
    expect(data._entities[0].people.nodes[0].person.affiliations).toEqual([
      { daycareNumber: 'G10001', email: 'eva@example.dk' },
      { daycareNumber: 'G10002', email: null },
    ]);
    expect(codes(errors)).toEqual(['CATEGORY_NOT_GRANTED']);
  });

  test('a protected mother goes out by her alias; the number is hidden in medium with its kind shown; the authority sees both names (hard case 6, I22)', async () => {
    const fields = 'name { first family } person { name isProtected } phones { number } address { street }';
    const mother = async (actor: typeof platform, selection: string) =>
      (await town.people(actor, 'G10001', `nodes { ${selection} }`, '(filter: { role: [CONTACT] })')).data._entities[0].people.nodes[0];
    const alias = { name: { first: 'Anna', family: 'Alias' }, person: { name: 'Anna Alias', isProtected: true } };
    expect(await mother(platform, fields)).toEqual({ ...alias, phones: null, address: null });
    expect(await mother(responsible, `${fields} email`)).toEqual({ ...alias, phones: null, address: null, email: null });
    expect(await mother(authority, `${fields} realName { first family } nationalNumber`)).toEqual({
      ...alias,
      realName: { first: 'Real', family: 'Secret' },
      phones: [{ number: '12345678' }],
      address: { street: 'Hemmelig 1' },
      nationalNumber: numberOf(901),
    });
    await town.access({ system: 'S5', daycare: 'G10004', service: 'ws17-medium' });
    const asEmployee = documentOf(
      'G10004',
      [employee({ id: 'P', first: 'Real', number: numberOf(901), more: { familyName: 'Secret', ...hidden } })],
      { source: 'Staff' },
    );
    await town.ask(placement, submit, { input: asEmployee });
    const medium = await town.people(
      actorWith([{ role: 'SUPPLIER_SYSTEM', system: 'S5' }]),
      'G10004',
      'nodes { name { first } nationalNumber nationalNumberKind }',
      '(filter: { role: [EMPLOYEE] })',
    );
    expect(medium.errors).toBeUndefined();
    expect(medium.data._entities[0].people.nodes).toEqual([
      { name: { first: 'Eva' }, nationalNumber: numberOf(902), nationalNumberKind: 'REPLACEMENT' },
      { name: { first: 'Anna' }, nationalNumber: null, nationalNumberKind: 'REPLACEMENT' },
    ]);
  });

  test('nobody finds a protected person by the real name, also where another source does not know of the protection', async () => {
    const found = async (text: string) =>
      (await town.people(responsible, 'G10001', 'nodes { name { first } }', `(filter: { text: "${text}" })`)).data._entities[0].people.nodes
        .length;
    await town.ask(placement, submit, {
      input: documentOf('G10001', [employee({ id: 'U', first: 'Real', number: numberOf(901), more: { familyName: 'Secret' } })], {
        source: 'Unaware',
      }),
    });
    expect([await found('secret'), await found('real'), await found('ANNA'), await found('kim'), await found('%')]).toEqual([
      0, 0, 1, 1, 0,
    ]);
    const names = await town.people(responsible, 'G10001', 'nodes { name { first family } }', '(filter: { role: [EMPLOYEE] })');
    expect(JSON.stringify(names)).not.toContain('Secret');
    await town.ask(placement, submit, { input: documentOf('G10001', [], { source: 'Unaware' }) });
  });

  test('whose line says protected without an alias is hidden at once, though the line is refused (I9)', async () => {
    const plain = { id: 'Z', first: 'Zara', number: numberOf(910) };
    await town.ask(placement, submit, { input: documentOf('G10001', [employee(plain)], { source: 'Late' }) });
    const { data } = await town.ask(placement, submit, {
      input: documentOf('G10001', [employee({ ...plain, more: { protected: true } })], { source: 'Late' }),
    });
    expect(data.submitImport).toMatchObject({
      counts: { refused: 1, ended: 0 },
      notices: { nodes: [{ code: 'PROTECTED_WITHOUT_ALIAS' }] },
    });
    expect(JSON.stringify(await town.people(responsible, 'G10001', 'nodes { name { first } person { name } }'))).not.toContain('Zara');
    await town.ask(placement, submit, { input: documentOf('G10001', [], { source: 'Late' }) });
  });

  test('persons are read by whom the policy names, and no one else learns what is there', async () => {
    const read = async (actor: typeof platform, number: string) => {
      const { data, errors } = await town.people(actor, number, 'nodes { id }');
      return errors ? errors[0].extensions.code : data._entities[0].people.nodes.length > 0;
    };
    const of = (actor: typeof platform) => Promise.all(['G10001', 'G10002', 'G10003', 'G10004'].map((number) => read(actor, number)));
    expect(await of(responsible)).toEqual([true, true, 'NOT_FOUND', true]);
    expect(await Promise.all(['G10001', 'G10002', 'G10003', 'G10004'].map((number) => read(employeeOf(number), number)))).toEqual([
      'NOT_FOUND',
      true,
      true,
      true,
    ]);
    for (const actor of [municipal, agency, supplier, dashboard]) expect(new Set(await of(actor))).toEqual(new Set(['NOT_PERMITTED']));
    expect(new Set(await of(stranger))).toEqual(new Set(['NOT_FOUND']));
    expect(await of(material)).toEqual([true, 'NO_ACTIVE_ACCESS', 'NO_ACTIVE_ACCESS', 'NO_ACTIVE_ACCESS']);
    expect(await read(employeeOf('G10002'), 'G10005')).toBe(true);
    for (const actor of [stranger, material]) {
      const [there, nowhere] = await Promise.all(
        ['G10004', 'G99999'].map(async (number) =>
          JSON.stringify(await town.people(actor, number, 'nodes { id }')).replaceAll(number, 'X'),
        ),
      );
      expect(there).toBe(nowhere);
    }
  });

  test('administrators see no national number and no protected name (CATEGORY_NOT_GRANTED)', async () => {
    const { data, errors } = await town.people(
      responsible,
      'G10001',
      'nodes { email nationalNumber realName { first } }',
      '(filter: { role: [CHILD] })',
    );
    expect(data._entities[0].people.nodes).toEqual([{ email: null, nationalNumber: null, realName: null }]);
    expect(errors?.map(({ extensions }) => extensions.facts[0].value)).toEqual(['NATIONAL_NUMBER', 'PROTECTED_NAME']);
  });

  test("counts and sums go to who may read them, and a municipality's sum leaves its private daycares out", async () => {
    const sum = async (actor: typeof platform, number: string) => {
      const { data, errors } = await town.onDaycares(actor, [number], 'identitySummary { children contacts freshness }');
      return errors ? errors[0].extensions.code : data._entities[0].identitySummary.children;
    };
    expect(await Promise.all(['G10001', 'G10003', 'G99999'].map((number) => sum(municipal, number)))).toEqual([
      1,
      'NOT_FOUND',
      'NOT_FOUND',
    ]);
    expect(await Promise.all(['G10001', 'G10003'].map((number) => sum(dashboard, number)))).toEqual([1, 1]);
    expect(await Promise.all(['G10001', 'G10003'].map((number) => sum(localDashboard, number)))).toEqual([1, 'NOT_FOUND']);
    expect(await sum(employeeOf('G10001'), 'G10001')).toBe(1);
    expect(await sum(agency, 'G10001')).toBe('NOT_PERMITTED');
    const query =
      'query($r: [_Any!]!) { _entities(representations: $r) { ... on Municipality { identitySummary { children employees } } } }';
    for (const actor of [dashboard, localDashboard, responsible, municipal]) {
      expect(
        (await town.ask(actor, query, { r: [{ __typename: 'Municipality', code: '0751' }] })).data._entities[0].identitySummary.children,
      ).toBe(4);
    }
    expect(codes((await town.ask(stranger, query, { r: [{ __typename: 'Municipality', code: '0751' }] })).errors)).toEqual(['NOT_FOUND']);
    const runs = await town.onDaycares(municipal, ['G10001'], 'imports { nodes { counts { persons } notices { totalCount } } }');
    expect(runs.data._entities[0].imports.nodes[0]).toMatchObject({ counts: { persons: expect.any(Number) }, notices: null });
    expect(codes(runs.errors)).toEqual(['NOT_PERMITTED']);
  });

  test('a person is there for who may read a tie of theirs', async () => {
    const { data } = await town.people(platform, 'G10001', 'nodes { person { uniId } }');
    const [{ person }] = data._entities[0].people.nodes;
    const query = 'query($id: ID!) { person(uniId: $id) { uniId name state username affiliations { daycareNumber } } }';
    expect((await town.ask(platform, query, { id: person.uniId })).data.person).toEqual({
      uniId: person.uniId,
      name: 'Kim Testsen',
      state: 'IMPORTED',
      username: null,
      affiliations: [{ daycareNumber: 'G10001' }, { daycareNumber: 'G10002' }],
    });
    const unknown = await town.ask(stranger, query, { id: 'NOBODYATALL' });
    expect(await town.ask(stranger, query, { id: person.uniId })).toEqual(unknown);
    expect(unknown.errors?.[0].extensions.code).toBe('NOT_FOUND');
  });

  test('another system, and another municipality, never learn of an import run', async () => {
    const { data } = await town.onDaycares(
      placement,
      ['G10001'],
      'imports(first: 1) { totalCount pageInfo { hasNextPage } nodes { id source daycareNumber hold { rule } } }',
    );
    const [run] = data._entities[0].imports.nodes;
    const query = 'query($id: ID!) { importRun(id: $id) { id } }';
    expect((await town.ask(municipal, query, { id: run.id })).data.importRun.id).toBe(run.id);
    for (const actor of [platform, stranger])
      expect(await town.ask(actor, query, { id: run.id })).toEqual(await town.ask(actor, query, { id: 'none' }));
  });
});
