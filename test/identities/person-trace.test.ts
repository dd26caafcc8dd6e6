import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor, Mandate } from '#shared/actor.ts';
import { mayTrace } from '../../subgraphs/identities/domain/tracing/trace-policy.ts';
import { engines } from '../support/databases.ts';
import { rowsIn } from '../support/store-rows.ts';
import { actorWith } from '../support/subgraphs.ts';
import {
  documentOf,
  employee,
  type Neighbourhood,
  numberOf,
  placement,
  platform,
  responsible,
  startNeighbourhood,
  submit,
} from './support/neighbourhood.ts';

const query =
  'query($daycare: InstitutionNumber!, $by: PersonKey!) { personTrace(daycare: $daycare, by: $by) { steps { kind done at message whoCanFix } next contact } }';
const agency = actorWith([{ role: 'AGENCY' }]);
const kinds = ['REGISTERED', 'SENT', 'TAKEN_IN', 'IDENTITY_ISSUED', 'ACTIVATED', 'FETCHED'];

interface Step {
  readonly kind: string;
  readonly done: boolean;
  readonly at: string | null;
  readonly message: string;
  readonly whoCanFix: string;
}

describe.each(engines)('where a person is on the way in, on $engine', (engine) => {
  let town: Neighbourhood;
  beforeAll(async () => {
    town = await startNeighbourhood(engine);
    for (const number of ['G10001', 'G10002', 'G10003', 'G10004']) await town.daycare(number);
    await town.daycare('G20001', { ownership: 'SELF_OWNED' });
    await town.daycare('G20002', { ownership: 'PRIVATE' });
    await town.daycare('G30001', { acceptsUsers: false });
    await town.sends('S1', 'G10001', 'G10002', 'G10004', 'G20001', 'G20002', 'G30001');
    await town.access({ system: 'S2', daycare: 'G10001', service: 'ws17-full' });
    await town.access({ system: 'S3', daycare: 'G10001', service: 'ws17-small', state: 'SUSPENDED' });
    await town.access({ system: 'S4', daycare: 'G10001', service: 'identification' });
  });
  afterAll(() => town.stop());

  const send = (input: object) => town.ask(placement, submit, { input });
  const asked = (daycare: string, by: object, actor: Actor = responsible) => town.ask(actor, query, { daycare, by });
  const trace = async (daycare: string, by: object, actor?: Actor): Promise<{ steps: Step[]; next: string; contact: string | null }> => {
    const { data, errors } = await asked(daycare, by, actor);
    expect(errors).toBeUndefined();
    expect(data.personTrace.steps.map(({ kind }: Step) => kind)).toEqual(kinds);
    return data.personTrace;
  };
  const doneIn = ({ steps }: { steps: Step[] }) => steps.filter(({ done }) => done).map(({ kind }) => kind);
  const stepIn = ({ steps }: { steps: Step[] }, kind: string) => steps.find((step) => step.kind === kind);

  test('somebody goes through all steps, and each names when it was done and whose the next one is', async () => {
    await send(documentOf('G10001', [employee({ id: 'T1', first: 'Tove', number: numberOf(1) }), employee({ id: 'T2', first: 'Tage' })]));
    const taken = await trace('G10001', { localPersonId: 'T1' });
    expect(doneIn(taken)).toEqual(['REGISTERED', 'SENT', 'TAKEN_IN', 'IDENTITY_ISSUED']);
    expect(stepIn(taken, 'FETCHED')).toMatchObject({
      message: 'Nobody has fetched the person. Has an access and has not fetched: S2. Is paused: S3.',
      whoCanFix: 'the supplier of system S2',
    });
    expect(taken.contact).toBe('the supplier of system S2');
    await town.people(platform, 'G10001', 'nodes { id }', '(first: 1)');
    const [first, second] = [await trace('G10001', { localPersonId: 'T1' }), await trace('G10001', { localPersonId: 'T2' })];
    expect([stepIn(first, 'FETCHED')?.done, stepIn(second, 'FETCHED')?.done]).toEqual([true, false]);
    expect(stepIn(first, 'FETCHED')?.message).toMatch(/^Fetched by S2 at .*Is paused: S3\.$/);
    expect(first.contact).toBe('the person, with a national e-ID or a code of activation');
    await town.ask(platform, '{ affiliationChanges { changes { uniId } } }');
    expect(stepIn(await trace('G10001', { localPersonId: 'T2' }), 'FETCHED')?.done).toBe(true);
  });

  test('the same person is found by each key, a name only where one person has it, and a number at this daycare only', async () => {
    await send(documentOf('G10002', [employee({ id: 'N1', first: 'Nora', number: numberOf(11) }), employee({ id: 'N2', first: 'Nis' })]));
    const nodes = (await town.people(responsible, 'G10002', 'nodes { localPersonId person { uniId } }')).data._entities[0].people.nodes;
    const uniId = nodes.find(({ localPersonId }: { localPersonId: string }) => localPersonId === 'N1').person.uniId;
    for (const by of [{ localPersonId: 'N1' }, { uniId }, { nationalNumber: numberOf(11) }, { name: 'nora testsen' }])
      expect(doneIn(await trace('G10002', by))).toContain('TAKEN_IN');
    for (const by of [{ nationalNumber: numberOf(11) }, { uniId }]) {
      const elsewhere = await trace('G10001', by);
      expect(elsewhere).toEqual(await trace('G10001', 'uniId' in by ? { uniId: 'QQQQQQQQQQ' } : { nationalNumber: numberOf(79) }));
      expect(doneIn(elsewhere)).toEqual([]);
    }
    await send(documentOf('G10004', [employee({ id: 'A', first: 'Same' }), employee({ id: 'B', first: 'Same' })]));
    const several = await asked('G10004', { name: 'Same Testsen' });
    expect(several.errors?.[0].extensions).toMatchObject({
      code: 'INVALID_INPUT',
      facts: expect.arrayContaining([{ name: 'people', value: '2' }]),
    });
  });

  test('the protected are found by their alias, never by their name', async () => {
    const hidden = { protected: true, aliasFirstName: 'Alma', aliasFamilyName: 'Alias' };
    await send(documentOf('G20001', [employee({ id: 'H', first: 'Hanne', more: hidden }), employee({ id: 'I', first: 'Ida' })]));
    expect(doneIn(await trace('G20001', { name: 'Alma Alias' }))).toContain('TAKEN_IN');
    expect(doneIn(await trace('G20001', { name: 'Hanne Testsen' }))).toEqual([]);
  });

  test('a line that was left out is explained by its notice: protected without alias (I9), a number that changed (I10), one that is none (I11)', async () => {
    const own = { source: 'Notices' };
    const [one, other] = [numberOf(31), numberOf(32)];
    await send(documentOf('G10002', [employee({ id: 'B', number: one })], own));
    const lines = [
      employee({ id: 'A', first: 'Anonym', more: { protected: true } }),
      employee({ id: 'B', number: other }),
      employee({ id: 'C', number: '123' }),
    ];
    await send(documentOf('G10002', lines, own));
    const noticed = async (id: string) => stepIn(await trace('G10002', { localPersonId: id }), 'TAKEN_IN');
    expect(await noticed('A')).toMatchObject({ done: false, message: expect.stringContaining('PROTECTED_WITHOUT_ALIAS') });
    expect(await noticed('C')).toMatchObject({
      done: false,
      message: expect.stringContaining('(I11, I18)'),
      whoCanFix: 'who keeps the person in the source system',
    });
    expect(await noticed('B')).toMatchObject({
      done: true,
      message: expect.stringContaining('(I10)'),
      whoCanFix: 'the daycare’s controller, by reidentifying, or who keeps the person in the source system',
    });
    expect(doneIn(await trace('G10002', { localPersonId: 'A' }))).toEqual(['REGISTERED', 'SENT']);
  });

  test('what holds a daycare up is told: nothing sent, refused, only tried, left out since, frozen, stale', async () => {
    const sent = async (daycare: string, id = 'nobody') => stepIn(await trace(daycare, { localPersonId: id }), 'SENT');
    expect(await sent('G10003')).toMatchObject({ done: false, message: 'Nothing was ever sent for this daycare.' });
    await send(documentOf('G30001', [employee({ id: 'X' })]));
    expect(await sent('G30001')).toMatchObject({
      message: expect.stringContaining('DAYCARE_TAKES_NO_USERS'),
      whoCanFix: 'who keeps the daycare in the register',
    });
    const intruder = actorWith([{ role: 'SUPPLIER_SYSTEM', system: 'S9' }]);
    await town.ask(intruder, submit, { input: documentOf('G20002', [employee({ id: 'X' })]) });
    const owner = actorWith([{ role: 'DAYCARE_EMPLOYEE', daycare: 'G20002' }]);
    expect(stepIn(await trace('G20002', { localPersonId: 'X' }, owner), 'SENT')).toMatchObject({
      message: expect.stringContaining('System S9 tried to send'),
    });
    await send(documentOf('G10004', [employee({ id: 'L', first: 'Leaves' })], { source: 'Left' }));
    await send(documentOf('G10004', [employee({ id: 'M', first: 'Stays' })], { source: 'Left' }));
    const left = await trace('G10004', { localPersonId: 'L' });
    expect(stepIn(left, 'SENT')?.message).toContain('leaves out the person');
    expect(stepIn(left, 'TAKEN_IN')?.message).toContain('(I4)');
    expect(await sent('G10004')).toMatchObject({ message: expect.stringContaining('does not name the person under this key') });
    await town.access({ system: 'S1', daycare: 'G10004', service: 'ws10-import', state: 'REVOKED' });
    expect(stepIn(await trace('G10004', { localPersonId: 'M' }), 'TAKEN_IN')).toMatchObject({
      done: true,
      whoCanFix: 'the supplier of system S1',
    });
  });

  test('no answer holds a number, and no row of the log what was looked for; each question leaves one, the agency’s as support', async () => {
    const before = (await readRows(town)).length;
    const answers = [
      await asked('G10001', { nationalNumber: numberOf(1) }, agency),
      await asked('G10001', { nationalNumber: '999999-0000' }, agency),
      await asked('G10001', { localPersonId: numberOf(1) }, agency),
      await asked('G10001', { name: `x${'y'.repeat(300)}` }, agency),
      await asked('G10001', { name: 'a', uniId: 'b' }, agency),
      await asked('G10001', {}, agency),
    ];
    expect(answers.map(({ errors }) => errors?.[0].extensions.code)).toEqual([
      undefined,
      'INVALID_INPUT',
      undefined,
      'INVALID_INPUT',
      'INVALID_INPUT',
      'INVALID_INPUT',
    ]);
    expect(JSON.stringify(answers)).not.toMatch(/\d{6}-?\d{4}(?!-)/);
    const rows = (await readRows(town)).slice(before);
    expect(rows.map(({ what, standing, purpose, shown }) => [what, standing, purpose, shown])).toEqual([
      ['trace', 'agency', 'Support', 1],
      ['trace', 'agency', 'Support', 0],
    ]);
    expect(JSON.parse(rows[0].filter)).toMatchObject({ by: 'nationalNumber', ties: [expect.any(String)] });
    expect(JSON.stringify(rows)).not.toContain(numberOf(1));
  });

  // the table of design 6 a second time: who may trace persons of a daycare
  // biome-ignore format: a table
  const byHand = [
    // ownership    daycare    agency responsible employee municipal
    ['MUNICIPAL',  'G10001', [true, true,  true,  false]], // a municipal daycare's employee has counts and personTrace
    ['SELF_OWNED', 'G20001', [true, true,  true,  false]],
    ['PRIVATE',    'G20002', [true, false, true,  false]],
  ] as const;
  test.each(byHand)('%s: the agency, the responsible, its employee, a municipal employee', async (ownership, daycare, may) => {
    const mandates: readonly Mandate[] = [
      { role: 'AGENCY' },
      { role: 'DAYCARE_RESPONSIBLE', municipality: '0751' },
      { role: 'DAYCARE_EMPLOYEE', daycare },
      { role: 'MUNICIPAL_EMPLOYEE', municipality: '0751' },
    ];
    const answers = await Promise.all(mandates.map((mandate) => asked(daycare, { localPersonId: 'X' }, actorWith([mandate]))));
    expect(answers.map(({ data }) => data?.personTrace !== null && data?.personTrace !== undefined)).toEqual(may);
    expect(mayTrace[ownership].length).toBe(may.filter(Boolean).length);
  });

  test('whoever may not is told the same of a daycare that is there and one that is not, to the byte; others nothing at all', async () => {
    for (const mandate of [
      { role: 'DAYCARE_RESPONSIBLE', municipality: '0101' },
      { role: 'DAYCARE_EMPLOYEE', daycare: 'G10002' },
    ] as const) {
      const [there, not] = await Promise.all(
        ['G10001', 'G99999'].map((daycare) => asked(daycare, { localPersonId: 'T1' }, actorWith([mandate]))),
      );
      expect(JSON.stringify(there).replaceAll('G10001', 'G99999')).toBe(JSON.stringify(not));
      expect(there?.errors?.[0].extensions.code).toBe('NOT_FOUND');
    }
    const nobodies: readonly Mandate[] = [
      { role: 'SUPPLIER', supplier: '1' },
      { role: 'SUPPLIER_SYSTEM', system: 'S1' },
      { role: 'DASHBOARD' },
      { role: 'CITIZEN' },
      { role: 'MUNICIPAL_SYSTEM', municipality: '0751', system: 'S1' },
    ];
    for (const mandate of nobodies)
      expect((await asked('G10001', { localPersonId: 'T1' }, actorWith([mandate]))).errors?.[0].extensions.code).toBe('NOT_PERMITTED');
  });

  test('without a lease nothing is traced', async () => {
    town.register.goDown();
    town.clock.ahead = 60_000;
    expect((await asked('G10001', { localPersonId: 'T1' })).errors?.[0].extensions.code).toBe('UNAVAILABLE');
  });
});

const readRows = async (town: Neighbourhood) => (await rowsIn(town.place.url, 'SELECT * FROM read_log ORDER BY id'))[0] ?? [];
