import { afterEach, describe, expect, test } from '@jest/globals';
import { openDatabase } from '#shared/open-database.ts';
import { readLog } from '../../subgraphs/identities/database/reading/read-log-table.ts';
import { storage } from '../../subgraphs/identities/server.ts';
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
  platform,
  startNeighbourhood,
  submit,
} from './support/neighbourhood.ts';

const finder = actorWith([{ role: 'SUPPLIER_SYSTEM', system: 'S3' }]);

describe.each(engines)('what is read, and what of it is logged, on $engine', (engine) => {
  const towns: Neighbourhood[] = [];
  afterEach(async () => {
    for (const town of towns.splice(0)) await town.stop();
  });
  const open = async () => {
    const town = await startNeighbourhood(engine);
    towns.push(town);
    for (const daycare of ['G10001', 'G10002']) {
      await town.daycare(daycare);
      await town.sends('S1', daycare);
      await town.access({ system: 'S2', daycare, service: 'ws17-full' });
      const contacts = ['mor', 'far'].map((id, index) => contact({ id, first: id, number: numberOf(2 + index) }));
      const persons = [
        child({ id: 'K', first: 'Kim', number: numberOf(1) }, { contacts }),
        child({ id: 'L', number: numberOf(5) }, { contacts: contacts.slice(0, 1) }),
        employee({ id: 'E', first: 'Eva' }),
      ];
      await town.ask(placement, submit, { input: documentOf(daycare, persons) });
    }
    return town;
  };
  const logged = async (town: Neighbourhood) => {
    const database = await openDatabase({ url: town.place.url, clock: Date.now, ...storage });
    const rows = await database.read((manager) => manager.createQueryBuilder(readLog, 'r').orderBy('r.id').getMany());
    await database.close();
    return rows;
  };
  const codeOf = ({ errors }: { errors?: readonly { extensions: { code: string } }[] }) => errors?.[0]?.extensions.code;
  const changes = '{ affiliationChanges { changes { uniId } } }';

  test('an access to look persons up by number opens no list, no edge and no feed', async () => {
    const town = await open();
    await town.access({ system: 'S3', daycare: 'G10001', service: 'identification' });
    expect(codeOf(await town.people(finder, 'G10001', 'nodes { nationalNumber }'))).toBe('NO_ACTIVE_ACCESS');
    expect((await town.ask(finder, changes)).data.affiliationChanges.changes).toEqual([]);
    await town.access({ system: 'S3', daycare: 'G10001', service: 'ws17-small' });
    const { data, errors } = await town.people(
      finder,
      'G10001',
      'nodes { role nationalNumber person { affiliations { nationalNumber } } }',
    );
    expect(JSON.stringify(data)).not.toContain(numberOf(1));
    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['CATEGORY_NOT_GRANTED']));
  });

  test('every edge that shows persons leaves one row a daycare, which names the ties that were shown', async () => {
    const town = await open();
    const { data, errors } = await town.onDaycares(
      platform,
      ['G10001', 'G10002'],
      'people(filter: { role: [CHILD] }) { nodes { id contacts { contact { id nationalNumber children { child { id } } } } } }',
    );
    expect(errors).toBeUndefined();
    const rows = await logged(town);
    expect(rows.map(({ what, daycare, shown }) => [what, daycare, shown])).toEqual([
      ['people', 'G10001', 2],
      ['people', 'G10002', 2],
      ['contacts', 'G10001', 2],
      ['contacts', 'G10002', 2],
      ['children', 'G10001', 2],
      ['children', 'G10002', 2],
    ]);
    const nodes: { id: string; contacts: { contact: { id: string } }[] }[] = data._entities[0].people.nodes;
    const contacts = [...new Set(nodes.flatMap((node) => node.contacts.map(({ contact: { id } }) => id)))];
    expect(JSON.parse(rows[2]?.filter ?? '')).toEqual({ ties: contacts });
    expect(rows[2]).toMatchObject({
      accesses: ['A-S2-ws17-full-G10001'],
      standing: 'supplier system',
      purpose: 'COMMUNICATION: Daily life',
    });
    expect(JSON.parse(rows[4]?.filter ?? '')).toEqual({ ties: nodes.map(({ id }) => id) });
  });

  test("a person's name and ties are a read as well, and the row names them", async () => {
    const town = await open();
    const { data } = await town.people(platform, 'G10001', 'nodes { person { name } }', '(filter: { role: [CHILD] })');
    expect(data._entities[0].people.nodes.map(({ person }: { person: { name: string } }) => person.name)).toEqual([
      'Kim Testsen',
      'First L Testsen',
    ]);
    const [, ...persons] = await logged(town);
    expect(persons.map(({ what, daycare, shown }) => [what, daycare, shown])).toEqual([
      ['person', 'G10001', 2],
      ['person', 'G10002', 2],
    ]);
    expect(persons.map(({ filter, shown }) => JSON.parse(filter).ties.length === shown)).toEqual([true, true]);
  });

  test('no digit of a searched text stays in the log, of whatever script, nor a group that is none; a known group does', async () => {
    const town = await open();
    const [group] = (await town.onDaycares(platform, ['G10001'], 'groups { id }')).data._entities[0].groups;
    for (const filter of [
      'group: "0101221234"',
      'text: "０１０１２２１２３４ ٠١٠١٢٢ 0101221234"',
      `group: "${group.id}"`,
      'role: [CHILD, CHILD, CHILD]',
    ])
      expect(codeOf(await town.people(platform, 'G10001', 'nodes { id }', `(filter: { ${filter} })`))).toBeUndefined();
    const filters = (await logged(town)).map(({ filter }) => JSON.parse(filter)).map(({ includeEnded: _, ties: __, ...filter }) => filter);
    expect(filters).toEqual([{ group: 'unknown' }, { text: '########## ###### ##########' }, { group: group.id }, { role: ['CHILD'] }]);
  });

  test('a text or a group of more than a hundred characters is refused', async () => {
    const town = await open();
    for (const filter of [`text: "${'x'.repeat(101)}"`, `group: "${'x'.repeat(101)}"`])
      for (const selection of ['nodes { id }', 'totalCount'])
        expect(codeOf(await town.people(platform, 'G10001', selection, `(filter: { ${filter} })`))).toBe('INVALID_INPUT');
    expect(codeOf(await town.people(platform, 'G10001', 'nodes { id }', `(filter: { text: "${'x'.repeat(100)}" })`))).toBeUndefined();
    expect(await logged(town)).toHaveLength(1);
  });

  test('a document that is only tried leaves a row: who, where and how many; the sender learns of nobody by it', async () => {
    const town = await open();
    const unknown = (ids: readonly string[], numbers: readonly string[]) =>
      ids.map((id, index) => employee({ id, first: 'Same', number: numbers[index] }));
    const tried = async (id: string, number: string) => {
      const input = documentOf('G10002', unknown([id], [number]), { source: 'Try' });
      const { data } = await town.ask(placement, submit, { input, dryRun: true });
      const { id: _, sourceDateTime: __, ...run } = data.submitImport;
      return JSON.stringify(run).replaceAll(id, 'ID');
    };
    await town.ask(placement, submit, { input: documentOf('G10002', unknown(['o1', 'o2'], []), { source: 'Try' }) });
    expect(await tried('o1', numberOf(1))).toBe(await tried('o2', numberOf(99)));
    expect(await tried('n1', numberOf(1))).toBe(await tried('n2', numberOf(98)));
    const rows = await logged(town);
    expect(rows.map(({ what, daycare, reader, shown }) => [what, daycare, reader, shown])).toEqual(
      Array.from({ length: 4 }, () => ['dry run', 'G10002', placement.id, 1]),
    );
    expect(JSON.parse(rows[0]?.filter ?? '')).toMatchObject({ system: 'S1', ended: 1, notices: 1 });
  });

  test('a document holds ten contacts a line, and a hundred in all are always taken (I3)', async () => {
    const town = await open();
    const contacts = (count: number) => Array.from({ length: count }, (_, index) => contact({ id: `C${index}` }));
    const send = async (count: number) =>
      (await town.ask(placement, submit, { input: documentOf('G10001', [child({ id: 'K' }, { contacts: contacts(count) })]) })).data
        .submitImport;
    expect(await send(101)).toMatchObject({ state: 'REFUSED', refusal: { code: 'LIMIT_EXCEEDED' } });
    expect(await send(100)).toMatchObject({ state: 'APPLIED', counts: { begun: 100 } });
    const named = await town.ask(placement, submit, { input: documentOf('G10001', [], { source: '610180-4021' }) });
    expect(codeOf(named)).toBe('INVALID_INPUT');
    expect(JSON.stringify(named)).not.toContain('4021');
  });
});
