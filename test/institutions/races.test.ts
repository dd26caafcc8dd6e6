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

  test('nothing of all this was a fault', () => expect(here.log).toEqual([]));
});
