import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { engines } from '../support/databases.ts';
import { type CountingReader, countingReader } from './support/counting-reader.ts';
import { filledRegister, MANY, there } from './support/filled-register.ts';
import { rowsReadBy, stepsOf } from './support/rows-read.ts';
import { agency, type RegisterHere } from './support/register-here.ts';

const FEW = 3;
// What a list and each of its edges take, on three levels of a tree.
const MOST = 32;
const edges = `number name municipality { name } legacyNumbers findings { code } planned { id changes { field } } registerPermission(action: CHANGE) { allowed }
  history(first: 5) { pageInfo { hasNextPage } nodes { at kind changes { field } } } predecessors { number name } successors { number name }`;
const tree = `${edges} ... on DaycareInstitution { units(first: $first) { totalCount pageInfo { hasNextPage } nodes { ${edges} institution { name } locations { ${edges} unit { name } } } } }`;
const list = (filter: string, nodes = edges, extra = '') =>
  `{ daycares(first: $first, ${extra} filter: { ${filter} }) { totalCount feedPosition pageInfo { hasNextPage } nodes { ${nodes} } } }`;

/** Lists and edges of the register, in words; each is asked for few rows and for many. */
const lists: Readonly<Record<string, string>> = {
  clusters: list('level: INSTITUTION'),
  'clusters with their units and locations': list(
    'level: INSTITUTION',
    '... on DaycareInstitution { units(first: 5) { totalCount nodes { number institution { name } locations { number unit { name } } } } }',
  ),
  units: list('level: UNIT', `${edges} ... on PlacementUnit { institution { name } locations { name } }`),
  locations: list('level: LOCATION', `${edges} ... on AlternativeAddress { unit { name institution { name } } }`),
  'what is closed': list('status: [CLOSED]'),
  'what fits several filters at once': list(
    'municipality: "0751", level: UNIT, ownership: [MUNICIPAL, PRIVATE], type: [AGE_INTEGRATED], status: [ACTIVE, CLOSED]',
  ),
  'what carries a finding': list('finding: ["LEGAL_BASIS_UNKNOWN"]'),
  'what a text finds': list('text: "mælkebøtten", level: UNIT'),
  "a municipality's daycares": `{ municipality(code: "0751") { daycares(first: $first) { totalCount nodes { ${edges} } } } }`,
  "each daycare's municipality with its daycares": list(
    'level: UNIT',
    'municipality { daycares(first: 2) { totalCount nodes { number } } }',
  ),
  "a cluster's units": `{ daycare(number: "${there.great}") { ${tree} } }`,
  "a cluster's units as they were": `{ daycare(number: "${there.great}", asOf: "2026-12-10T12:00:00Z") { ${tree} } }`,
  "a cluster's units as they were known": `{ daycare(number: "${there.great}", asOf: "2026-12-10T12:00:00Z", knownAt: "2026-12-10T12:00:00Z") { ${tree} } }`,
  "a unit's history": `{ daycare(number: "${there.underGreat[0]}") { history(first: $first) { pageInfo { hasNextPage } nodes { at } } } }`,
  'what changed': `{ daycareChanges(first: $first) { changes { kind daycare { ${edges} } } } }`,
  transfers: `{ transfers(first: $first) { totalCount nodes { state from { name } daycare { ${edges} } } } }`,
  'likely doubles': `{ duplicateCandidates(municipality: "0751", first: $first) { totalCount nodes { score daycares { ${edges} } } } }`,
};

const PAGE = 7;
const page = 'pageInfo { endCursor } nodes';
const unitsOf = (moment: string) =>
  `{ of: daycare(number: "${there.great}"${moment}) { ... on DaycareInstitution { list: units(first: $first, after: $after) { ${page} { number } } } } }`;
/** Lists in the order of a key, which are read from the place where a page begins. */
const keyedLists: Readonly<Record<string, string>> = {
  'all daycares': `{ list: daycares(first: $first, after: $after, filter: { municipality: "0751" }) { ${page} { number } } }`,
  "a cluster's units": unitsOf(''),
  "a unit's history": `{ of: daycare(number: "${there.underGreat[0]}") { list: history(first: $first, after: $after) { ${page} { at } } } }`,
  transfers: `{ list: transfers(first: $first, after: $after) { ${page} { id } } }`,
  'what changed': '{ feed: daycareChanges(first: $first, after: $after) { nextCursor changes { number } } }',
};
/** Lists whose order has to be found out first. */
const weighedLists: Readonly<Record<string, string>> = {
  'what a text finds': `{ list: daycares(first: $first, after: $after, filter: { text: "mælkebøtten" }) { ${page} { number } } }`,
  "a cluster's units as they were": unitsOf(', asOf: "2026-12-10T12:00:00Z"'),
  'likely doubles': `{ list: duplicateCandidates(municipality: "0751", first: $first, after: $after) { ${page} { score } } }`,
};

/** The page in an answer: how many rows it has, and the cursor behind it. */
const pageIn = ({ list, of, feed }: any): { rows: number; end: string } =>
  feed
    ? { rows: feed.changes.length, end: feed.nextCursor }
    : { rows: (list ?? of.list).nodes.length, end: (list ?? of.list).pageInfo.endCursor };

const longestListIn = (data: unknown): number => {
  if (Array.isArray(data)) return Math.max(data.length, ...data.map(longestListIn));
  return typeof data === 'object' && data !== null ? Math.max(0, ...Object.values(data).map(longestListIn)) : 0;
};

describe.each(engines)('what reading the register costs on $engine', (engine) => {
  let here: RegisterHere;
  let reader: CountingReader;
  beforeAll(async () => {
    here = await filledRegister(engine);
    reader = await countingReader(here);
  }, 60_000);
  afterAll(async () => {
    await reader.stop();
    await here.stop();
  });

  test.each(Object.entries(lists))('%s: as many statements for sixty as for three', async (name, asked) => {
    const ask = (first: number) => reader.answer(agency, `query($first: Int) ${asked}`, { first });
    const [few, many] = [await ask(FEW), await ask(MANY)];
    expect(longestListIn(many.data)).toBeGreaterThanOrEqual(MANY);
    expect([name, many.statements.length]).toEqual([name, few.statements.length]);
    expect(many.statements.length).toBeLessThanOrEqual(MOST);
  });

  test.each(['MUNICIPALITY', 'OWNERSHIP', 'TYPE', 'LEVEL', 'STATUS', 'MONTH', 'FINDING'])(
    'the register is counted by %s in one statement, however much there is',
    async (dimension) => {
      for (const municipality of ['0461', '0751', null]) {
        const { data, statements } = await reader.answer(
          agency,
          `query($f: DaycareFilter) { registerStatistics(by: [${dimension}], filter: $f) { daycares keys { key } } }`,
          { f: { status: ['ACTIVE', 'CLOSED'], ...(municipality && { municipality }) } },
        );
        expect([data.registerStatistics.length > 0, statements.length]).toEqual([true, 1]);
      }
    },
  );

  test('other subgraphs ask for sixty daycares in as many statements as for three', async () => {
    const ask = (most: number) =>
      reader.answer(agency, `query($r: [_Any!]!) { _entities(representations: $r) { ... on PlacementUnit { ${edges} } } }`, {
        r: there.units.slice(0, most).map((number) => ({ __typename: 'PlacementUnit', number })),
      });
    const [few, many] = [await ask(FEW), await ask(MANY)];
    expect(many.data._entities).toHaveLength(MANY);
    expect(many.statements.length).toBe(few.statements.length);
  });

  test.each(Object.entries({ ...keyedLists, ...weighedLists }))(
    '%s: the last page costs what one near the first does',
    async (name, asked) => {
      const ask = (first: number, after: string | null = null) =>
        reader.answer(agency, `query($first: Int, $after: Cursor) ${asked}`, { first, after });
      const behind = async (rows: number) => pageIn((await ask(rows)).data).end;
      const { rows } = pageIn((await ask(500)).data);
      const [early, last] = [await ask(PAGE, await behind(1)), await ask(PAGE, await behind(rows - PAGE))];
      expect([rows >= MANY, pageIn(early.data).rows, pageIn(last.data).rows]).toEqual([true, PAGE, PAGE]);
      expect(last.statements.length).toBe(early.statements.length);
      if (engine.engine !== 'SQLite') {
        const [cheap, dear] = [await rowsReadBy(here.url, early.statements), await rowsReadBy(here.url, last.statements)];
        expect({ name, isDear: dear > cheap + PAGE, rows: [cheap, dear] }).toMatchObject({ isDear: false });
      } else if (name in keyedLists)
        expect((await stepsOf(reader.database, last.statements)).filter((step) => /^SCAN|TEMP B-TREE/.test(step))).toEqual([]);
    },
  );
});
