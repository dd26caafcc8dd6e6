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

const changes =
  'query($after: Cursor, $daycare: InstitutionNumber, $first: Int = 100, $wait: Int = 0) { affiliationChanges(after: $after, daycare: $daycare, first: $first, waitSeconds: $wait) { nextCursor caughtUp changes { kind daycareNumber affiliationId uniId changedFields affiliation { role to name { first } } } } }';

interface Told {
  readonly kind: string;
  readonly daycareNumber: string;
  readonly changedFields: readonly string[];
  readonly affiliation: { readonly role: string; readonly to: string | null; readonly name: { readonly first: string } };
}

describe.each(engines)('the feed and the overview on $engine', (engine) => {
  let town: Neighbourhood;
  const numbers = Array.from({ length: 12 }, (_, index) => `G100${String(index + 10)}`);
  beforeAll(async () => {
    town = await startNeighbourhood(engine);
    await town.register.tell();
    for (const number of numbers) await town.daycare(number);
    await town.daycare('G30001', { municipality: '0101' });
    await town.daycare('G30002', { ownership: 'PRIVATE' });
    await town.daycare('G10000', { level: 'INSTITUTION', acceptsUsers: false });
    await town.sends('S1', ...numbers, 'G30001', 'G30002');
    await town.access({ system: 'S2', daycare: 'G10010', service: 'ws17-full' });
    await town.access({ system: 'S3', daycare: 'G10010', service: 'ws17-small' });
  });
  afterAll(() => town.stop());

  const send = async (input: object) => (await town.ask(placement, submit, { input })).data.submitImport;
  const changesFor = async (actor: typeof platform, variables: object = {}) => {
    const { data, errors } = await town.ask(actor, changes, { ...variables });
    if (errors) throw new Error(JSON.stringify(errors));
    return data.affiliationChanges as { nextCursor: string; caughtUp: boolean; changes: Told[] };
  };

  test('a reader is told of the ties it may read now, field by field of what it holds, and of nothing beside them', async () => {
    const { nextCursor } = await changesFor(platform);
    const kim = { id: 'K', first: 'Kim', number: numberOf(1) };
    const mother = contact({ id: 'M', first: 'Mor', number: numberOf(2) });
    await send(documentOf('G10010', [child(kim, { contacts: [mother] })]));
    await send(documentOf('G10011', [employee({ id: 'E', number: numberOf(3) })]));
    await send(documentOf('G10010', [child({ ...kim, more: { email: 'k@example.dk' } }, { mainGroup: 'Stue 2' })]));
    const full = await changesFor(platform, { after: nextCursor });
    expect(full.changes.map(({ kind, changedFields, affiliation }) => [kind, affiliation.role, changedFields])).toEqual([
      ['BEGAN', 'CHILD', []],
      ['BEGAN', 'CONTACT', []],
      ['CHANGED', 'CHILD', ['email', 'mainGroup', 'contacts']],
      ['ENDED', 'CONTACT', []],
    ]);
    expect(full.changes[3]?.affiliation.to).not.toBeNull();
    expect(full.caughtUp).toBe(true);
    const small = await changesFor(material, { after: nextCursor });
    expect(small.changes.map(({ kind, changedFields }) => [kind, changedFields])).toEqual([
      ['BEGAN', []],
      ['CHANGED', ['mainGroup']],
    ]);
    const overseen = await changesFor(responsible, { after: nextCursor });
    expect(overseen.changes.map(({ daycareNumber }) => daycareNumber)).toEqual(['G10010', 'G10010', 'G10011', 'G10010', 'G10010']);
    expect((await changesFor(responsible, { after: nextCursor, daycare: 'G10011' })).changes).toHaveLength(1);
    expect((await changesFor(placement, { after: nextCursor })).changes).toEqual([]);
  });

  test('pages of the feed join without a gap or a double, also where most of the log is not for the reader', async () => {
    const { nextCursor } = await changesFor(platform);
    await send(
      documentOf(
        'G10012',
        Array.from({ length: 60 }, (_, index) => employee({ id: `N${index}` })),
      ),
    );
    await send(
      documentOf(
        'G10010',
        Array.from({ length: 5 }, (_, index) => employee({ id: `Y${index}`, first: `Y${index}` })),
      ),
    );
    const names: string[] = [];
    for (let after = nextCursor, end = false; !end; ) {
      const page = await changesFor(platform, { after, first: 2 });
      names.push(...page.changes.filter(({ kind }) => kind === 'BEGAN').map(({ affiliation }) => affiliation.name.first));
      end = page.caughtUp;
      expect(page.nextCursor).not.toBe(after);
      after = page.nextCursor;
    }
    expect(names).toEqual(['Y0', 'Y1', 'Y2', 'Y3', 'Y4']);
  });

  test('a reader that waits is answered when something comes that it may see, and not before', async () => {
    const { nextCursor } = await changesFor(platform);
    const waiting = changesFor(platform, { after: nextCursor, wait: 10 });
    await send(documentOf('G10013', [employee({ id: 'not for you' })]));
    await send(documentOf('G10010', [employee({ id: 'W', first: 'Welcome' })]));
    const page = await waiting;
    expect(page.changes.some(({ affiliation }) => affiliation.name.first === 'Welcome')).toBe(true);
    const nothing = await changesFor(platform, { after: page.nextCursor, wait: 1 });
    expect(nothing).toMatchObject({ changes: [], caughtUp: true });
  });

  test('an access opens ties since it began, never the time before', async () => {
    await send(documentOf('G10014', [employee({ id: 'before', first: 'Before' }), employee({ id: 'leaves', first: 'Leaves' })]));
    await send(documentOf('G10014', [employee({ id: 'before', first: 'Before' })]));
    await town.access({ system: 'S2', daycare: 'G10014', service: 'ws17-full', at: Date.now() + 1 });
    await new Promise((resolve) => setTimeout(resolve, 10));
    await send(documentOf('G10014', [employee({ id: 'before', first: 'Before' }), employee({ id: 'new', first: 'New' })]));
    const told = (await changesFor(platform, { daycare: 'G10014' })).changes;
    expect(told.map(({ kind, affiliation }) => [kind, affiliation?.name.first])).toEqual([
      ['ACCESS_BEGAN', undefined],
      ['BEGAN', 'New'],
    ]);
    const { data } = await town.people(platform, 'G10014', 'nodes { name { first } }', '(filter: { includeEnded: true })');
    expect(data._entities[0].people.nodes.map(({ name }: { name: { first: string } }) => name.first)).toEqual(['Before', 'New']);
  });

  test("the overview shows a municipality its units, their freshness, sources and people, and nobody another one's", async () => {
    const query =
      'query($first: Int = 50, $after: Cursor, $freshness: [Freshness!]) { userOverview(municipality: "751") { municipalityCode summary { employees children lastImportAt freshness openNotices } units(first: $first, after: $after, freshness: $freshness) { totalCount pageInfo { hasNextPage endCursor } nodes { daycareNumber summary { employees freshness } sources { systemId system { id } source freshness ties lastRun { id state } } people(first: 1) { totalCount } } } } }';
    const { data, errors } = await town.ask(responsible, query);
    expect(errors).toBeUndefined();
    expect(data.userOverview).toMatchObject({ municipalityCode: '0751', summary: { freshness: 'FRESH' }, units: { totalCount: 12 } });
    const [unit] = data.userOverview.units.nodes.filter(({ daycareNumber }: { daycareNumber: string }) => daycareNumber === 'G10012');
    expect(unit).toMatchObject({
      summary: { employees: 60, freshness: 'FRESH' },
      sources: [{ systemId: 'S1', system: { id: 'S1' }, source: 'Institution', ties: 60, lastRun: { state: 'APPLIED' } }],
      people: { totalCount: 60 },
    });
    const pages: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page: {
        data?: { userOverview: { units: { nodes: { daycareNumber: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } };
      } = await town.ask(responsible, query, { first: 5, after });
      pages.push(...(page.data?.userOverview.units.nodes ?? []).map(({ daycareNumber }) => daycareNumber));
      more = page.data?.userOverview.units.pageInfo.hasNextPage ?? false;
      after = page.data?.userOverview.units.pageInfo.endCursor ?? null;
    }
    expect(pages).toEqual(numbers);
    expect((await town.ask(responsible, query, { freshness: ['NEVER'] })).data.userOverview.units.totalCount).toBe(7);
    const municipal = actorWith([{ role: 'MUNICIPAL_EMPLOYEE', municipality: '0751' }]);
    const counts = await town.ask(municipal, query, { first: 1 });
    expect(counts.data.userOverview.units.nodes[0].people).toBeNull();
    expect(counts.errors?.[0].extensions.code).toBe('NOT_PERMITTED');
    for (const actor of [
      actorWith([{ role: 'DAYCARE_RESPONSIBLE', municipality: '0101' }]),
      actorWith([{ role: 'DAYCARE_EMPLOYEE', daycare: 'G10010' }]),
    ]) {
      expect((await town.ask(actor, query)).errors?.[0].extensions.code).toBe('NOT_FOUND');
    }
  });

  test('a source goes from fresh to late to stale as time goes by (P21)', async () => {
    const seen = async () =>
      (await town.onDaycares(responsible, ['G10012'], 'identitySummary { freshness }')).data._entities[0].identitySummary.freshness;
    const hour = 3_600_000;
    const found = [await seen()];
    for (const hours of [37, 6 * 24]) {
      town.clock.ahead += hours * hour;
      await new Promise((resolve) => setTimeout(resolve, 150));
      found.push(await seen());
    }
    expect(found).toEqual(['FRESH', 'LATE', 'STALE']);
  });
});
