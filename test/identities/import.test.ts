import { describe, expect, test } from '@jest/globals';
import { engines } from '../support/databases.ts';
import { importTown } from './support/import-town.ts';
import { child, contact, documentOf, employee, numberOf, placement, platform, responsible, submit } from './support/neighbourhood.ts';

describe.each(engines)('importing on $engine', (engine) => {
  const { town, send, tiesOf, byName } = importTown(engine);

  test('of 200 persons of whom one lacks a name and one has a malformed number, 198 go in, and the number shows nowhere', async () => {
    const persons: object[] = Array.from({ length: 198 }, (_, index) => employee({ id: `P${index}`, number: numberOf(index) }));
    const malformed = '990199-1234';
    const bad = [employee({ id: 'nameless', first: ' ' }), employee({ id: 'odd', number: malformed })];
    const { run } = await send(documentOf('G10001', [...persons, ...bad]));
    expect(run).toMatchObject({ state: 'APPLIED', counts: { persons: 200, begun: 198, refused: 2, ended: 0, changed: 0, unchanged: 0 } });
    expect(run.notices.nodes.map(({ code, localPersonId, field }: Record<string, string>) => [code, localPersonId, field])).toEqual([
      ['NAME_MISSING', 'nameless', 'person.firstName'],
      ['NATIONAL_NUMBER_MALFORMED', 'odd', 'person.nationalNumber'],
    ]);
    const kept = await town().ask(
      placement,
      'query($id: ID!) { importRun(id: $id) { daycareNumber notices { totalCount nodes { code remedy } } } }',
      { id: run.id },
    );
    expect(kept.data.importRun.notices.totalCount).toBe(2);
    const feed = await town().ask(
      platform,
      '{ affiliationChanges(first: 500) { nextCursor changes { uniId changedFields affiliation { name { first } } } } }',
    );
    const page = await town().people(platform, 'G10001', 'totalCount nodes { person { uniId } name { first } } pageInfo { endCursor }');
    expect(page.data._entities[0].people.totalCount).toBe(198);
    expect(page.data._entities[0].people.nodes[0].person.uniId).toMatch(/^[2-9A-HJKMNP-Z]{10}$/);
    const cursors = [feed.data.affiliationChanges.nextCursor, page.data._entities[0].people.pageInfo.endCursor];
    const opened = cursors.map((cursor) => Buffer.from(cursor, 'base64url').toString());
    const said = JSON.stringify([run, kept, feed, page, town().kept, opened]);
    for (const number of [malformed, '9901991234', numberOf(3)]) expect(said).not.toContain(number);
  });

  test('the same document again answers the earlier run; other content as old, or older, is refused (I14, hard case 13)', async () => {
    const document = documentOf('G10002', [employee({ id: 'E1', number: numberOf(301) })]);
    const { run } = await send(document);
    expect((await send(document)).run).toEqual(run);
    const other = await send({ ...document, persons: [] });
    expect(other.run).toMatchObject({ state: 'REFUSED', refusal: { code: 'NOT_NEWER', rule: 'I14' } });
    expect((await send({ ...document, persons: [] })).run.id).toBe(other.run.id);
    const older = new Date(Date.parse(document.sourceDateTime) - 1000).toISOString();
    expect((await send({ ...document, sourceDateTime: older })).run.refusal.code).toBe('NOT_NEWER');
    expect(await tiesOf('G10002')).toHaveLength(1);
  });

  test('a document from the future and one for a daycare that takes no users are recorded and refused (I12)', async () => {
    const future = { ...documentOf('G10002', []), sourceDateTime: new Date(Date.now() + 6 * 60_000).toISOString() };
    expect((await send(future)).run).toMatchObject({ state: 'REFUSED', refusal: { code: 'INVALID_INPUT' } });
    expect((await send(documentOf('G20002', []))).run).toMatchObject({
      state: 'REFUSED',
      refusal: { code: 'DAYCARE_TAKES_NO_USERS', rule: 'I12' },
    });
    const { data } = await town().onDaycares(placement, ['G20002'], 'imports { nodes { state } } sources { source }');
    expect(data._entities[0]).toMatchObject({ imports: { nodes: [{ state: 'REFUSED' }] }, sources: [] });
  });

  test('without an active access to send, whether the daycare is there or not, it is an error (A25, I13)', async () => {
    for (const [actor, number] of [
      [platform, 'G10001'],
      [placement, 'G99999'],
      [placement, 'G10009'],
    ] as const) {
      const { run, errors } = await send(documentOf(number, []), actor);
      expect(run).toBeNull();
      expect(errors?.[0].extensions).toMatchObject({ code: 'NO_ACTIVE_ACCESS', rule: 'I13' });
    }
    expect((await send(documentOf('G10001', []), responsible)).errors?.[0].extensions.code).toBe('NOT_PERMITTED');
  });

  test('who is left out has left, and the row stays; another source of the same unit is untouched (I4, I5, hard case 9)', async () => {
    const staff = ['A', 'B', 'C'].map((id, index) => employee({ id, number: numberOf(310 + index) }));
    await send(documentOf('G10003', staff));
    await send(documentOf('G10003', [employee({ id: 'A', first: 'Beside', number: numberOf(315) })], { source: 'Kitchen' }));
    const { run } = await send(documentOf('G10003', staff.slice(0, 2)));
    expect(run.counts).toMatchObject({ persons: 2, begun: 0, ended: 1, unchanged: 2 });
    expect((await tiesOf('G10003')).map(({ name }) => name.first)).toEqual(['First A', 'First B', 'Beside']);
    const all = await tiesOf('G10003', '(filter: { includeEnded: true })');
    expect(all.find(({ name }) => name.first === 'First C')?.to).not.toBeNull();
    expect(
      await town().onDaycares(responsible, ['G10003'], 'sources { source ties freshness lastRun { counts { ended } } }'),
    ).toMatchObject({
      data: {
        _entities: [
          {
            sources: [
              { source: 'Institution', ties: 2, freshness: 'FRESH', lastRun: { counts: { ended: 1 } } },
              { source: 'Kitchen', ties: 1 },
            ],
          },
        ],
      },
    });
  });

  test('a bad contact is left out with a notice, while the child goes in', async () => {
    const contacts = [
      contact({ id: 'fine', number: numberOf(350) }),
      contact({ id: 'odd' }, { relation: 'Nabo' }),
      contact({ id: '' }),
      contact({ id: 'high' }, { accessLevel: 3 }),
    ];
    const { run } = await send(documentOf('G10006', [child({ id: 'K', number: numberOf(351) }, { contacts })]));
    expect(run.counts).toMatchObject({ begun: 2, refused: 3 });
    expect(run.notices.nodes.map(({ code, localPersonId, field }: Record<string, string>) => [code, localPersonId, field])).toEqual([
      ['UNKNOWN_RELATION', 'K', 'child.contacts.1.relation'],
      ['CONTACT_UNIDENTIFIED', 'K', 'child.contacts.2.localPersonId'],
      ['ACCESS_LEVEL_UNKNOWN', 'K', 'child.contacts.3.accessLevel'],
    ]);
  });

  test('an unchanged document changes nothing and a person who comes back is the same one, also without a number', async () => {
    const someone = employee({ id: 'N', first: 'Nobody' });
    await send(documentOf('G10008', [someone]));
    const [before] = await byName('G10008', 'Nobody');
    expect((await send(documentOf('G10008', [someone]))).run.counts).toMatchObject({ begun: 0, changed: 0, ended: 0, unchanged: 1 });
    await send(documentOf('G10008', []));
    await send(documentOf('G10008', [someone]));
    const [after] = await byName('G10008', 'Nobody');
    expect([after?.person.uniId, after?.id === before?.id]).toEqual([before?.person.uniId, false]);
  });

  test('a dry run answers what would be, and keeps nothing', async () => {
    const before = await tiesOf('G10008');
    const { data } = await town().ask(placement, submit, {
      input: documentOf('G10008', [employee({ id: 'X', number: numberOf(740) }), {}]),
      dryRun: true,
    });
    expect(data.submitImport).toMatchObject({ state: 'PLANNED', counts: { begun: 1, refused: 1 }, notices: { totalCount: 3 } });
    expect(await tiesOf('G10008')).toEqual(before);
  });

  test('two daycares that bring the same new persons at once end with one identity each', async () => {
    const staff = Array.from({ length: 40 }, (_, index) =>
      employee({ id: `C${index}`, first: `Both ${index}`, number: numberOf(800 + index) }),
    );
    const both = await Promise.all(['G10002', 'G10003', 'G10004'].map((number) => send(documentOf(number, staff))));
    expect(both.map(({ run }) => run.counts.begun)).toEqual([40, 40, 40]);
    const [one, other, third] = await Promise.all(
      ['G10002', 'G10003', 'G10004'].map(
        async (number) => new Map((await tiesOf(number)).map(({ name, person }) => [name.first, person.uniId])),
      ),
    );
    for (let index = 0; index < 40; index++)
      expect(new Set([one, other, third].map((names) => names?.get(`Both ${index}`)))).toEqual(new Set([one?.get(`Both ${index}`)]));
  });
});
