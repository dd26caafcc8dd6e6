import { describe, expect, test } from '@jest/globals';
import { changeKinds } from '../../subgraphs/agreements/domain/agreement-event.ts';
import { waitAfter } from '../../subgraphs/agreements/domain/backoff.ts';
import { latestDigest, nextDigest } from '../../subgraphs/agreements/domain/notices/digest-hour.ts';
import { courseFor } from '../../subgraphs/agreements/domain/notices/digest-policy.ts';
import { emailAddressOf } from '../../subgraphs/agreements/domain/notices/email-address.ts';
import type { Owner } from '../../subgraphs/agreements/domain/notices/notice.ts';
import { keeperOf, keepsAs } from '../../subgraphs/agreements/domain/notices/recipient-policy.ts';
import { MOST_TRIES, settlementOf } from '../../subgraphs/agreements/domain/notices/settlement.ts';
import { toldKinds, toldOf } from '../../subgraphs/agreements/domain/notices/told-of.ts';
import { writeLetter } from '../../subgraphs/agreements/domain/notices/write-letter.ts';
import { keepsWebhookAs, seesWebhook } from '../../subgraphs/agreements/domain/webhooks/webhook-policy.ts';
import {
  MOST_TRIES as MOST_CALLS,
  PAUSED_AFTER,
  settlementOf as webhookAfter,
} from '../../subgraphs/agreements/domain/webhooks/webhook-settlement.ts';
import { judgeUrl } from '../../subgraphs/agreements/domain/webhooks/webhook-url.ts';
import { mayBeNamed } from '../../subgraphs/agreements/outside/public-address.ts';
import { holder, relation, type Role, roles } from '../support/mandates.ts';
import { daycare } from './support/notice-town.ts';

// By hand: who is told of each kind of event.
// biome-ignore format: a table
const byHand = {
  REQUESTED:      ['deciders'],
  READDRESSED:    ['deciders'],
  REMINDED:       ['deciders'],
  APPROVED:       ['deciders', 'supplier'],
  REJECTED:       ['deciders', 'supplier'],
  WITHDRAWN:      ['deciders'],
  EXPIRED:        ['deciders', 'supplier'],
  LAPSED:         ['supplier'],
  SUSPENDED:      ['deciders', 'supplier'],
  RESUMED:        ['deciders', 'supplier'],
  REVOKED:        ['deciders', 'supplier'],
  ENDED:          ['deciders'],
  CLOSED:         ['deciders', 'supplier'],
  CONFIRMED:      ['supplier'],
  UNDONE:         ['deciders', 'supplier'],
  SOUGHT:         ['supplier'],
  QUESTIONED:     ['deciders', 'supplier'],
  NOTICE_GIVEN:   ['deciders', 'supplier'],
  CONNECTION_APPROVED: ['supplier'],
  CONNECTION_REFUSED:  ['supplier'],
  CONNECTION_CLOSED:   ['supplier'],
  WEBHOOK_PAUSED: ['supplier'],
} as const satisfies Record<string, readonly string[]>;

describe('who is told', () => {
  test.each(Object.entries(byHand))('of %s: %s', (kind, sides) => expect(Object.keys(toldOf(kind)).sort()).toEqual([...sides].sort()));

  test('of every kind there is somebody is told, and of what is not in the table nobody', () => {
    expect([...toldKinds].sort()).toEqual(Object.keys(byHand).sort());
    for (const kind of changeKinds) expect(Object.keys(toldOf(kind))).not.toEqual([]);
    for (const kind of ['PONDERED', 'toString', '__proto__', '']) expect(toldOf(kind)).toEqual({});
  });

  test('each sentence names what it is about, and nothing is left open in it', () => {
    for (const kind of toldKinds)
      for (const side of ['deciders', 'supplier'] as const) {
        if (!toldOf(kind)[side]) continue;
        const said = {
          kind,
          side,
          requestId: 'r1',
          daycare: 'Skovhytten',
          system: 'Letters',
          service: 'Small',
          purpose: null,
          comment: null,
        };
        const { subject, text } = writeLetter({
          mail: { recipient: 'a@b.dk', messageId: 'm', isDigest: false },
          said: [said],
          count: 1,
          requestsWaiting: 0,
          publicUrl: 'https://t.example',
        });
        expect(text).toContain('Letters');
        expect(text).toContain('https://t.example/requests/r1');
        expect(`${subject}${text}`).not.toMatch(/[{}]|undefined/);
        expect(subject).toMatch(/: Skovhytten$/);
      }
  });

  test('nothing that others typed ends a line, and what is long is cut', () => {
    const long = 'æ\r\nBcc: x@y.dk \u0000\u202e'.repeat(200);
    const said = {
      kind: 'REQUESTED',
      side: 'deciders' as const,
      requestId: 'r1/../x',
      daycare: long,
      system: long,
      service: long,
      purpose: long,
      comment: long,
    };
    const { subject, text } = writeLetter({
      mail: { recipient: 'a@b.dk', messageId: 'm', isDigest: false },
      said: [said],
      count: 1,
      requestsWaiting: 0,
      publicUrl: 'https://t.example',
    });
    expect(subject.length).toBeLessThanOrEqual(150);
    expect(subject).not.toMatch(/[\r\n\0\u202e]/);
    expect(text).not.toMatch(/^Bcc/m);
    expect(text).not.toMatch(/[\r\0\u202e]/);
    expect(text).toContain('https://t.example/requests/r1%2F..%2Fx');
    expect(/^> (.*)$/m.exec(text)![1]!.length).toBeLessThanOrEqual(500);
  });
});

describe('an e-mail address', () => {
  test.each([
    ['  Leder@Daycare.DK ', 'leder@daycare.dk'],
    ["o'brien+inbox@sub.daycare.dk", "o'brien+inbox@sub.daycare.dk"],
    ['leder@søstjernen.dk', 'leder@xn--sstjernen-l8a.dk'],
  ])('%j is %j', (given, kept) => expect(emailAddressOf(given)).toBe(kept));

  test.each([
    '',
    'leder',
    'leder@',
    '@daycare.dk',
    'a@b',
    'a b@c.dk',
    'a@b.dk\r\nBcc: x@y.dk',
    'a@b.dk\nRCPT TO:<x@y.dk>',
    'a@b.dk, c@d.dk',
    'a@b@c.dk',
    '"a"@b.dk',
    '<a@b.dk>',
    'A <a@b.dk>',
    'a.@b.dk',
    '.a@b.dk',
    'a..b@c.dk',
    'a@-b.dk',
    'a@b.dk.',
    'a@127.0.0.1',
    'a@[127.0.0.1]',
    'a@b.dk/x',
    'a@b.dk:25',
    'a@b.dk?x',
    'a@b.dk#x',
    'é@b.dk',
    'a\u0000@b.dk',
    'a@b\u2028.dk',
    `${'a'.repeat(65)}@b.dk`,
    `a@${'b.'.repeat(130)}dk`,
  ])('%j is none', (given) => expect(emailAddressOf(given)).toBeUndefined());
});

describe('the digest', () => {
  // By hand: requests that wait, notices of a day, put off, due, had one today; what is done.
  // biome-ignore format: a table
  test.each([
    [0, 1, false, false, false, 'SINGLE MAILS'],
    [5, 5, false, false, false, 'SINGLE MAILS'],
    [6, 1, false, false, false, 'PUT OFF'],
    [0, 6, false, false, false, 'PUT OFF'],
    [0, 1, true,  false, false, 'PUT OFF'],
    [0, 1, true,  true,  false, 'DIGEST'],
    [9, 9, true,  true,  false, 'DIGEST'],
    [9, 9, true,  true,  true,  'PUT OFF'],
  ] as const)('%d wait, %d in a day, put off %s, due %s, had one %s: %s', (requestsWaiting, noticesWithinDay, isPutOff, isDigestDue, hadDigest, course) =>
    expect(courseFor({ requestsWaiting, noticesWithinDay, isPutOff, isDigestDue, hadDigest })).toBe(course),
  );

  test.each([
    ['winter, before', '2026-11-25T05:59:59Z', 7, '2026-11-24T06:00:00Z', '2026-11-25T06:00:00Z'],
    ['winter, on the hour', '2026-11-25T06:00:00Z', 7, '2026-11-25T06:00:00Z', '2026-11-26T06:00:00Z'],
    ['summer', '2026-07-01T12:00:00Z', 7, '2026-07-01T05:00:00Z', '2026-07-02T05:00:00Z'],
    ['the night the clocks go forward', '2026-03-28T20:00:00Z', 7, '2026-03-28T06:00:00Z', '2026-03-29T05:00:00Z'],
    ['the hour that is not there', '2026-03-28T20:00:00Z', 2, '2026-03-28T01:00:00Z', '2026-03-29T01:00:00Z'],
    ['the night they go back', '2026-10-24T20:00:00Z', 7, '2026-10-24T05:00:00Z', '2026-10-25T06:00:00Z'],
    ['midnight', '2026-11-25T23:30:00Z', 0, '2026-11-25T23:00:00Z', '2026-11-26T23:00:00Z'],
  ])('%s: at %s for %d o’clock the last was %s and the next is %s', (_, now, hour, last, next) => {
    expect(new Date(latestDigest(Date.parse(now), hour)).toISOString()).toBe(new Date(last).toISOString());
    expect(new Date(nextDigest(Date.parse(now), hour)).toISOString()).toBe(new Date(next).toISOString());
  });
});

describe('after a try', () => {
  test('one waits twice as long each time, up to an hour, spread by a quarter', () => {
    const patience = { first: 60, longest: 3600 };
    expect([1, 2, 3, 7, 500].map((tries) => waitAfter(tries, patience, 0.5))).toEqual([60, 120, 240, 3600, 3600]);
    expect([waitAfter(1, patience, 0), waitAfter(1, patience, 1)]).toEqual([45, 75]);
  });

  test('a mail is sent, dead, or waits; what the post itself lacks counts for nothing', () => {
    expect(settlementOf({ outcome: 'ACCEPTED' }, 3, 1000, 0.5)).toMatchObject({ state: 'SENT', sentAt: 1000, reason: null });
    expect(settlementOf({ outcome: 'REFUSED', reason: '550' }, 1, 1000, 0.5)).toMatchObject({ state: 'DEAD', reason: '550' });
    expect(settlementOf({ outcome: 'NOT NOW', reason: '451' }, 2, 1000, 0.5)).toMatchObject({
      state: 'WAITING',
      attempts: 2,
      dueAt: 121_000,
    });
    expect(settlementOf({ outcome: 'NOT NOW', reason: '451' }, MOST_TRIES, 1000, 0.5)).toMatchObject({ state: 'DEAD' });
    expect(settlementOf({ outcome: 'NO POST', reason: 'EDNS' }, MOST_TRIES, 1000, 0.5)).toMatchObject({
      state: 'WAITING',
      attempts: MOST_TRIES - 1,
    });
  });

  test('a webhook goes on, tries again, gives up, and is paused', () => {
    const webhook = {
      system: 'S1',
      url: '',
      salt: '',
      state: 'ACTIVE',
      position: 4,
      tries: 1,
      dueAt: 0,
      claim: 'c',
      deadInARow: 0,
      deliveredAt: null,
      failure: null,
    } as const;
    const failed = { position: 9, failure: 'It answered 500.' };
    expect(webhookAfter(webhook, { position: 9, failure: undefined }, 1000, 0.5)).toMatchObject({
      position: 9,
      tries: 0,
      deliveredAt: 1000,
    });
    expect(webhookAfter(webhook, failed, 1000, 0.5)).toMatchObject({ position: 4, tries: 1, dueAt: 31_000, hasDied: false });
    expect(webhookAfter({ ...webhook, tries: MOST_CALLS }, failed, 1000, 0.5)).toMatchObject({
      position: 9,
      tries: 0,
      deadInARow: 1,
      hasDied: true,
      state: 'ACTIVE',
    });
    expect(webhookAfter({ ...webhook, tries: MOST_CALLS, deadInARow: PAUSED_AFTER - 1 }, failed, 1000, 0.5)).toMatchObject({
      state: 'PAUSED',
    });
  });
});

describe('who keeps whose recipients', () => {
  // By hand, in order: daycare responsible, municipal employee, daycare employee, supplier, agency; nobody else ever.
  // biome-ignore format: a table
  const table = [
    ['the municipality', { kind: 'MUNICIPALITY', key: '0751' }, 'MUNICIPAL',   [true,  true,  false, false, true]],
    ['the supplier',     { kind: 'SUPPLIER', key: '1001' },     'MUNICIPAL',   [false, false, false, true,  true]],
    ['a municipal one',  { kind: 'DAYCARE', key: 'G10001' },    'MUNICIPAL',   [true,  true,  true,  false, true]],
    ['a self-owned one', { kind: 'DAYCARE', key: 'G10001' },    'SELF_OWNED',  [false, false, true,  false, true]],
    ['a private one',    { kind: 'DAYCARE', key: 'G10001' },    'PRIVATE',     [false, false, true,  false, true]],
    ['an outsourced one',{ kind: 'DAYCARE', key: 'G10001' },    'OUTSOURCED',  [false, false, true,  false, true]],
  ] as const;
  const columns: readonly Role[] = ['DAYCARE_RESPONSIBLE', 'MUNICIPAL_EMPLOYEE', 'DAYCARE_EMPLOYEE', 'SUPPLIER', 'AGENCY'];
  const elsewhere = relation('another place altogether');

  test.each(table)('%s', (_, owner: Owner, ownership, expected) => {
    const known = owner.kind === 'DAYCARE' ? daycare('G10001', { ownership }) : undefined;
    for (const role of roles) {
      const may = expected[columns.indexOf(role)] ?? false;
      expect([role, keeperOf(owner, known, holder(role, relation('the very daycare'))) !== undefined]).toEqual([role, may]);
      expect([role, typeof keepsAs(owner, known, holder(role, relation('the very daycare'), 'LOW'))]).toEqual([role, 'object']);
      expect([role, keeperOf(owner, known, holder(role, elsewhere)) !== undefined]).toEqual([role, role === 'AGENCY']);
    }
  });

  test('a daycare that nobody knows is answered as one that is kept by others', () => {
    const owner = { kind: 'DAYCARE', key: 'G10001' } as const;
    const employee = holder('MUNICIPAL_EMPLOYEE', relation('the very daycare'));
    expect(keepsAs(owner, undefined, employee)).toEqual(keepsAs(owner, daycare('G10001', { ownership: 'PRIVATE' }), employee));
  });

  test('a webhook is kept by the system itself and its supplier, seen by the agency too, and by nobody else', () => {
    const system = { id: 'S1001', supplier: '1001' };
    for (const role of roles) {
      const there = holder(role, relation('the very daycare'));
      const keeps = role === 'SUPPLIER' || role === 'SUPPLIER_SYSTEM';
      expect([role, typeof keepsWebhookAs(system, there) === 'string', seesWebhook(system, there)]).toEqual([
        role,
        keeps,
        keeps || role === 'AGENCY',
      ]);
      expect([role, typeof keepsWebhookAs(system, holder(role, elsewhere))]).toEqual([role, 'object']);
      expect(typeof keepsWebhookAs(system, { ...there, assurance: 'LOW' })).toBe('object');
    }
    const stranger = holder('SUPPLIER', elsewhere);
    expect(keepsWebhookAs(undefined, stranger)).toEqual(keepsWebhookAs(system, stranger));
  });
});

describe('where a webhook may be set', () => {
  const production = { allowsLoopback: false, mayBeReached: mayBeNamed };
  test.each(['https://supplier.example/hook', 'https://supplier.example:8443/a?b=c'])('%s', (url) =>
    expect(judgeUrl(url, production)).toBe(url),
  );
  test.each([
    'http://supplier.example/',
    'ftp://supplier.example/',
    'https://user:secret@supplier.example/',
    'https://localhost/',
    'https://a.localhost/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://10.0.0.1/',
    'https://169.254.169.254/latest',
    'https://2130706433/',
    'https://[::ffff:10.0.0.1]/',
    'javascript:alert(1)',
    'nonsense',
    `https://a.example/${'x'.repeat(500)}`,
  ])('not at %s', (url) => expect(() => judgeUrl(url, production)).toThrow());
  test('where the system is tried out, on this machine', () => {
    const trial = { ...production, allowsLoopback: true };
    expect(judgeUrl('http://127.0.0.1:9/hook#x', trial)).toBe('http://127.0.0.1:9/hook');
    for (const url of ['http://supplier.example/', 'http://10.0.0.1/']) expect(() => judgeUrl(url, trial)).toThrow();
  });
});
