import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openDatabase } from '#shared/open-database.ts';
import { numberDesk } from '../../../subgraphs/identities/database/identifying/number-desk.ts';
import { readLog } from '../../../subgraphs/identities/database/reading/read-log-table.ts';
import { vaultCipher } from '../../../subgraphs/identities/outside/vault-cipher.ts';
import { storage } from '../../../subgraphs/identities/server.ts';
import { engines } from '../../support/databases.ts';
import { actorWith } from '../../support/subgraphs.ts';
import {
  child,
  documentOf,
  employee,
  type Neighbourhood,
  numberOf,
  placement,
  responsible,
  startNeighbourhood,
  submit,
  vaultKeys,
} from '../support/neighbourhood.ts';
import { statementsOf } from '../support/store.ts';

const lookUp = 'query($n: NationalNumber!) { personByNationalNumber(nationalNumber: $n) { uniId name affiliations { id } } }';
const reveal = 'mutation($a: ID!, $p: String!) { revealNationalNumber(affiliation: $a, purpose: $p) }';
const finder = actorWith([{ role: 'SUPPLIER_SYSTEM', system: 'S7' }]);
const employeeOf = (daycare: string) => actorWith([{ role: 'DAYCARE_EMPLOYEE', daycare }]);
const [known, elsewhere, nobodys] = [numberOf(31), numberOf(32), numberOf(33)];

describe.each(engines)('persons by national number on $engine', (engine) => {
  let town: Neighbourhood;
  const tieAt = async (daycare: string, actor = responsible): Promise<string> =>
    (await town.people(actor, daycare, 'nodes { id }')).data._entities[0].people.nodes[0].id;
  const codeOf = ({ errors }: { errors?: readonly { extensions: { code: string } }[] }) => errors?.[0]?.extensions.code;
  const logged = async () => {
    const database = await openDatabase({ url: town.place.url, clock: Date.now, ...storage });
    const rows = await database.read((manager) => manager.createQueryBuilder(readLog, 'r').orderBy('r.id').getMany());
    await database.close();
    return rows;
  };

  beforeAll(async () => {
    town = await startNeighbourhood(engine);
    for (const number of ['G10001', 'G10002']) await town.daycare(number);
    await town.daycare('G10003', { ownership: 'SELF_OWNED' });
    await town.sends('S1', 'G10001', 'G10002', 'G10003');
    await town.access({ system: 'S7', daycare: 'G10001', service: 'identification' });
    const documents = [
      documentOf('G10001', [child({ id: 'K', first: 'Kim', number: known })]),
      documentOf('G10002', [employee({ id: 'E', first: 'Eva', number: elsewhere })]),
      documentOf('G10003', [child({ id: 'U', first: 'Uden' })]),
    ];
    for (const input of documents) await town.ask(placement, submit, { input });
  });
  afterAll(() => town.stop());

  test('a system that may look up at the daycare gets the person and nothing beside; the look-up is logged, the number nowhere', async () => {
    const { data } = await town.ask(finder, lookUp, { n: known });
    expect(data.personByNationalNumber).toMatchObject({ name: 'Kim Testsen', affiliations: [] });
    const row = (await logged()).at(-1);
    expect(row).toMatchObject({ what: 'look-up by number', reader: finder.id, daycare: 'G10001', shown: 1 });
    expect(row?.accesses).toEqual(['A-S7-identification-G10001']);
    expect(JSON.stringify([await logged(), town.kept])).not.toContain(known);
  });

  test("a number that is nobody's and one of somebody out of reach are answered alike, to the byte, by the same statements, and logged", async () => {
    const before = (await logged()).length;
    const [none, out] = [await town.ask(finder, lookUp, { n: nobodys }), await town.ask(finder, lookUp, { n: elsewhere })];
    expect(codeOf(none)).toBe('NOT_FOUND');
    expect(JSON.stringify(out)).toBe(JSON.stringify(none));
    expect((await logged()).slice(before).map(({ what, shown, daycare }) => [what, shown, daycare])).toEqual([
      ['look-up by number', 0, ''],
      ['look-up by number', 0, ''],
    ]);
    const database = await openDatabase({ url: town.place.url, clock: Date.now, ...storage });
    const desk = numberDesk(database, vaultCipher(vaultKeys));
    const asked = async (number: string) =>
      (await statementsOf(database, () => desk.lookUp(number, ['S7']))).map((sql) => sql.replaceAll(/\d{13}/g, 'now'));
    expect(await asked(elsewhere)).toEqual(await asked(nobodys));
    await database.close();
  });

  test('an access that is revoked finds nobody any more, and what is no number is refused without being repeated', async () => {
    await town.access({ system: 'S7', daycare: 'G10001', service: 'identification', state: 'REVOKED' });
    expect(codeOf(await town.ask(finder, lookUp, { n: known }))).toBe('NOT_FOUND');
    const refused = await town.ask(finder, lookUp, { n: '9999999999' });
    expect(codeOf(refused)).toBe('INVALID_INPUT');
    expect(JSON.stringify(refused)).not.toContain('9999999999');
    expect(codeOf(await town.ask(responsible, lookUp, { n: known }))).toBe('NOT_PERMITTED');
  });

  test('the daycare responsible sees a number of a municipal daycare, with a purpose that is logged', async () => {
    const affiliation = await tieAt('G10001');
    const { data } = await town.ask(responsible, reveal, { a: affiliation, p: 'To correct the number in the source system' });
    expect(data.revealNationalNumber).toBe(known);
    expect((await logged()).at(-1)).toMatchObject({
      what: 'number revealed',
      reader: responsible.id,
      standing: 'daycare responsible',
      daycare: 'G10001',
      first: affiliation,
      purpose: 'To correct the number in the source system',
      categories: ['NATIONAL_NUMBER'],
    });
  });

  test.each([
    ['a login that is not sure enough', { ...responsible, assurance: 'LOW' as const }, 'G10001', 'ASSURANCE_TOO_LOW'],
    ['the responsible of a self-owned daycare, who reads its persons', responsible, 'G10003', 'NOT_PERMITTED'],
    ['an employee of a municipal daycare, who reads no persons', employeeOf('G10001'), 'G10001', 'NOT_FOUND'],
    ['an employee of another daycare', employeeOf('G10002'), 'G10003', 'NOT_FOUND'],
    ["a supplier's system", placement, 'G10001', 'NOT_PERMITTED'],
  ])('%s reveals nothing, and nothing is logged', async (_, actor, daycare, code) => {
    const affiliation = await tieAt(daycare);
    const before = (await logged()).length;
    expect(codeOf(await town.ask(actor, reveal, { a: affiliation, p: 'Out of curiosity' }))).toBe(code);
    expect((await logged()).length).toBe(before);
  });

  test('a self-owned daycare’s own employee asks; where no number was told there is none', async () => {
    const { data } = await town.ask(employeeOf('G10003'), reveal, { a: await tieAt('G10003'), p: 'To see whether it is known' });
    expect(data).toEqual({ revealNationalNumber: null });
  });

  test('a purpose is stated, and holds no number', async () => {
    const affiliation = await tieAt('G10001');
    for (const p of [' ', `for ${known.slice(0, 6)}-${known.slice(6)} please`, 'x'.repeat(501)]) {
      const refused = await town.ask(responsible, reveal, { a: affiliation, p });
      expect(codeOf(refused)).toBe('INVALID_INPUT');
      expect(JSON.stringify(refused)).not.toContain(known.slice(6));
    }
    expect(codeOf(await town.ask(responsible, reveal, { a: 'nothing', p: 'To see what comes' }))).toBe('NOT_FOUND');
  });
});
