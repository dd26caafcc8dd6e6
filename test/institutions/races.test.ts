import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { engines } from '../support/databases.ts';
import {
  agency,
  eventually,
  type Installation,
  load,
  registerSuppliers,
  requestAccess,
  row,
  startRegisterAndAgreements,
} from '../support/installation.ts';

const registerUnit = 'mutation($input: RegisterUnitInput!) { registerUnit(input: $input) { daycare { number } } }';
const unit = (institution: string) => ({
  institution,
  name: 'Solsikken',
  type: 'AGE_INTEGRATED',
  address: { street: 'Åvej', postalCode: '8000', town: 'Aarhus C' },
  companyNumber: '90000001',
  productionUnitNumber: '9000000001',
});
const ROUNDS = 12;

describe.each(engines)('two acts at once on $engine', (engine) => {
  let here: Installation;
  beforeAll(async () => {
    here = await startRegisterAndAgreements(engine);
    await registerSuppliers(here.ask);
  });
  afterAll(() => here.stop());
  const children = async (number: string) =>
    (
      await here.register(
        agency,
        'query($n: InstitutionNumber!) { daycare(number: $n) { status ownership ... on DaycareInstitution { units { nodes { ownership status } } } } }',
        { n: number },
      )
    ).data.daycare;

  test('a unit registered while its cluster changes hands has the ownership of its cluster', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const number = `G91${100 + round}`;
      await load(here.register, [row(number)]);
      await Promise.all([
        here.register(agency, registerUnit, { input: unit(number) }),
        here.register(
          agency,
          'mutation($n: InstitutionNumber!) { changeInstitution(number: $n, version: 1, changes: { ownership: SELF_OWNED, legalBasis: DAYCARE_19_3 }) { daycare { number } } }',
          { n: number },
        ),
        here.register(agency, registerUnit, { input: unit(number) }),
      ]);
      const { ownership, units } = await children(number);
      expect({ round, ownership, units: units.nodes.map((each: { ownership: string }) => each.ownership) }).toEqual({
        round,
        ownership: 'SELF_OWNED',
        units: ['SELF_OWNED', 'SELF_OWNED'],
      });
    }
  });

  test('a cluster never closes over an open unit that is registered at the same moment (R29)', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const number = `G91${200 + round}`;
      await load(here.register, [row(number)]);
      await Promise.all([
        here.register(agency, registerUnit, { input: unit(number) }),
        here.register(
          agency,
          'mutation($n: InstitutionNumber!) { closeDaycare(number: $n, version: 1, reason: "closed") { daycare { number } } }',
          { n: number },
        ),
      ]);
      const { status, units } = await children(number);
      expect({ round, either: status === 'CLOSED' ? units.nodes.length : units.nodes.length - 1 }).toEqual({ round, either: 0 });
    }
  });

  test('no request goes on waiting at a daycare that closed while it was sent (R32)', async () => {
    const numbers = Array.from({ length: ROUNDS }, (_, round) => `G93${100 + round}`);
    await load(here.register, [row('G91999'), ...numbers.map((number) => row(number, { institution: 'G91999' }))]);
    await eventually(
      () => requestAccess(here.ask, 'S1003', 'ws17-small', [numbers.at(-1)!]),
      ([result]) => result.refusal?.code !== 'NOT_FOUND',
    );
    for (const number of numbers) {
      await Promise.all([
        requestAccess(here.ask, 'S1001', 'ws10-import', [number]),
        here.register(
          agency,
          'mutation($n: InstitutionNumber!) { closeDaycare(number: $n, version: 1, reason: "closed") { daycare { number } } }',
          { n: number },
        ),
      ]);
    }
    await eventually(
      () =>
        here.ask(agency, '{ dataAccessRequests(filter: { state: [WAITING], system: "S1001" }, first: 100) { nodes { daycareNumber } } }'),
      ({ data }) => data.dataAccessRequests.nodes.length === 0,
    );
  });

  test('the same new rows handed in four times at once are created once', async () => {
    const rows = [row('G91888'), ...Array.from({ length: 20 }, (_, index) => row(`G94${100 + index}`, { institution: 'G91888' }))];
    const answers = await Promise.all(
      Array.from({ length: 4 }, () =>
        here.register(agency, 'mutation($rows: [RegisterRowInput!]!) { loadRegisterRows(rows: $rows) { results { outcome } } }', { rows }),
      ),
    );
    const outcomes = answers.map(({ data, errors }) => (errors ? errors[0].extensions.code : data.loadRegisterRows.results[5].outcome));
    expect(outcomes.sort()).toEqual(['CREATED', 'UNCHANGED', 'UNCHANGED', 'UNCHANGED']);
  });

  const AHEAD = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
  const LATER = new Date(Date.now() + 80 * 86_400_000).toISOString().slice(0, 10);
  /** Two acts sent at the same moment: what each came to, in one order. */
  const atOnce = async (...acts: [query: string, variables: object][]) => {
    const answers = await Promise.all(acts.map(([query, variables]) => here.register(agency, query, { ...variables })));
    return answers.map(({ errors }): string => errors?.[0].extensions.code ?? 'DONE').sort();
  };
  const changeUnit = (name: string, on: string | null = null) =>
    `mutation($n: InstitutionNumber!, $v: Int!) { changeUnit(number: $n, version: $v, changes: { name: "${name}" }${on ? `, on: "${on}"` : ''}) { daycare { version } } }`;
  const cancel =
    'mutation($n: InstitutionNumber!, $v: Int!) { cancelPlanned(number: $n, version: $v, reason: "no") { daycare { version } } }';
  const unitSeen = async (n: string) =>
    (await here.register(agency, 'query($n: InstitutionNumber!) { daycare(number: $n) { version name status planned { on } } }', { n }))
      .data.daycare;
  /** So many fresh clusters, each with a unit. */
  const families = async (first: number) => {
    const made = Array.from({ length: ROUNDS }, (_, round) => [`G91${first + round}`, `G95${first + round}`] as const);
    await load(
      here.register,
      made.flatMap(([institution, number]) => [row(institution), row(number, { institution })]),
    );
    return made;
  };

  test.each([
    ['two changes of one daycare', 300, null],
    ['two planned changes of one daycare', 320, AHEAD],
  ])('of %s at once one is done, and the other told that it came too late', async (_, first, on) => {
    for (const [, n] of await families(first)) {
      const told = await atOnce([changeUnit('One', on), { n, v: 1 }], [changeUnit('Other', on), { n, v: 1 }]);
      expect(told).toEqual(['DONE', 'STALE_VERSION']);
      expect(await unitSeen(n)).toMatchObject({ version: 2, planned: on ? [{ on }] : [] });
    }
  });

  test('of a planned change and the closing of the whole tree before it, planned at once, one is done (R28)', async () => {
    const closeTree = `mutation($n: InstitutionNumber!, $v: Int!) { closeDaycare(number: $n, version: $v, on: "${AHEAD}", withChildren: true, reason: "closed") { daycare { version } } }`;
    for (const [top, n] of await families(340)) {
      const [done, refused] = await atOnce([closeTree, { n: top, v: 1 }], [changeUnit('Later', LATER), { n, v: 1 }]);
      expect([done, refused]).toEqual(['DONE', expect.stringMatching(/STALE_VERSION|STATE_CONFLICT/)]);
      expect((await unitSeen(n)).planned).toHaveLength(1);
    }
  });

  test('of calling a plan off and changing the daycare at once one is done, and the other told that it came too late', async () => {
    for (const [, n] of await families(360)) {
      expect(await atOnce([changeUnit('Planned', AHEAD), { n, v: 1 }])).toEqual(['DONE']);
      expect(await atOnce([cancel, { n, v: 2 }], [changeUnit('Changed'), { n, v: 2 }])).toEqual(['DONE', 'STALE_VERSION']);
      const { name, planned, version } = await unitSeen(n);
      expect([version, name === 'Changed']).toEqual([3, planned.length === 1]);
    }
  });

  test('nothing moves into a cluster that closes at the same moment (R29)', async () => {
    const move =
      'mutation($n: InstitutionNumber!, $to: InstitutionNumber!) { moveUnit(number: $n, to: $to, version: 1) { daycare { version } } }';
    const close = 'mutation($n: InstitutionNumber!) { closeDaycare(number: $n, version: 1, reason: "closed") { daycare { version } } }';
    for (const [round, [, n]] of (await families(380)).entries()) {
      const to = `G914${10 + round}`;
      await load(here.register, [row(to)]);
      const [done, refused] = await atOnce([move, { n, to }], [close, { n: to }]);
      expect([done === 'DONE' ? refused : done, refused === 'DONE' || done === 'DONE']).toEqual([
        expect.stringMatching(/^(DAYCARE_CLOSED|HAS_OPEN_CHILDREN|STALE_VERSION)$/),
        true,
      ]);
      const { status, units } = await children(to);
      expect(units.nodes).toHaveLength(status === 'CLOSED' ? 0 : 1);
    }
  });

  test('a transfer that is answered twice at once is answered once, and proposed twice at once proposed once (C2)', async () => {
    const propose = `mutation($n: InstitutionNumber!) { proposeTransfer(number: $n, to: "0101", on: "${AHEAD}", reason: "border") { id } }`;
    const answer = 'mutation($id: ID!, $yes: Boolean!) { answerTransfer(id: $id, accept: $yes) { state } }';
    for (const [round, [n]] of (await families(430)).entries()) {
      expect(await atOnce([propose, { n }], [propose, { n }])).toEqual(['DONE', 'STATE_CONFLICT']);
      const { data } = await here.register(agency, '{ transfers(first: 1) { nodes { id state daycare { number } } } }');
      const [{ id, daycare }] = data.transfers.nodes;
      expect(daycare.number).toBe(n);
      expect(await atOnce([answer, { id, yes: true }], [answer, { id, yes: round % 2 === 0 }])).toEqual(['DONE', 'STATE_CONFLICT']);
      const after = (await here.register(agency, '{ transfers(first: 1) { nodes { state } } }')).data.transfers.nodes[0].state;
      expect((await unitSeen(n)).planned).toHaveLength(after === 'ACCEPTED' ? 1 : 0);
    }
  });

  test('nothing of all this was a fault', () => expect(here.log).toEqual([]));
});
