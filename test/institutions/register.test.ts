import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Subgraph } from '#shared/subgraph.ts';
import { startInstitutions } from '../../subgraphs/institutions/server.ts';
import { engines } from '../support/databases.ts';
import { actorWith, asking, keepingLog, testKeys } from '../support/subgraphs.ts';

const aarhus = actorWith([{ role: 'MUNICIPAL_EMPLOYEE', municipality: '0751' }]);
const copenhagen = actorWith([{ role: 'MUNICIPAL_EMPLOYEE', municipality: '0101' }]);
const agency = actorWith([{ role: 'AGENCY' }]);
const supplier = actorWith([{ role: 'SUPPLIER', supplier: '1001' }]);

const registerInstitution =
  'mutation($input: RegisterInstitutionInput!, $dryRun: Boolean, $key: String) { registerInstitution(input: $input, dryRun: $dryRun, idempotencyKey: $key) { dryRun daycare { number name ownership version } findings { code } } }';
const registerUnit =
  'mutation($input: RegisterUnitInput!) { registerUnit(input: $input) { daycare { number ... on PlacementUnit { acceptsUsers typeCode institution { number } address { street municipalityCode } } } } }';
const cluster = { name: 'Område Nord', municipality: '751', ownership: 'MUNICIPAL', legalBasis: 'DAYCARE_19_2' };
const unit = {
  name: 'Solsikken',
  type: 'AGE_INTEGRATED',
  address: { street: 'Åvej', houseNumber: '1', postalCode: '8000', town: 'Aarhus C' },
  companyNumber: '90000001',
  productionUnitNumber: '9000000001',
};

describe.each(engines)('the register on $engine', (engine) => {
  let subgraph: Subgraph;
  let ask: ReturnType<typeof asking>;
  let remove: () => Promise<void>;
  beforeAll(async () => {
    const place = await engine.place();
    const { trusted, signers } = await testKeys();
    subgraph = await startInstitutions({ databaseUrl: place.url, trusted, clock: Date.now, log: keepingLog().log });
    ask = asking(subgraph, signers.gateway!);
    remove = place.remove;
  });
  afterAll(async () => {
    await subgraph.stop();
    await remove();
  });

  const register = async (input: object = cluster) => (await ask(aarhus, registerInstitution, { input })).data.registerInstitution.daycare;

  test('a municipality registers a cluster, then a unit under it, with numbers that the register issues (R1, R9, R10)', async () => {
    const { number } = await register();
    expect(number).toMatch(/^G\d{5}$/);
    const { data } = await ask(aarhus, registerUnit, { input: { ...unit, institution: ` ${number.toLowerCase()} ` } });
    expect(data.registerUnit.daycare).toMatchObject({
      acceptsUsers: true,
      typeCode: 6012,
      institution: { number },
      address: { street: 'Åvej', municipalityCode: '0751' },
    });
    expect(data.registerUnit.daycare.number).not.toBe(number);
  });

  test("no other municipality and no supplier registers there, and a private one is the agency's to create (R1, R12)", async () => {
    for (const [actor, input] of [
      [copenhagen, cluster],
      [supplier, cluster],
      [aarhus, { ...cluster, ownership: 'PRIVATE', legalBasis: 'DAYCARE_19_5' }],
    ] as const) {
      const { data, errors } = await ask(actor, registerInstitution, { input });
      expect(data.registerInstitution).toBeNull();
      expect(errors?.[0].extensions).toMatchObject({ code: 'NOT_PERMITTED', rule: expect.any(String), grantableBy: expect.any(Array) });
    }
    const { data } = await ask(agency, registerInstitution, { input: { ...cluster, ownership: 'PRIVATE', legalBasis: 'DAYCARE_19_5' } });
    expect(data.registerInstitution.daycare.ownership).toBe('PRIVATE');
  });

  test('a dry run answers the same and keeps nothing', async () => {
    const { data } = await ask(aarhus, registerInstitution, { input: cluster, dryRun: true });
    expect(data.registerInstitution).toMatchObject({ dryRun: true, daycare: { name: 'Område Nord', version: 1 } });
    const { errors } = await ask(aarhus, 'query($n: InstitutionNumber!) { daycare(number: $n) { name } }', {
      n: data.registerInstitution.daycare.number,
    });
    expect(errors?.[0].extensions.code).toBe('NOT_FOUND');
  });

  test('sent again with its key it answers the same; with other input it is refused', async () => {
    const first = await ask(aarhus, registerInstitution, { input: cluster, key: 'k1' });
    expect((await ask(aarhus, registerInstitution, { input: cluster, key: 'k1' })).data).toEqual(first.data);
    const { errors } = await ask(aarhus, registerInstitution, { input: { ...cluster, name: 'Other' }, key: 'k1' });
    expect(errors?.[0].extensions.code).toBe('IDEMPOTENCY_MISMATCH');
  });

  test('a change of ownership goes to the units with it, each told in the feed; ownership, law and kind are judged together (C3, R22)', async () => {
    const { number } = await register();
    const { data } = await ask(aarhus, registerUnit, { input: { ...unit, institution: number } });
    const unitNumber = data.registerUnit.daycare.number;
    const change =
      'mutation($n: InstitutionNumber!, $v: Int!, $c: InstitutionChanges!) { changeInstitution(number: $n, version: $v, changes: $c, reason: "ny aftale") { changes { field before after } consequences { kind count } daycare { version } } }';
    const misfit = await ask(aarhus, change, { n: number, v: 1, c: { ownership: 'SELF_OWNED' } });
    expect(misfit.errors?.[0].extensions.code).toBe('CROSS_VALIDATION');
    const changed = await ask(aarhus, change, { n: number, v: 1, c: { ownership: 'SELF_OWNED', legalBasis: 'DAYCARE_19_3' } });
    expect(changed.data.changeInstitution).toMatchObject({ consequences: [{ kind: 'INHERITED', count: 1 }], daycare: { version: 2 } });
    const stale = await ask(aarhus, change, { n: number, v: 1, c: { name: 'x' } });
    expect(stale.errors?.[0].extensions).toMatchObject({
      code: 'STALE_VERSION',
      facts: expect.arrayContaining([{ name: 'version', value: '2' }]),
    });
    const feed = await ask(
      agency,
      'query { daycareChanges(first: 500) { caughtUp changes { kind number changes { field before after } daycare { ownership } } } }',
    );
    const told = feed.data.daycareChanges.changes.filter((each: { number: string }) => each.number === unitNumber);
    expect(told.map((each: { kind: string }) => each.kind)).toEqual(['REGISTERED', 'CHANGED']);
    expect(told[1]).toMatchObject({
      changes: expect.arrayContaining([{ field: 'ownership', before: 'MUNICIPAL', after: 'SELF_OWNED' }]),
      daycare: { ownership: 'SELF_OWNED' },
    });
  });

  test('what has open units is not closed; closed it stays, its number retired and its history kept (R28, R29)', async () => {
    const { number } = await register();
    const unitNumber = (await ask(aarhus, registerUnit, { input: { ...unit, institution: number } })).data.registerUnit.daycare.number;
    const close =
      'mutation($n: InstitutionNumber!, $v: Int!) { closeDaycare(number: $n, version: $v, reason: "lukket") { daycare { status history { nodes { kind comment byPerson standing } } } } }';
    const open = await ask(aarhus, close, { n: number, v: 1 });
    expect(open.errors?.[0].extensions).toMatchObject({ code: 'HAS_OPEN_CHILDREN', facts: [{ name: 'number', value: unitNumber }] });
    expect((await ask(aarhus, close, { n: unitNumber, v: 1 })).data.closeDaycare.daycare).toMatchObject({
      status: 'CLOSED',
      history: {
        nodes: [{ kind: 'CLOSED', comment: 'lukket', byPerson: aarhus.name, standing: 'municipal employee' }, { kind: 'REGISTERED' }],
      },
    });
    expect((await ask(aarhus, close, { n: number, v: 1 })).data.closeDaycare.daycare.status).toBe('CLOSED');
    expect((await ask(aarhus, registerUnit, { input: { ...unit, institution: number } })).errors?.[0].extensions.code).toBe(
      'DAYCARE_CLOSED',
    );
    expect((await ask(aarhus, close, { n: unitNumber, v: 2 })).errors?.[0].extensions.code).toBe('DAYCARE_CLOSED');
  });

  test('pages join without a gap or a double, and a cursor that was changed on the way is refused', async () => {
    for (let index = 0; index < 5; index++) await register();
    const query =
      'query($after: Cursor) { daycares(filter: { municipality: "0751", level: INSTITUTION }, first: 2, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { number } } }';
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await ask(agency, query, { after });
      seen.push(...data.daycares.nodes.map((node: { number: string }) => node.number));
      after = data.daycares.pageInfo.hasNextPage ? data.daycares.pageInfo.endCursor : null;
      if (!after) expect(data.daycares.totalCount).toBe(seen.length);
    } while (after);
    expect(seen).toEqual([...new Set(seen)].sort());
    const { data } = await ask(agency, query);
    const mangled = data.daycares.pageInfo.endCursor.replace(/.$/, (last: string) => (last === 'A' ? 'Q' : 'A'));
    for (const wrong of [mangled, 'x', 'eyJ'])
      expect((await ask(agency, query, { after: wrong })).errors?.[0].extensions.code).toBe('INVALID_INPUT');
  });

  test('what is unknown or malformed is refused in words that repeat no value', async () => {
    const daycare = 'query($n: InstitutionNumber!) { daycare(number: $n) { name } }';
    expect((await ask(agency, daycare, { n: 'G99999' })).errors?.[0].extensions.code).toBe('NOT_FOUND');
    expect((await ask(agency, daycare, { n: 'A12345' })).errors?.[0].extensions.code).toBe('NOT_FOUND');
    const malformed = await ask(agency, daycare, { n: '010101-1234' });
    expect(malformed.errors?.[0].extensions.code).toBe('INVALID_INPUT');
    expect(JSON.stringify(malformed)).not.toContain('010101');
    expect((await ask(agency, 'query { municipality(code: "0411") { name } }')).errors?.[0].extensions).toMatchObject({
      code: 'NOT_FOUND',
      rule: 'R14',
    });
    expect(
      (await ask(agency, 'query { daycares(filter: { municipality: "9999" }) { nodes { number } } }')).errors?.[0].extensions.code,
    ).toBe('NOT_FOUND');
    expect((await ask(agency, 'query { municipality(code: "101") { name } }')).data.municipality.name).toBe('København');
  });

  test("nobody comes in without a token of this hop, and federation's door for the schema is shut", async () => {
    expect(
      (await subgraph.execute({ query: '{ municipalities { code } }' }, { token: undefined, requestId: 'r' })).errors?.[0]?.extensions
        ?.code,
    ).toBe('UNAUTHENTICATED');
    expect(
      (await subgraph.execute({ query: '{ municipalities { code } }' }, { token: 'no.such.token', requestId: 'r' })).errors?.[0]?.extensions
        ?.code,
    ).toBe('UNAUTHENTICATED');
    expect((await ask(agency, '{ _service { sdl } }')).errors?.[0].extensions.code).toBe('NOT_PERMITTED');
    const { data } = await ask(agency, 'query($r: [_Any!]!) { _entities(representations: $r) { ... on Municipality { name } } }', {
      r: [{ __typename: 'Municipality', code: '0751' }],
    });
    expect(data._entities).toEqual([{ name: 'Aarhus' }]);
  });
});
