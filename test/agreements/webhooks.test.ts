import { createHmac, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { cursorBehind, positionBehind } from '#shared/feed.ts';
import { replayWebhook } from '../../subgraphs/agreements/actions/webhooks/replay-webhook.ts';
import { rotateWebhookSecret } from '../../subgraphs/agreements/actions/webhooks/rotate-webhook-secret.ts';
import { removeWebhook } from '../../subgraphs/agreements/actions/webhooks/remove-webhook.ts';
import { setWebhook } from '../../subgraphs/agreements/actions/webhooks/set-webhook.ts';
import { webhooksIn } from '../../subgraphs/agreements/database/webhooks/webhook-book.ts';
import { webhookDesk } from '../../subgraphs/agreements/database/webhooks/webhook-desk.ts';
import { webhookReader } from '../../subgraphs/agreements/database/webhooks/webhook-reader.ts';
import type { WebhookBook } from '../../subgraphs/agreements/domain/webhooks/webhook-book.ts';
import { headersOf } from '../../subgraphs/agreements/domain/webhooks/webhook-message.ts';
import { MOST_TRIES, PAUSED_AFTER } from '../../subgraphs/agreements/domain/webhooks/webhook-settlement.ts';
import { webhookRounds } from '../../subgraphs/agreements/jobs/deliver-webhooks.ts';
import { isPublicAddress, mayBeNamed } from '../../subgraphs/agreements/outside/public-address.ts';
import { timeOrderedId } from '../../subgraphs/agreements/outside/time-ordered-id.ts';
import { webhookCall } from '../../subgraphs/agreements/outside/webhook.ts';
import { webhookSecrets } from '../../subgraphs/agreements/outside/webhook-secrets.ts';
import { engines } from '../support/databases.ts';
import { root } from '../support/sources.ts';
import { daycare, learning, openTown, settle, staffOf, type Town } from './support/notice-town.ts';
import { isFromTilslut, openReceiver } from './support/receiver.ts';

const secrets = webhookSecrets(Buffer.alloc(32, 7));
const houses = Array.from({ length: 7 }, (_, index) => `G9300${index}`);
const HOUR = 3_600_000;

describe.each(engines)('webhooks on $engine', (engine) => {
  let town: Town;
  let remove: () => Promise<void>;
  let receiver: Awaited<ReturnType<typeof openReceiver>>;
  const faults: unknown[] = [];

  beforeEach(async () => {
    const place = await engine.place();
    remove = place.remove;
    receiver = await openReceiver();
    faults.length = 0;
    town = await openTown(place.url);
    await settle(
      town,
      houses.map((number) => daycare(number, { ownership: 'PRIVATE' })),
    );
  });
  afterEach(async () => {
    await town.close();
    await receiver.close();
    await remove();
    expect(faults).toEqual([]);
  });

  const on = async <T>(work: (book: WebhookBook) => Promise<T>): Promise<T> =>
    (await town.database.transaction((transaction) => work(webhooksIn(transaction, timeOrderedId)))).result;
  const set = async (url = receiver.url) => {
    const ground = { allowsLoopback: true, mayBeReached: mayBeNamed };
    const { webhook } = await on((book) => setWebhook(book, learning, { system: 'S1003', url }, ground));
    return secrets.secretOf(webhook);
  };
  const desk = () => webhookDesk(town.database, timeOrderedId, cursorBehind);
  const calling = { call: webhookCall({ allowsLoopback: true, longest: 500 }), sign: secrets.sign, chance: () => 0.5 };
  const deliver = async () => {
    const rounds = webhookRounds(desk(), calling, (fault) => faults.push(fault));
    await rounds.begin(() => false);
    await rounds.end();
  };
  const stands = () => webhookReader(town.database, cursorBehind).webhook('S1003');
  const dead = () => webhookReader(town.database, cursorBehind).deadLetters('S1003', { after: undefined, limit: 10 });
  const kinds = () => receiver.got.map(({ told }) => told.kind);
  const replay = async (cursor: string) => {
    const after = await town.database.read((manager) => positionBehind(manager, cursor));
    await on((book) => replayWebhook(book, learning, { system: 'S1003', after }));
  };

  test('a system is called for each of its events, in order, signed; for nothing of others and nothing from before', async () => {
    await town.ask(houses.slice(0, 1));
    const secret = await set();
    const ids = await town.ask(houses.slice(1, 3));
    await town.ask(houses.slice(1, 2), { system: 'S1001', service: 'ws10-import' });
    await town.decide(staffOf(houses[1]!), ids.slice(0, 1));
    await deliver();
    expect(receiver.got.map(({ told: { kind, requestId, system, state } }) => [kind, requestId, system, state])).toEqual([
      ['REQUESTED', ids[0], 'S1003', null],
      ['REQUESTED', ids[1], 'S1003', null],
      ['APPROVED', ids[0], 'S1003', 'ACTIVE'],
    ]);
    for (const { signature, body, event, told } of receiver.got) {
      expect(isFromTilslut(secret, signature, body, town.time.now)).toBe(true);
      expect(isFromTilslut(secret, signature, `${body} `, town.time.now)).toBe(false);
      expect(isFromTilslut(secret, signature, body, town.time.now + 301_000)).toBe(false);
      expect(event).toBe(told.id);
      expect(Object.keys(told)).toEqual([
        'id',
        'cursor',
        'at',
        'kind',
        'requestId',
        'accessId',
        'daycareNumber',
        'system',
        'service',
        'state',
        'previousState',
      ]);
    }
    expect(new Set(receiver.got.map(({ event }) => event)).size).toBe(3);
    expect(await stands()).toMatchObject({ waiting: 0, tries: 0, dead: 0, cursor: receiver.got.at(-1)?.told.cursor });
    expect(JSON.stringify(await town.rows('SELECT * FROM webhook'))).not.toContain(secret);
  });

  test('one that fails is tried again later and later, and holds the next back until it is taken', async () => {
    await set();
    await town.ask(houses.slice(0, 2));
    receiver.how.answer = (_, response) => response.writeHead(500).end();
    await deliver();
    await deliver();
    expect(receiver.got).toHaveLength(1);
    expect(await stands()).toMatchObject({ tries: 1, waiting: 2, failure: 'It answered 500.' });
    town.time.now += 30_000;
    await deliver();
    expect(receiver.got).toHaveLength(2);
    town.time.now += 59_000;
    await deliver();
    expect(receiver.got).toHaveLength(2);
    receiver.how.answer = (_, response) => response.writeHead(204).end();
    town.time.now += 1_000;
    await deliver();
    expect(new Set(receiver.got.slice(0, 3).map(({ event }) => event)).size).toBe(1);
    expect(receiver.got).toHaveLength(4);
    expect(await stands()).toMatchObject({ tries: 0, waiting: 0, failure: null });
  });

  test.each<{ what: string; answer: (response: ServerResponse) => unknown; failure: string | null }>([
    {
      what: 'a redirect',
      answer: (response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
      failure: 'It answered 302.',
    },
    { what: 'no answer', answer: () => undefined, failure: 'It did not answer in time.' },
    { what: 'a broken line', answer: (response) => response.socket?.destroy(), failure: 'It could not be reached: ECONNRESET.' },
    { what: 'a body without end', answer: (response) => response.writeHead(200).write('x'.repeat(100_000)), failure: null },
  ])('$what: $failure', async ({ answer, failure }) => {
    await set();
    await town.ask(houses.slice(0, 1));
    receiver.how.answer = (_got, response) => void answer(response);
    await deliver();
    expect(await stands()).toMatchObject({ failure, waiting: failure ? 1 : 0 });
  });

  test('what cannot be delivered in a day is given up and listed, and the next is tried; a replay sends all of it, in order', async () => {
    await set();
    await town.ask(houses.slice(0, 2));
    receiver.how.answer = (_, response) => response.writeHead(410).end();
    const began = town.time.now;
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      await deliver();
      town.time.now = Math.max((await stands())!.dueAt, town.time.now);
    }
    expect((town.time.now - began) / HOUR).toBeGreaterThan(20);
    expect((town.time.now - began) / HOUR).toBeLessThan(30);
    receiver.how.answer = (_, response) => response.end();
    town.time.now += HOUR;
    await deliver();
    const [letter, ...more] = await dead();
    expect(more).toEqual([]);
    expect(letter).toMatchObject({ eventId: receiver.got[0]!.event, tries: MOST_TRIES, reason: 'It answered 410.', kind: 'REQUESTED' });
    expect(await stands()).toMatchObject({ waiting: 0, dead: 1, deadInARow: 0 });
    receiver.got.length = 0;
    await replay(letter!.replayAfter);
    await deliver();
    expect(receiver.got).toHaveLength(2);
    expect(receiver.got[0]!.event).toBe(letter!.eventId);
    expect(await dead()).toEqual([]);
  });

  test('after many given up it is paused and the supplier is told; nothing is lost, and set again it goes on', async () => {
    await town.addRecipient({ kind: 'SUPPLIER', key: '1003' }, 'support@letters.example', { kinds: ['APPROVED'] });
    await set();
    await town.ask(houses);
    receiver.how.answer = (_, response) => response.writeHead(500).end();
    for (let tries = 0; tries < MOST_TRIES * PAUSED_AFTER; tries++) {
      await deliver();
      town.time.now += 5 * HOUR;
    }
    expect(await stands()).toMatchObject({ state: 'PAUSED', dead: PAUSED_AFTER, waiting: 2 });
    receiver.got.length = 0;
    await deliver();
    expect(receiver.got).toEqual([]);
    await town.tell();
    expect(await town.rows("SELECT recipient FROM notice WHERE kind = 'WEBHOOK_PAUSED'")).toEqual([
      { recipient: 'support@letters.example' },
    ]);
    receiver.how.answer = (_, response) => response.end();
    await set();
    await deliver();
    expect(kinds()).toEqual(['REQUESTED', 'REQUESTED']);
    expect(await stands()).toMatchObject({ state: 'ACTIVE', waiting: 0 });
  });

  test('whoever sent and went is known to be gone after a while; the event comes once more, by the same id', async () => {
    await set();
    await town.ask(houses.slice(0, 1));
    await desk().noteEvents();
    const claimed = await desk().claim('S1003', 'gone', town.time.now + 60_000);
    expect(claimed?.position).toBeGreaterThan(0);
    await deliver();
    expect(receiver.got).toEqual([]);
    town.time.now += 60_000;
    await Promise.all([deliver(), deliver(), deliver()]);
    expect(receiver.got.map(({ event }) => event)).toEqual([claimed!.id]);
    const settled = {
      state: 'ACTIVE',
      position: 0,
      tries: 9,
      dueAt: 0,
      deadInARow: 0,
      deliveredAt: null,
      failure: 'late',
      hasDied: false,
    } as const;
    await desk().settle(claimed!.webhook, settled, undefined);
    expect(await stands()).toMatchObject({ waiting: 0, tries: 0, failure: null });
  });

  test('another secret signs what is sent from then on; taken away, nothing is sent; set anew, the secret is another', async () => {
    const first = await set();
    const second = secrets.secretOf(await on((book) => rotateWebhookSecret(book, learning, 'S1003')));
    await town.ask(houses.slice(0, 1));
    await deliver();
    const [{ signature, body }] = receiver.got as [(typeof receiver.got)[number]];
    expect([first, second].map((secret) => isFromTilslut(secret, signature, body, town.time.now))).toEqual([false, true]);
    await on((book) => removeWebhook(book, learning, 'S1003'));
    await town.ask(houses.slice(1, 2));
    await deliver();
    expect(receiver.got).toHaveLength(1);
    expect([first, second]).not.toContain(await set());
  });

  test('a replay from the very beginning tells of what happened before the webhook was set', async () => {
    await town.ask(houses.slice(0, 3));
    await set();
    await replay(await town.database.read((manager) => cursorBehind(manager, 0)));
    await deliver();
    expect(receiver.got).toHaveLength(3);
    await expect(replay((await town.database.read((manager) => cursorBehind(manager, 3))).slice(1))).rejects.toThrow('cursor');
  });
});

describe('where a webhook may lead', () => {
  test.each([
    '10.1.2.3',
    '127.0.0.1',
    '169.254.169.254',
    '172.31.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '198.18.0.1',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'fd12::1',
    '::ffff:10.0.0.1',
    '::ffff:127.0.0.1',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    '2001:db8::1',
    'ff02::1',
    'no address',
  ])('not to %s', (address) => expect(isPublicAddress(address)).toBe(false));

  test.each(['8.8.8.8', '93.184.216.34', '172.32.0.1', '2a00:1450:4001:81b::200e', '2606:4700::1111'])('to %s', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );

  test('a name that leads to this machine, and an address of it in any writing, is not called in production', async () => {
    const receiver = await openReceiver();
    const { port } = new URL(receiver.url);
    const call = webhookCall({ allowsLoopback: false });
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '2130706433', '0x7f.1', '[::ffff:127.0.0.1]', '0'])
      expect([host, await call({ url: `http://${host}:${port}/`, headers: {}, body: '{}' })]).toEqual([
        host,
        'It leads into a private network.',
      ]);
    expect(receiver.got).toEqual([]);
    expect(await call({ url: 'https://no-such-host.invalid/', headers: {}, body: '{}' })).toMatch(/no such host|could not be reached/);
    await receiver.close();
  });
});

test('the lines that docs/integrate.md gives to suppliers know what is signed from what is not', () => {
  const [, code] = /```js\nimport [^\n]*\n([\s\S]*?)```/.exec(readFileSync(`${root}docs/integrate.md`, 'utf8'))!;
  const theirs: typeof isFromTilslut = new Function('createHmac', 'timingSafeEqual', `${code}; return isFromTilslut;`)(
    createHmac,
    timingSafeEqual,
  );
  const signed = headersOf({ id: 'e1', body: '{"id":"e1"}' }, (text) => secrets.sign({ system: 'S1', salt: 'x' }, text), 1_000_000);
  const secret = secrets.secretOf({ system: 'S1', salt: 'x' });
  const verdict = (body: string, key: string, now: number, signature = signed['tilslut-signature']!) => theirs(key, signature, body, now);
  expect(verdict('{"id":"e1"}', secret, 1_000_000)).toBe(true);
  expect(verdict('{"id":"e2"}', secret, 1_000_000)).toBe(false);
  expect(verdict('{"id":"e1"}', 'another', 1_000_000)).toBe(false);
  expect(verdict('{"id":"e1"}', secret, 1_301_000)).toBe(false);
  for (const signature of ['', 't=1000', 'v1=00', 't=1000,v1=', 'nonsense'])
    expect(verdict('{"id":"e1"}', secret, 1_000_000, signature)).toBe(false);
});
