import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '#shared/actor.ts';
import { insertRows } from '#shared/database.ts';
import { followerStates } from '#shared/follow.ts';
import { openDatabase } from '#shared/open-database.ts';
import { fold } from '../../subgraphs/agreements/domain/searching/folded-words.ts';
import { storage } from '../../subgraphs/agreements/server.ts';
import { engines } from '../support/databases.ts';
import {
  agency,
  approve,
  eventually,
  type Installation,
  load,
  requestAccess,
  row,
  startRegisterAndAgreements,
} from '../support/installation.ts';
import { actorWith } from '../support/subgraphs.ts';

const responsible = actorWith([{ role: 'DAYCARE_RESPONSIBLE', municipality: '0751' }]);
const aula = actorWith([{ role: 'SUPPLIER', supplier: '2001' }]);

test.each([
  ['København', 'Koebenhavn', 'Kobenhavn', 'KØBENHAVN'],
  ['Århus', 'Aarhus', 'Arhus', 'ÅRHUS', 'A\u030arhus'],
  ['Æblegården', 'Aeblegaarden', 'Ablegarden'],
  ['Café Müller', 'cafe  muller', 'CAFE-MULLER'],
])('%s is the same however it is typed', (...spellings) => {
  expect(new Set(spellings.map(fold)).size).toBe(1);
});

test.each(engines)('a store from before hears of the register from its beginning once more, to know addresses: $engine', async (engine) => {
  const { url, remove } = await engine.place();
  const before = await openDatabase({ url, clock: Date.now, tables: storage.tables, migrations: storage.migrations.slice(0, 2) });
  const validUntil = Date.now() + 10_000;
  await before.transaction((transaction) => insertRows(transaction, followerStates, [{ feed: 'institutions', cursor: 'x', validUntil }]));
  await before.close();
  const after = await openDatabase({ url, clock: Date.now, ...storage });
  const [state] = await after.read((manager) => manager.createQueryBuilder(followerStates, 'state').getMany());
  expect(state).toEqual({ feed: 'institutions', cursor: null, validUntil: 0 });
  await after.close();
  await remove();
});

describe.each(engines)('looking things up on $engine', (engine) => {
  let here: Installation;
  beforeAll(async () => {
    here = await startRegisterAndAgreements(engine);
    const address = (street: string, houseNumber: string, postalCode: string, town: string) => ({
      address: { street, houseNumber, postalCode, town },
    });
    await load(here.register, [
      row('G91001'),
      row('G92001', { institution: 'G91001', name: 'Børnehuset Æblegården', ...address('Søndre Ringgade', '12 B', '8000', 'Aarhus C') }),
      row('G92002', { institution: 'G91001', name: 'Solsikken', ...address('Åbyvej', '4', '8230', 'Åbyhøj') }),
      row('G92003', { institution: 'G91001', name: 'Solstrålen', companyNumber: null, ...address('Åbyvej', '6', '8230', 'Åbyhøj') }),
      row('G92004', { institution: 'G91001', name: 'Solhuset', ...address('Søndre Ringgade', '14', '8000', 'Aarhus C') }),
    ]);
    for (const [number, name, id, system, services] of [
      ['1001', 'Pladsanvisning A/S', 'S1001', 'Pladsen', ['ws10-import']],
      ['2001', 'Netværk ApS', 'S2001', 'Aula', ['ws17-communication', 'ws17-small']],
      ['300', 'Læring & Leg', 'S300', 'Legehjørnet', ['ws17-small']],
    ] as const) {
      await here.ask(agency, 'mutation($i: RegisterSupplierInput!) { registerSupplier(input: $i) { number } }', {
        i: { number, name, companyNumber: `9200${number.padStart(4, '0')}` },
      });
      await here.ask(agency, 'mutation($i: RegisterSystemInput!) { registerSystem(input: $i) { id } }', {
        i: { id, name: system, supplier: number, services },
      });
    }
    await eventually(
      () => requestAccess(here.ask, 'S1001', 'ws10-import', ['G92001']),
      ([result]) => result.refusal?.code !== 'NOT_FOUND',
    );
    await requestAccess(here.ask, 'S2001', 'ws17-communication', ['G92001', 'G92002']);
  });
  afterAll(() => here.stop());

  const requestsFor = async (text: string, actor: Actor = responsible) => {
    const { data, errors } = await here.ask(
      actor,
      'query($t: String) { dataAccessRequests(filter: { text: $t }) { totalCount nodes { daycareNumber system { id } } } }',
      { t: text },
    );
    return (
      errors?.[0].extensions.code ??
      data.dataAccessRequests.nodes
        .map(({ daycareNumber, system }: { daycareNumber: string; system: { id: string } }) => `${daycareNumber} ${system.id}`)
        .sort()
    );
  };

  test.each([
    ['æblegården', ['G92001 S1001', 'G92001 S2001']],
    ['Ablegarden', ['G92001 S1001', 'G92001 S2001']],
    ['g 92002', ['G92002 S2001']],
    ['ringgade 12b', ['G92001 S1001', 'G92001 S2001']],
    ['abyvej', ['G92002 S2001']],
    ['8230', ['G92002 S2001']],
    ['aula', ['G92001 S2001', 'G92002 S2001']],
    ['netvaerk', ['G92001 S2001', 'G92002 S2001']],
    ['aula solsikken', ['G92002 S2001']],
    ['pladsanvisning solsikken', []],
    ['%', 'INVALID_INPUT'],
    ['_', 'INVALID_INPUT'],
    ["' OR 1=1", ['G92001 S1001', 'G92001 S2001']], // three words, and Børnehuset in a house 12 has them
  ])('requests are found by name, number, address, supplier or system: %s', async (text, found) => {
    expect(await requestsFor(text)).toEqual(found);
  });

  test('a text finds no more than one may read, and the inbox is searched alike', async () => {
    expect(await requestsFor('aula', actorWith([{ role: 'DAYCARE_RESPONSIBLE', municipality: '0101' }]))).toEqual([]);
    expect(await requestsFor('solsikken', actorWith([{ role: 'SUPPLIER', supplier: '1001' }]))).toEqual([]);
    const { data } = await here.ask(responsible, '{ inbox(filter: { text: "solsikken" }) { totalCount nodes { daycareNumber } } }');
    expect(data.inbox).toEqual({ totalCount: 1, nodes: [{ daycareNumber: 'G92002' }] });
  });

  test('a daycare that is renamed is found by its new name', async () => {
    await load(here.register, [row('G92004', { institution: 'G91001', name: 'Månehuset' })]);
    await requestAccess(here.ask, 'S2001', 'ws17-communication', ['G92004']);
    expect(
      await eventually(
        () => requestsFor('maanehuset'),
        (found) => found.length > 0,
      ),
    ).toEqual(['G92004 S2001']);
    expect(await requestsFor('solhuset')).toEqual([]);
  });

  test('suppliers are listed by number, and found by name, number, company number or the name of a system', async () => {
    const found = async (text: string | null, more = '') => {
      const { data } = await here.ask(
        responsible,
        `query($t: String) { suppliers(text: $t ${more}) { totalCount pageInfo { endCursor hasNextPage } nodes { number systems { name } } } }`,
        { t: text },
      );
      return data.suppliers;
    };
    const numbers = (page: { nodes: { number: string }[] }) => page.nodes.map(({ number }) => number);
    expect(numbers(await found(null))).toEqual(['1001', '2001', '300']);
    for (const [text, expected] of [
      ['laering leg', ['300']],
      ['legehjornet', ['300']],
      ['92002001', ['2001']],
      ['1001', ['1001']],
      ['netværk', ['2001']],
      ['nobody', []],
    ] as const)
      expect([text, numbers(await found(text))]).toEqual([text, expected]);
    const first = await found(null, ', first: 2');
    expect([numbers(first), first.totalCount, first.pageInfo.hasNextPage]).toEqual([['1001', '2001'], 3, true]);
    expect(numbers(await found(null, `, first: 2, after: "${first.pageInfo.endCursor}"`))).toEqual(['300']);
  });

  test('a supplier finds daycares by address when it does not know the number, and sees what stands there already (P8)', async () => {
    const find = async (actor: Actor, args: string) =>
      here.ask(actor, `{ requestableDaycares(system: "S2001", ${args}) { totalCount nodes { number name state refusal { code } } } }`);
    const found = await find(aula, 'service: "ws17-communication", text: "åbyvej åbyhøj"');
    expect(found.data.requestableDaycares).toEqual({
      totalCount: 2,
      nodes: [
        { number: 'G92002', name: 'Solsikken', state: 'WAITING', refusal: { code: 'ALREADY_REQUESTED' } },
        { number: 'G92003', name: 'Solstrålen', state: 'NONE', refusal: { code: 'DAYCARE_TAKES_NO_USERS' } },
      ],
    });
    const other = await find(aula, 'service: "ws17-small", text: "solsikken"');
    expect(other.data.requestableDaycares.nodes).toEqual([{ number: 'G92002', name: 'Solsikken', state: 'NONE', refusal: null }]);
    const [{ request }] = await requestAccess(here.ask, 'S2001', 'ws17-small', ['G92002']);
    await here.ask(actorWith([{ role: 'MUNICIPAL_EMPLOYEE', municipality: '0751' }]), approve, { ids: [request.id] });
    expect((await find(aula, 'service: "ws17-small", text: "solsikken"')).data.requestableDaycares.nodes[0]).toMatchObject({
      state: 'ACTIVE',
      refusal: { code: 'ALREADY_REQUESTED' },
    });
    expect((await find(aula, 'service: "ws17-small", first: 1')).data.requestableDaycares.totalCount).toBe(4);
    for (const stranger of [responsible, agency, actorWith([{ role: 'SUPPLIER', supplier: '300' }])])
      expect((await find(stranger, 'service: "ws17-small", text: "sol"')).errors?.[0].extensions.code).toBe('NOT_PERMITTED');
    expect((await find(aula, 'service: "ws99", text: "sol"')).errors?.[0].extensions.code).toBe('INVALID_INPUT');
  });
});
