import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { askForRequest } from '../../subgraphs/agreements/actions/requests/ask-for-request.ts';
import { decideConnections } from '../../subgraphs/agreements/actions/systems/decide-connections.ts';
import { engines } from '../support/databases.ts';
import {
  agency,
  clerk,
  daycare,
  learning,
  openTown,
  placement,
  responsible,
  settle,
  staffOf,
  TEN_O_CLOCK,
  type Town,
} from './support/notice-town.ts';
import { type Conduct, openPostOffice } from './support/post-office.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const aarhus = { kind: 'MUNICIPALITY', key: '0751' } as const;
const many = Array.from({ length: 8 }, (_, index) => `G9300${index}`);

describe.each(engines)('notices on $engine', (engine) => {
  let town: Town;
  let url: string;
  let remove: () => Promise<void>;
  let conducts: Map<string, Conduct>;
  let office: Awaited<ReturnType<typeof openPostOffice>>;

  beforeAll(async () => {
    office = await openPostOffice({ conduct: (to) => conducts.get(to) ?? 'take' });
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    conducts = new Map();
    office.arrived.length = 0;
    const place = await engine.place();
    ({ url, remove } = place);
    town = await openTown(url);
    await settle(town, [
      daycare('G92001', { ownership: 'SELF_OWNED', name: 'Skovhytten' }),
      daycare('G92002', { ownership: 'SELF_OWNED', email: null }),
      daycare('G92003', { level: 'LOCATION', unit: 'G92001', ownership: 'SELF_OWNED', email: null }),
      daycare('G92004', { name: 'Søstjernen' }),
      ...many.map((number) => daycare(number, { ownership: 'PRIVATE', email: 'owner@chain.example' })),
    ]);
    await town.tell();
  });
  afterEach(async () => {
    await town.close();
    await remove();
  });
  const told = () => office.arrived.map(({ to, subject }) => `${to} ${subject}`);

  test("a daycare that registered nobody is told by the register's own address, and a location by its unit's (P9)", async () => {
    await town.ask(['G92001', 'G92003'], { system: 'S1001', service: 'ws10-import' });
    await town.tell();
    await town.deliver(office.url);
    expect(told()).toEqual([
      'g92001@daycare.example A request waits for your decision: Skovhytten (G92001)',
      'g92001@daycare.example A request waits for your decision: Daycare G92003 (G92003)',
    ]);
  });

  test('a mail names daycare, system, service and purpose, quotes the supplier, links to the request, and names no person', async () => {
    const [id] = await town.ask(['G92001'], {
      comment: 'We wrote to you\r\nBcc: all@daycare.example\r\n\r\n.\r\nMAIL FROM:<x>',
      purpose: 'To learn\nletters',
    });
    await town.tell();
    await town.deliver(office.url);
    const mail = office.arrived.find(({ to }) => to === 'g92001@daycare.example')!;
    expect(mail.text).toBe(
      [
        'System S1003 asks Skovhytten (G92001) for access by “Users, small package”.',
        'Purpose: To learn letters',
        'The supplier writes:\n> We wrote to you Bcc: all@daycare.example . MAIL FROM:<x>',
        `https://tilslut.example/requests/${id}`,
        'You get this because your address is registered for notices about agreements, or is the one that the register of daycares holds.\n',
      ].join('\n\n'),
    );
    expect(mail.headers).not.toMatch(/^bcc/im);
    expect(mail.headers).toContain('Auto-Submitted: auto-generated');
    expect(mail.headers).toContain('From: Tilslut <notices@tilslut.example>');
    expect(mail.messageId).toMatch(/^<[0-9a-f-]{36}@tilslut\.example>$/);
  });

  test('whoever is registered is told in its place, of the kinds it takes; nobody is told twice of one event', async () => {
    await town.addRecipient({ kind: 'DAYCARE', key: 'G92004' }, 'Leder@Daycare.Example');
    await town.addRecipient(aarhus, 'leder@daycare.example');
    await town.addRecipient(aarhus, 'only-ends@aarhus.example', { kinds: ['REVOKED'] });
    await town.ask(['G92004']);
    await town.tell();
    await town.deliver(office.url);
    expect(told()).toEqual(['leder@daycare.example A request waits for your decision: Søstjernen (G92004)']);
  });

  test('a decision is told to the supplier, and to the other body that could have made it; not to whoever made it (3.9)', async () => {
    await town.addRecipient(aarhus, 'inbox@aarhus.example');
    await town.addRecipient({ kind: 'SUPPLIER', key: '1003' }, 'support@letters.example');
    const ids = await town.ask(['G92004']);
    await town.decide(clerk, ids);
    await town.tell();
    await town.deliver(office.url);
    expect(told().sort()).toEqual(
      [
        'g92004@daycare.example A request waits for your decision: Søstjernen (G92004)',
        'g92004@daycare.example A request was approved: Søstjernen (G92004)',
        'inbox@aarhus.example A request waits for your decision: Søstjernen (G92004)',
        'support@letters.example Your request was approved: Søstjernen (G92004)',
      ].sort(),
    );
  });

  test('a municipality that registered nobody is told nothing, which shows; as soon as it registers somebody, it is told', async () => {
    await town.ask(['G92004'], { system: 'S1001', service: 'ws10-import' });
    await town.tell();
    const gaps = (actor: typeof clerk) => town.reader.gaps(actor, { after: undefined, limit: 10 });
    const gap = { ownerKind: 'MUNICIPALITY', owner: '0751', reason: 'NOBODY', count: 1, since: TEN_O_CLOCK, told: null };
    expect(await gaps(responsible)).toEqual([gap]);
    expect(await town.reader.countGaps(responsible)).toBe(1);
    for (const stranger of [learning, placement, staffOf('G92004')]) expect(await gaps(stranger)).toEqual([]);
    await town.keep();
    expect(await gaps(clerk)).toEqual([gap]);
    await town.addRecipient(aarhus, 'inbox@aarhus.example', { actor: clerk });
    await town.keep();
    await town.tell();
    await town.deliver(office.url);
    expect(told()).toEqual(['inbox@aarhus.example A request waits for your decision: Søstjernen (G92004)']);
    expect(await gaps(clerk)).toEqual([]);
  });

  test('up to five are told singly at once; more wait for one digest the next morning, and nothing is told twice', async () => {
    await town.ask(many.slice(0, 5));
    await town.tell();
    await town.deliver(office.url);
    expect(office.arrived).toHaveLength(5);
    await town.ask(many.slice(5, 7));
    await town.tell();
    await town.deliver(office.url);
    expect(office.arrived).toHaveLength(5);
    town.time.now = Date.parse('2026-11-26T05:59:59Z');
    await town.tell();
    await town.deliver(office.url);
    expect(office.arrived).toHaveLength(5);
    town.time.now = Date.parse('2026-11-26T06:00:00Z'); // seven in Denmark
    await town.ask(many.slice(7));
    await town.tell();
    await town.deliver(office.url);
    expect(told().slice(5)).toEqual(['owner@chain.example 3 notices; 8 requests wait']);
    const { text } = office.arrived.at(-1)!;
    for (const number of many.slice(5)) expect(text).toContain(number);
    for (const number of many.slice(0, 5)) expect(text).not.toContain(number);
    town.time.now += 24 * HOUR;
    await town.tell();
    await town.deliver(office.url);
    expect(office.arrived).toHaveLength(6);
  });

  test('one sending to many is one digest for who has them all', async () => {
    await town.ask(many);
    await town.tell();
    expect(await town.rows('SELECT COUNT(*) AS n FROM notice_mail')).toEqual([{ n: expect.anything() }]);
    await town.deliver(office.url);
    expect(office.arrived).toEqual([]);
    town.time.now = Date.parse('2026-11-26T06:00:01Z');
    await town.tell();
    await town.deliver(office.url);
    expect(told()).toEqual(['owner@chain.example 8 notices; 8 requests wait']);
  });

  test('greylisted is tried again after a while with the same Message-ID, and arrives once', async () => {
    conducts.set('g92001@daycare.example', 'not now');
    await town.ask(['G92001'], { system: 'S1001', service: 'ws10-import' });
    await town.tell();
    expect(await town.deliver(office.url)).toMatchObject({ outcome: 'NOT NOW', reason: expect.stringContaining('451') });
    conducts.clear();
    await town.deliver(office.url);
    expect(office.arrived).toEqual([]);
    town.time.now += MINUTE;
    await town.deliver(office.url);
    await town.deliver(office.url);
    expect(office.arrived).toHaveLength(1);
    expect(await town.rows('SELECT state, attempts FROM notice_mail')).toEqual([{ state: 'SENT', attempts: 2 }]);
  });

  test('refused for good is dead, with what the server said, for those to see whose recipient it is; another address gets it', async () => {
    conducts.set('g92001@daycare.example', 'never');
    await town.ask(['G92001'], { system: 'S1001', service: 'ws10-import' });
    await town.tell();
    await town.deliver(office.url);
    town.time.now += 40 * 24 * HOUR;
    conducts.clear();
    await town.deliver(office.url);
    expect(office.arrived).toEqual([]);
    expect(await town.reader.gaps(staffOf('G92001'), { after: undefined, limit: 10 })).toEqual([
      {
        ownerKind: 'DAYCARE',
        owner: 'G92001',
        reason: 'REFUSED',
        count: 1,
        since: TEN_O_CLOCK,
        told: expect.stringContaining('550 5.1.1'),
      },
    ]);
    await town.keep();
    await town.addRecipient({ kind: 'DAYCARE', key: 'G92001' }, 'new@daycare.example');
    await town.keep();
    await town.tell();
    await town.deliver(office.url);
    expect(told()).toEqual(['new@daycare.example A request waits for your decision: Skovhytten (G92001)']);
    expect(await town.reader.countGaps(staffOf('G92001'))).toBe(0);
  });

  test('a server that hangs up in the middle, that takes the letter and hangs up, or that is not there at all: it arrives all the same', async () => {
    conducts.set('g92001@daycare.example data', 'hang up');
    await town.ask(['G92001'], { system: 'S1001', service: 'ws10-import' });
    await town.tell();
    expect(await town.deliver(office.url)).toMatchObject({ outcome: 'NO POST' });
    conducts.set('g92001@daycare.example data', 'take and hang up');
    town.time.now += 2 * MINUTE;
    expect(await town.deliver(office.url)).toMatchObject({ outcome: 'NO POST' });
    town.time.now += HOUR;
    expect(await town.deliver('smtp://127.0.0.1:1')).toMatchObject({ outcome: 'NO POST' });
    conducts.clear();
    town.time.now += HOUR;
    expect(await town.deliver(office.url)).toEqual({ outcome: 'ACCEPTED' });
    // Taken and not told so: it came twice, and by its Message-ID the receiver knows it.
    expect(office.arrived).toHaveLength(2);
    expect(new Set(office.arrived.map(({ messageId }) => messageId)).size).toBe(1);
  });

  test('where there is no post, the mail has no part in it: it is tried for ever, and the next letters wait', async () => {
    await town.ask(['G92001', 'G92003'], { system: 'S1001', service: 'ws10-import' });
    await town.tell();
    for (let tries = 0; tries < 140; tries++) {
      expect(await town.deliver('smtp://127.0.0.1:1')).toMatchObject({ outcome: 'NO POST' });
      town.time.now += HOUR;
    }
    await town.deliver(office.url);
    expect(office.arrived).toHaveLength(2);
  });

  test('two processes at once tell of each event once, and deliver each mail once', async () => {
    // SQLite's files are one process's.
    const other = engine.engine === 'SQLite' ? town : await openTown(url, { clock: () => town.time.now });
    await town.addRecipient(aarhus, 'inbox@aarhus.example');
    await town.ask(['G92001', 'G92004']);
    await Promise.all([town.tell(), other.tell(), town.tell(), other.tell()]);
    await Promise.all([town.tell(), other.tell()]);
    await Promise.all([town.deliver(office.url), other.deliver(office.url), town.deliver(office.url)]);
    expect(told().sort()).toEqual([
      'g92001@daycare.example A request waits for your decision: Skovhytten (G92001)',
      'g92004@daycare.example A request waits for your decision: Søstjernen (G92004)',
      'inbox@aarhus.example A request waits for your decision: Skovhytten (G92001)',
      'inbox@aarhus.example A request waits for your decision: Søstjernen (G92004)',
    ]);
    if (other !== town) await other.close();
  });

  test('who tried and went is known to be gone after a while; the same mail is then sent by another', async () => {
    await town.ask(['G92001'], { system: 'S1001', service: 'ws10-import' });
    await town.tell();
    const [mailId] = await town.desk.mailsDue();
    const gone = await town.desk.claim(mailId!, 'gone', town.time.now + 3 * MINUTE);
    await town.deliver(office.url);
    expect(office.arrived).toEqual([]);
    town.time.now += 3 * MINUTE;
    await town.deliver(office.url);
    expect(office.arrived.map(({ messageId }) => messageId)).toEqual([`<${gone?.messageId}>`]);
    await town.desk.settle({ id: mailId!, claim: 'gone' }, { state: 'DEAD', attempts: 1, dueAt: 0, sentAt: null, reason: 'late' });
    expect(await town.rows('SELECT state FROM notice_mail')).toEqual([{ state: 'SENT' }]);
  });

  test('what happened before there were notices, and kinds that nobody knows, are told to nobody', async () => {
    const subject = randomBytes(4).toString('hex');
    await town.database.transaction(async ({ record }) => record({ kind: 'AgreementPondered', actor: 'x', subject, facts: {} }));
    await town.tell();
    expect(await town.rows('SELECT * FROM notice')).toEqual([]);
    const [{ position }] = await town.rows("SELECT position FROM log_reader WHERE reader = 'notices'");
    const [head] = await town.rows('SELECT position FROM event_log_head');
    expect(position).toBe(head.position);
  });

  test('when a system is paused everybody concerned is told, a digest where that is much', async () => {
    const ids = await town.ask(['G92001', ...many]);
    await town.decide(staffOf('G92001'), ids.slice(0, 1));
    for (const [index, number] of many.entries()) await town.decide(staffOf(number), [ids[index + 1]!]);
    await town.addRecipient({ kind: 'SUPPLIER', key: '1003' }, 'support@letters.example');
    town.time.now += 26 * HOUR;
    await town.tell();
    await town.deliver(office.url);
    office.arrived.length = 0;
    await town.pause('S1003', 'PASSIVE');
    await town.tell();
    town.time.now += 24 * HOUR;
    await town.tell();
    await town.deliver(office.url);
    expect(told()).toEqual(
      expect.arrayContaining([
        'g92001@daycare.example An access is paused: Skovhytten (G92001)',
        'owner@chain.example 16 notices',
        expect.stringMatching(/^support@letters\.example 18 notices$/),
      ]),
    );
  });

  test('a daycare that would like a request, and the agency deciding a connection, are told to the supplier, whatever kinds it takes (A5, 3.9)', async () => {
    await town.addRecipient({ kind: 'SUPPLIER', key: '1003' }, 'support@letters.example', { kinds: ['REVOKED'] });
    const wish = { system: 'S1003', service: 'ws17-small', daycare: 'G92001', comment: 'Peter says you know his number' };
    await town.act((agreements) => askForRequest(agreements, staffOf('G92001'), wish));
    const [connection] = await town.rows("SELECT id FROM connection_agreement WHERE service = 'ws17-medium'");
    await town.act((agreements) => decideConnections(agreements, agency, { ids: [connection.id], act: 'close', reason: 'Because' }));
    await town.tell();
    await town.deliver(office.url);
    expect(told()).toEqual([
      'support@letters.example A daycare would like your request: Skovhytten (G92001)',
      'support@letters.example Your connection was closed: System S1003',
    ]);
    expect(office.arrived[0]!.text).toContain('https://tilslut.example\n');
    expect(office.arrived[0]!.text).not.toContain('Peter');
    expect(office.arrived[1]!.text).toContain('connection of System S1003 to “Users, medium package”');
  });

  test('what arrived long ago is forgotten, what did not is not', async () => {
    conducts.set('g92001@daycare.example', 'never');
    await town.ask(['G92001', 'G92004']);
    await town.tell();
    await town.deliver(office.url);
    town.time.now += 91 * 24 * HOUR;
    await town.keep();
    expect((await town.rows('SELECT recipient, state FROM notice ORDER BY recipient')).map(({ state }) => state).sort()).toEqual([
      'DEAD',
      'NOBODY',
      'NOBODY',
    ]);
  });
});
