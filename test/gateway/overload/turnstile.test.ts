import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { answerRefusal } from '../../../gateway/http-answers.ts';
import { admission, admissionRule } from '../../../gateway/overload/admission.ts';
import { budgets } from '../../../gateway/overload/budgets.ts';
import { type TurnedAway, turnstile } from '../../../gateway/overload/turnstile.ts';
import { beginVisit } from '../../../gateway/visit.ts';
import { actorWith } from '../../support/subgraphs.ts';

describe('whoever asks too much is turned away', () => {
  let app: FastifyInstance;
  let url: string;
  const held: PromiseWithResolvers<void>[] = [];
  const turnedAway: string[] = [];
  beforeAll(async () => {
    const rule = { ...admissionRule, concurrency: { ...admissionRule.concurrency, first: 1, least: 1, most: 1 }, mostWaiting: 1 };
    const door = turnstile(
      { admission: admission(rule), budgets: budgets(undefined, { administrator: 3, system: 100, dashboard: 3 }) },
      (client, status) => turnedAway.push(`${client.id} ${status}`),
    );
    app = Fastify();
    door.standBefore(app.server);
    app.post('/graphql', {
      onRequest: async (request, reply) => {
        const [, role = '', id = ''] = String(request.headers.authorization).split(' ');
        beginVisit(request, reply, role === 'person' ? { ...actorWith([]), id } : actorWith([{ role: 'SUPPLIER_SYSTEM', system: id }]));
        return away(reply, await door.pass(request, reply));
      },
      preHandler: async (request, reply) => away(reply, await door.takePlace(request)),
      handler: async (request) => {
        if (!String(request.headers.authorization).includes('holding')) return { data: {} };
        const hold = Promise.withResolvers<void>();
        held.push(hold);
        await hold.promise;
        return { data: {} };
      },
    });
    url = await app.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => app.close());

  const away = (reply: FastifyReply, refused: TurnedAway | undefined) =>
    refused && answerRefusal(reply.header('retry-after', refused.retrySeconds), refused.status, refused.told);
  const ask = async (as: string) => {
    const since = performance.now();
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${as}` },
      body: '{}',
    });
    return { status: response.status, headers: response.headers, told: JSON.parse(await response.text()), took: performance.now() - since };
  };

  test('a budget is told in headers, and when it is spent, when to go on', async () => {
    const answers = [];
    for (let nth = 0; nth < 5; nth++) answers.push(await ask('person 1'));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429, 429]);
    expect(answers.slice(0, 4).map(({ headers }) => headers.get('ratelimit'))).toEqual([
      expect.stringMatching(/^"requests";r=2;t=\d+$/),
      expect.stringMatching(/^"requests";r=1;t=\d+$/),
      expect.stringMatching(/^"requests";r=0;t=\d+$/),
      expect.stringMatching(/^"requests";r=0;t=\d+$/),
    ]);
    expect(answers[0]?.headers.get('ratelimit-policy')).toBe('"requests";q=3;w=60');
    for (const { headers, told } of answers.slice(3)) {
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
      expect(told.errors[0].extensions.requestId).toEqual(expect.any(String));
      expect(told.errors[0].extensions).toMatchObject({
        code: 'RATE_LIMITED',
        facts: expect.arrayContaining([{ name: 'limit', value: '3' }]),
      });
    }
    expect(turnedAway).toContain('person 1 429');
  });

  test('where nothing more can be done, the next is told at once and with Retry-After, and whoever waits is let in', async () => {
    await ask('system S2');
    const first = ask('system holding');
    while (held.length < 1) await new Promise((next) => setTimeout(next, 5));
    const second = ask('system S3');
    await new Promise((next) => setTimeout(next, 50));
    const third = await ask('system S2');
    expect(third.status).toBe(503);
    expect(third.headers.get('retry-after')).toBe('1');
    expect(third.told.errors[0].extensions).toMatchObject({ code: 'UNAVAILABLE', requestId: expect.any(String) });
    expect(third.took).toBeLessThan(1_000);
    held[0]?.resolve();
    expect((await first).status).toBe(200);
    expect((await second).status).toBe(200);
    expect((await ask('system S2')).status).toBe(200);
  });
});
