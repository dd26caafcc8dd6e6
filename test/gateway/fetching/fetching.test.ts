import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { rules } from '../../../gateway/fetching/asked-subgraph.ts';
import { subgraphNames } from '../../../gateway/subgraphs.ts';
import { type Behaviour, sound } from '../support/faulty-subgraphs.ts';
import { type StandingGateway, startStandingGateway } from '../support/standing-gateway.ts';

const page = '{ daycares(first: 20, after: "c1") { nodes { number name } } }';
const people = '{ userOverview(municipality: "0751") { municipalityCode } }';
const change = 'mutation { withdrawRequests(ids: ["R1"]) { results { id } } }';
const slowly =
  (milliseconds: number): Behaviour =>
  async (...given) => {
    await pause(milliseconds);
    return sound(...given);
  };
const dropping: Behaviour = (_, __, request) => request.socket.destroy();

describe('how subgraphs are asked', () => {
  let gateway: StandingGateway;
  beforeAll(async () => {
    // The breaker would end some trials early; it is looked at by itself below.
    gateway = await startStandingGateway({ asking: { breaker: { ...rules.breaker, failing: 2 } } });
  });
  afterEach(() => {
    for (const name of subgraphNames) gateway.subgraphs.behave(name, sound);
  });
  afterAll(() => gateway.close());
  const asked = () => gateway.subgraphs.asked('institutions');

  test('twenty identical reads in flight are one question to the subgraph, and all are answered', async () => {
    gateway.subgraphs.behave('institutions', slowly(100));
    const answers = await Promise.all(Array.from({ length: 20 }, () => gateway.ask(page)));
    expect(asked()).toBe(1);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers[0]?.told.data.daycares.nodes).toHaveLength(20);
    await gateway.ask(page);
    expect(asked()).toBe(2);
  });

  test('reads of persons are never shared: each goes by what holds when it starts', async () => {
    gateway.subgraphs.behave('identities', slowly(50));
    await Promise.all(Array.from({ length: 5 }, () => gateway.ask(people)));
    expect(gateway.subgraphs.asked('identities')).toBe(5);
  });

  test('changes are never shared, and whoever reads after one is not joined to a read from before', async () => {
    gateway.subgraphs.behave('institutions', slowly(300));
    const before = gateway.ask(page);
    await pause(50);
    await Promise.all([gateway.ask(change), gateway.ask(change)]);
    expect(gateway.subgraphs.asked('agreements')).toBe(2);
    const after = gateway.ask(page);
    await Promise.all([before, after]);
    expect(asked()).toBe(2);
  });

  test('when one of those who share a read leaves, the others are answered; when the last leaves, it ends', async () => {
    const closed = Promise.withResolvers<number>();
    const since = performance.now();
    gateway.subgraphs.behave('institutions', (answer, response, request) => {
      response.on('close', () => closed.resolve(performance.now() - since));
      return slowly(400)(answer, response, request);
    });
    const leaving = new AbortController();
    const left = gateway.ask(page, {}, leaving.signal).catch((fault: Error) => fault.name);
    const stayed = gateway.ask(page);
    await pause(50);
    leaving.abort();
    expect(await left).toBe('AbortError');
    expect((await stayed).told.data.daycares.nodes).toHaveLength(20);
    expect(await closed.promise).toBeGreaterThan(390);

    const ended = Promise.withResolvers<void>();
    gateway.subgraphs.behave('institutions', (_answer, response) => response.on('close', ended.resolve));
    const both = new AbortController();
    const leavers = [1, 2].map(() => gateway.ask(page, {}, both.signal).catch(() => 'left'));
    while (asked() < 1) await pause(5);
    await pause(50);
    both.abort();
    await Promise.all([...leavers, ended.promise]);
    expect(asked()).toBe(1);
  });

  test('within 100 ms of its client leaving a question to a subgraph is ended', async () => {
    const received = Promise.withResolvers<void>();
    const closed = Promise.withResolvers<number>();
    gateway.subgraphs.behave('identities', (_answer, response) => {
      response.on('close', () => closed.resolve(performance.now()));
      received.resolve();
    });
    const leaving = new AbortController();
    const left = gateway.ask(people, {}, leaving.signal).catch(() => 'left');
    await received.promise;
    const at = performance.now();
    leaving.abort();
    await left;
    expect((await closed.promise) - at).toBeLessThan(100);
    expect(gateway.logged()).not.toContain('not reached');
  });

  test('three hundred rows with ten keys between them are ten look-ups', async () => {
    const seen: number[] = [];
    gateway.subgraphs.behave('institutions', async (answer, response, request) => {
      const told = await answer();
      if (JSON.stringify(told).includes('_entities')) seen.push((told as any).data._entities.length);
      return sound(async () => told, response, request);
    });
    gateway.subgraphs.behave('agreements', async (answer, response, request) => {
      const told: any = await answer();
      const row = told.data.inbox.nodes[0];
      const nodes = Array.from({ length: 300 }, (_, nth) => ({
        ...row,
        id: `R${nth}`,
        daycare: { ...row.daycare, number: `G0000${nth % 10}` },
      }));
      return sound(async () => ({ data: { inbox: { nodes } } }), response, request);
    });
    const { told } = await gateway.ask('{ inbox(first: 300) { nodes { id daycare { number name } } } }');
    expect(seen).toEqual([10]);
    expect(told.errors).toBeUndefined();
    expect(told.data.inbox.nodes).toHaveLength(300);
    expect(told.data.inbox.nodes[299].daycare.name).toBe('Børnehuset nummer 9');
  });

  test('a read that fails is asked once more; a change never is', async () => {
    let tries = 0;
    const onceDropping: Behaviour = (...given) => (tries++ === 0 ? dropping(...given) : sound(...given));
    gateway.subgraphs.behave('institutions', onceDropping);
    expect((await gateway.ask(page)).told.errors).toBeUndefined();
    expect(tries).toBe(2);
    gateway.subgraphs.behave('agreements', dropping);
    expect((await gateway.ask(change)).told.errors[0].extensions.code).toBe('UNAVAILABLE');
    expect(gateway.subgraphs.asked('agreements')).toBe(1);
  });

  test('no more than a tenth of all questions are asked twice', async () => {
    let nth = 0;
    gateway.subgraphs.behave('identities', (...given) => (nth++ % 2 === 0 ? sound(...given) : dropping(...given)));
    for (let asked = 0; asked < 200; asked++) await gateway.ask(people);
    const twice = gateway.subgraphs.asked('identities') - 200;
    expect(twice).toBeGreaterThan(10);
    expect(twice).toBeLessThanOrEqual(200 / 10 + rules.retry.most);
  });

  test('a subgraph that is away is not asked any more, and tried with one question when it may be back', async () => {
    const own = await startStandingGateway({ asking: { breaker: { ...rules.breaker, firstPauseMs: 300, longestPauseMs: 1_200 } } });
    own.subgraphs.behave('identities', dropping);
    for (let nth = 0; nth < 30; nth++) await own.ask(people);
    const atFirst = own.subgraphs.asked('identities');
    expect(atFirst).toBeLessThanOrEqual(rules.breaker.leastOutcomes + rules.retry.most);
    const since = performance.now();
    const { told } = await own.ask(people);
    expect(performance.now() - since).toBeLessThan(50);
    expect(told.errors[0].extensions.code).toBe('UNAVAILABLE');
    expect(own.subgraphs.asked('identities')).toBe(atFirst);

    // Its pause over, of ten that ask at once one tries it, and the pause doubles since it is still away.
    await pause(400);
    await Promise.all(Array.from({ length: 10 }, () => own.ask(people)));
    expect(own.subgraphs.asked('identities')).toBe(atFirst + 1);
    await pause(400);
    await own.ask(people);
    expect(own.subgraphs.asked('identities')).toBe(atFirst + 1);

    own.subgraphs.behave('identities', sound);
    await pause(400);
    expect((await own.ask(people)).told.data.userOverview.municipalityCode).toBe('0751');
    expect((await own.ask(people)).told.errors).toBeUndefined();
    await own.close();
  });

  test('a subgraph that is slow holds only so many questions, and the rest is told at once', async () => {
    const own = await startStandingGateway({ asking: { underWay: { read: 8, write: 8, wait: 8 } } });
    own.subgraphs.behave('identities', slowly(500));
    const since = performance.now();
    const answers = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const { told } = await own.ask(people);
        return { code: told.errors?.[0].extensions.code, after: performance.now() - since };
      }),
    );
    expect(answers.filter(({ code }) => code === undefined)).toHaveLength(8);
    const refused = answers.filter(({ code }) => code === 'UNAVAILABLE');
    expect(refused).toHaveLength(12);
    expect(Math.max(...refused.map(({ after }) => after))).toBeLessThan(450);
    expect((await own.ask(page)).told.errors).toBeUndefined();
    await own.close();
  });

  test('who waits for news takes no connection from who asks', async () => {
    const own = await startStandingGateway({ http: { connections: 2 } });
    const held: ServerResponse[] = [];
    own.subgraphs.behave('institutions', async (answer, response, request: IncomingMessage) => {
      const told: any = await answer();
      if ('daycareChanges' in (told.data ?? {})) return void held.push(response);
      return sound(async () => told, response, request);
    });
    const feed = 'query($w: Int) { daycareChanges(waitSeconds: $w) { nextCursor } }';
    const waiting = Array.from({ length: 2 }, (_, nth) => own.ask(feed, { w: 20 + nth }));
    while (held.length < 2) await pause(10);
    const since = performance.now();
    await Promise.all(Array.from({ length: 4 }, (_, nth) => own.ask(`{ daycares(first: 20, after: "c${nth}") { nodes { number } } }`)));
    expect(performance.now() - since).toBeLessThan(1_000);
    for (const response of held) response.setHeader('content-type', 'application/json').end('{"data":{"daycareChanges":null}}');
    await Promise.all(waiting);
    await own.close();
  });
});
