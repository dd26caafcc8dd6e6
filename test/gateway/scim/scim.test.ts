import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { remoteIssuer } from '../../../gateway/authenticate.ts';
import { composeSupergraph } from '../../../gateway/compose-supergraph.ts';
import { beginPlanner } from '../../../gateway/planning/planner.ts';
import { guardedEntrance } from '../../../gateway/entrance.ts';
import { localSubgraph } from '../../../gateway/fetching/local-subgraph.ts';
import { type Gateway, startGateway } from '../../../gateway/start-gateway.ts';
import { engines } from '../../support/databases.ts';
import { startIssuer, type TestIssuer } from '../../support/issuer.ts';
import { rowsIn } from '../../support/store-rows.ts';
import { activated, block, citizen, uniIdOf } from '../../identities/support/citizens.ts';
import {
  child,
  contact,
  documentOf,
  employee,
  type Neighbourhood,
  numberOf,
  placement,
  responsible,
  startNeighbourhood,
  submit,
} from '../../identities/support/neighbourhood.ts';

const LIST = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';
const ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error';
const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const STAFF = 12;

describe.each(engines)('SCIM for an identity provider, on $engine', (engine) => {
  let town: Neighbourhood;
  let issuer: TestIssuer;
  let app: Gateway['app'];
  let url = '';
  const tokens = new Map<string, string>();
  const tokenOf = async (system: string) => {
    const token = tokens.get(system) ?? (await issuer.token({ name: system, mandates: [{ role: 'SUPPLIER_SYSTEM', system }] }));
    tokens.set(system, token);
    return token;
  };
  const ask = async (
    path: string,
    { system = 'S9', token, method = 'GET', body }: { system?: string; token?: string; method?: string; body?: string } = {},
  ) => {
    const response = await fetch(`${url}/scim/v2${path}`, {
      method,
      headers: { authorization: `Bearer ${token ?? (await tokenOf(system))}`, ...(body && { 'content-type': 'application/scim+json' }) },
      ...(body && { body }),
    });
    expect(response.headers.get('content-type')).toBe('application/scim+json');
    return { status: response.status, headers: response.headers, told: JSON.parse(await response.text()) };
  };
  const users = async (query = '', system = 'S9') => (await ask(`/Users${query}`, { system })).told;
  const filtered = (filter: string) => users(`?filter=${encodeURIComponent(filter)}`);

  beforeAll(async () => {
    town = await startNeighbourhood(engine);
    issuer = await startIssuer();
    ({ app } = await startGateway({
      planner: beginPlanner(composeSupergraph((name) => `http://${name}.invalid/`)),
      log: { info: () => {}, error: (facts, told) => town.kept.push({ facts, told }) },
      entrance: guardedEntrance(remoteIssuer(issuer.url, issuer.audience), town.signers.gateway!),
      reach: (name) => ({
        sharesReads: false,
        ask: localSubgraph(name === 'identities' ? town.subgraph.execute : () => Promise.reject(new Error(`${name} is not asked here.`))),
      }),
      ready: async () => true,
    }));
    url = await app.listen({ port: 0, host: '127.0.0.1' });
    for (const daycare of ['G10001', 'G10002', 'G10003']) await town.daycare(daycare);
    await town.sends('S1', 'G10001', 'G10002', 'G10003');
    for (const daycare of ['G10001', 'G10002']) await town.access({ system: 'S9', daycare, service: 'scim-users' });
    await town.access({ system: 'S8', daycare: 'G10001', service: 'ws17-full' });
    const mother = contact({
      id: 'C1',
      first: 'Mor',
      number: numberOf(2),
      more: { email: 'mor@example.dk', phones: [{ kind: 'MOBILE', number: '99999999' }] },
    });
    const hidden = contact({
      id: 'C2',
      first: 'Hemmelig',
      number: numberOf(3),
      more: { protected: true, aliasFirstName: 'Alva', aliasFamilyName: 'Alias', email: 'hemmelig@example.dk' },
    });
    const documents = [
      documentOf('G10001', [
        child({ id: 'K', first: 'Karl', number: numberOf(1) }, { contacts: [mother, hidden] }),
        ...Array.from({ length: STAFF }, (_, nth) => employee({ id: `E${nth}`, first: `Ea ${nth}`, number: numberOf(20 + nth) })),
      ]),
      documentOf('G10002', [employee({ id: 'E0', first: 'Ea 0', number: numberOf(20) })]),
      documentOf('G10003', [employee({ id: 'X', first: 'Elsewhere', number: numberOf(9) })]),
    ];
    for (const input of documents)
      expect((await town.ask(placement, submit, { input })).data.submitImport).toMatchObject({ state: 'APPLIED', counts: { refused: 0 } });
    await activated(town, citizen('mor', { number: numberOf(2) }), { username: 'mor1234' });
  });
  afterAll(async () => {
    await app.close();
    await town.stop();
    await issuer.close();
  });

  test('a list has what RFC 7644, 3.4.2 requires, and a user what RFC 7643, 4.1 does', async () => {
    const list = await users();
    expect(list).toMatchObject({ schemas: [LIST], totalResults: STAFF + 2, itemsPerPage: STAFF + 2, startIndex: 1 });
    for (const user of list.Resources) {
      expect(user).toMatchObject({
        schemas: [USER],
        id: expect.stringMatching(/^[2-9A-Z]{10}$/),
        userName: expect.any(String),
        active: expect.any(Boolean),
      });
      expect(user.meta).toEqual({
        resourceType: 'User',
        lastModified: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        location: `${url}/scim/v2/Users/${user.id}`,
      });
    }
    expect(new Set(list.Resources.map(({ userName }: any) => userName.toLowerCase())).size).toBe(STAFF + 2);
  });

  test('who is in use goes by username and is active, who is not yet by UniID; a blocked one is not active (I25)', async () => {
    const [mor] = (await filtered('userName eq "mor1234"')).Resources;
    expect(mor).toMatchObject({
      userName: 'mor1234',
      active: true,
      name: { givenName: 'Mor', familyName: 'Testsen', formatted: 'Mor Testsen' },
      emails: [{ value: 'mor@example.dk', primary: true }],
      roles: [{ value: 'CONTACT@G10001', type: 'CONTACT', display: 'G10001', primary: true }],
    });
    const ea = await uniIdOf(town, responsible, 'G10001', 'Ea 1');
    expect((await filtered(`userName eq "${ea}"`)).Resources).toMatchObject([{ id: ea, userName: ea, active: false }]);
    const set = (blocked: boolean) => town.ask(responsible, block, { id: mor.id, blocked, reason: 'Lost' });
    await set(true);
    expect((await ask(`/Users/${mor.id}`)).told).toMatchObject({ userName: 'mor1234', active: false });
    await set(false);
    expect((await ask(`/Users/${mor.id}`)).told.active).toBe(true);
  });

  test('nobody is told of children, phones, numbers, protected names or addresses (I34)', async () => {
    const told = JSON.stringify(await users());
    for (const secret of ['Karl', '99999999', 'Hemmelig', 'hemmelig@', numberOf(2), numberOf(3), 'Elsewhere'])
      expect(told).not.toContain(secret);
    expect(told).toContain('Alva Alias');
  });

  test('a person at two daycares is one user with both, the first of them the primary one (I27, I29)', async () => {
    const id = await uniIdOf(town, responsible, 'G10002', 'Ea 0');
    const { roles } = (await ask(`/Users/${id}`)).told;
    expect(roles.map(({ value, primary }: any) => [value, primary])).toEqual([
      ['EMPLOYEE@G10001', true],
      ['EMPLOYEE@G10002', false],
    ]);
  });

  test('pages by cursor hold each user once, in order, and only the first is counted (RFC 9865)', async () => {
    const whole = (await users('?cursor=&count=500')).Resources.map(({ id }: any) => id);
    const paged: string[] = [];
    let page = await users('?cursor=&count=4');
    expect(page).toMatchObject({ totalResults: STAFF + 2, itemsPerPage: 4 });
    expect(page).not.toHaveProperty('startIndex');
    for (;;) {
      paged.push(...page.Resources.map(({ id }: any) => id));
      if (!page.nextCursor) break;
      page = await users(`?cursor=${page.nextCursor}&count=4`);
      expect(page).not.toHaveProperty('totalResults');
    }
    expect(paged).toEqual(whole);
    expect([...paged].sort()).toEqual(paged);
    expect(paged).toHaveLength(STAFF + 2);
  });

  test('pages by startIndex are one-based and hold each user once (RFC 7644, 3.4.2.4)', async () => {
    const whole = (await users()).Resources.map(({ id }: any) => id);
    const pages = await Promise.all([1, 6, 11].map((start) => users(`?startIndex=${start}&count=5`)));
    expect(pages.flatMap(({ Resources }) => Resources.map(({ id }: any) => id))).toEqual(whole);
    expect(pages.map(({ startIndex, itemsPerPage, totalResults }) => [startIndex, itemsPerPage, totalResults])).toEqual([
      [1, 5, STAFF + 2],
      [6, 5, STAFF + 2],
      [11, 4, STAFF + 2],
    ]);
    expect(await users('?startIndex=0&count=1')).toMatchObject({ startIndex: 1, itemsPerPage: 1 });
    for (const none of ['0', '-3'])
      expect(await users(`?count=${none}`)).toMatchObject({ totalResults: STAFF + 2, itemsPerPage: 0, Resources: [] });
    expect(await users('?startIndex=900')).toMatchObject({ totalResults: STAFF + 2, Resources: [] });
  });

  test('id, externalId and userName find one, in any case of attribute and operator; nobody is an empty list', async () => {
    const { id } = (await filtered('userName eq "MOR1234"')).Resources[0];
    for (const filter of [
      `id eq "${id}"`,
      `externalId eq "${id}"`,
      `USERNAME EQ "mor1234"`,
      `${USER}:userName eq "mor1234"`,
      `  userName   eq  "mor1234" `,
    ])
      expect((await filtered(filter)).Resources.map((user: any) => user.id)).toEqual([id]);
    for (const filter of [
      'userName eq "nobody1"',
      `userName eq "${id}"`,
      'id eq "NOBODYATAL"',
      `id eq "${await uniIdOf(town, responsible, 'G10003', 'Elsewhere')}"`,
    ])
      expect(await filtered(filter)).toMatchObject({ totalResults: 0, itemsPerPage: 0, Resources: [] });
  });

  test.each([
    'userName co "m"',
    'userName eq mor1234',
    'name.familyName eq "x"',
    'userName eq "a" or id eq "b"',
    'userName eq "',
    'nationalNumber eq "7101201234"',
    '',
  ])('a filter as %j is refused as RFC 7644, 3.12 says, without repeating it', async (filter) => {
    const { status, told } = await ask(`/Users?filter=${encodeURIComponent(filter)}`);
    expect([status, told]).toEqual([400, { schemas: [ERROR], status: '400', scimType: 'invalidFilter', detail: expect.any(String) }]);
    expect(JSON.stringify(told)).not.toContain('7101201234');
  });

  test.each(['?count=x', '?startIndex=1.5', '?count=1&count=2', '?cursor=&startIndex=2', '?startIndex=20000'])(
    '%s is refused as a bad value',
    async (query) => {
      expect(await ask(`/Users${query}`)).toMatchObject({ status: 400, told: { schemas: [ERROR], scimType: 'invalidValue' } });
    },
  );

  test.each(['abc', 'a b', encodeURIComponent('æ')])('a cursor as %s is told to be none', async (cursor) => {
    expect(await ask(`/Users?cursor=${encodeURIComponent(cursor)}`)).toMatchObject({ status: 400, told: { scimType: 'invalidCursor' } });
  });

  test('one asks for some attributes, or for all but some; id and schemas are always there', async () => {
    const [some] = (await users('?attributes=userName,name.givenName&count=1')).Resources;
    expect(Object.keys(some).sort()).toEqual(['id', 'name', 'schemas', 'userName']);
    const [but] = (await users('?excludedAttributes=roles,ID,meta&count=1')).Resources;
    expect(Object.keys(but)).toEqual(expect.arrayContaining(['id', 'schemas', 'userName', 'active']));
    expect(but).not.toHaveProperty('roles');
    expect(but).not.toHaveProperty('meta');
  });

  test('only a system with an active access to this very service gets in, and out of reach and not there answer alike', async () => {
    const elsewhere = await uniIdOf(town, responsible, 'G10003', 'Elsewhere');
    const [there, nowhere] = [await ask(`/Users/${elsewhere}`), await ask('/Users/NOBODYATAL')];
    expect([there.status, there.told]).toEqual([404, nowhere.told]);
    for (const system of ['S8', 'S1', 'S7'])
      expect(await ask('/Users', { system })).toMatchObject({ status: 403, told: { schemas: [ERROR], status: '403' } });
    const agency = await issuer.token({ name: 'agency', mandates: [{ role: 'AGENCY' }] });
    expect((await ask('/Users', { token: agency })).status).toBe(403);
    for (const path of ['/Users', '/ServiceProviderConfig', '/Nowhere']) {
      const stranger = await ask(path, { token: 'a.b.c' });
      expect([stranger.status, stranger.headers.get('www-authenticate'), stranger.told.schemas]).toEqual([401, 'Bearer', [ERROR]]);
    }
    await town.access({ system: 'S9', daycare: 'G10002', service: 'scim-users', state: 'REVOKED' });
    const id = await uniIdOf(town, responsible, 'G10002', 'Ea 0');
    expect((await ask(`/Users/${id}`)).told.roles).toHaveLength(1);
    await town.access({ system: 'S9', daycare: 'G10002', service: 'scim-users' });
  });

  test('nothing is written here: 501 for what SCIM would write, whatever is sent; 404 where there is nothing', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      for (const path of ['/Users', '/Users/ABCDEFGHJK', '/Bulk', '/Me', '/.search'])
        expect(await ask(path, { method, body: method === 'DELETE' ? undefined : '{not json' } as any)).toMatchObject({
          status: 501,
          told: { schemas: [ERROR], status: '501' },
        });
    expect(await ask('/Me')).toMatchObject({ status: 501 });
    expect(await ask('/Groups')).toMatchObject({ status: 404, told: { schemas: [ERROR], status: '404' } });
  });

  test('it says what it can do, of what types and schemas (RFC 7643, 5 to 7)', async () => {
    const config = (await ask('/ServiceProviderConfig')).told;
    for (const feature of ['patch', 'bulk', 'filter', 'changePassword', 'sort', 'etag'])
      expect(config[feature]).toMatchObject({ supported: feature === 'filter' });
    expect(config).toMatchObject({
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
      authenticationSchemes: [{ type: 'oauthbearertoken', name: expect.any(String), description: expect.any(String) }],
      pagination: { cursor: true, index: true },
    });
    expect(config.bulk).toEqual({ supported: false, maxOperations: 0, maxPayloadSize: 0 });
    expect(config.filter.maxResults).toBe(500);
    const types = (await ask('/ResourceTypes')).told;
    expect(types).toMatchObject({ schemas: [LIST], totalResults: 1, Resources: [{ name: 'User', endpoint: '/Users', schema: USER }] });
    expect((await ask('/ResourceTypes/User')).told).toEqual(types.Resources[0]);
    const schemas = (await ask('/Schemas')).told;
    expect((await ask(`/Schemas/${USER}`)).told).toEqual(schemas.Resources[0]);
    const [schema] = schemas.Resources;
    const served = new Set((await users()).Resources.flatMap((user: any) => Object.keys(user)));
    const described = schema.attributes.map(({ name }: any) => name);
    expect([...served].filter((name) => !['schemas', 'id', 'externalId', 'meta'].includes(String(name))).sort()).toEqual(
      [...described].sort(),
    );
    for (const each of schema.attributes)
      expect(each).toMatchObject({
        type: expect.any(String),
        multiValued: expect.any(Boolean),
        required: each.name === 'userName',
        caseExact: expect.any(Boolean),
        mutability: 'readOnly',
        returned: expect.any(String),
        uniqueness: expect.any(String),
      });
  });

  test('each page is logged as a read before it leaves, a row a daycare, naming its ties', async () => {
    const rows = async () =>
      (
        await rowsIn(
          town.place.url,
          "SELECT daycare, standing, what, shown, accesses, filter FROM read_log WHERE filter LIKE '%scim-users%' ORDER BY id",
        )
      )[0]!;
    const before = (await rows()).length;
    await users('?cursor=&count=500');
    const fresh = (await rows()).slice(before);
    expect(fresh.map(({ daycare, standing, what, shown }) => [daycare, standing, what, shown]).sort()).toEqual([
      ['G10001', 'supplier system', 'person', STAFF + 2],
      ['G10002', 'supplier system', 'person', 1],
    ]);
    expect(JSON.parse(fresh[0].filter).ties.length).toBeGreaterThan(0);
    expect(JSON.parse(fresh[0].accesses)).toHaveLength(1);
    const reads = (await town.ask(citizen('mor'), '{ myData { reads(first: 1) { nodes { organisation purpose } } } }')).data.myData.reads
      .nodes;
    expect(reads).toEqual([{ organisation: "Supplier's system S9", purpose: 'COMMUNICATION: Daily life' }]);
  });
});
