import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { demoPersonas } from '../../demo/personas.ts';
import { eventually } from '../support/installation.ts';
import { startIssuer, type TestIssuer } from '../support/issuer.ts';
import { startServed, type Served } from '../support/processes.ts';
import { type Stage, stages } from '../support/stage.ts';

const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
const agency = demoPersonas.find(({ id }) => id === 'agency')!;

async function ask(url: string, token: string | undefined, body: string | Buffer | object = { query: '{ viewer { id } }' }) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
  });
  return { status: response.status, told: JSON.parse(await response.text()) };
}

describe('the front door, embedded', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await stages[0]!.open();
  }, 60_000);
  afterAll(() => stage.close());
  const door = () => `${stage.url}/graphql`;

  test('nobody anonymous gets in, before the body is looked at', async () => {
    for (const body of ['{ not json', '{"query":"{ viewer { id } }"}']) {
      const { status, told } = await ask(door(), undefined, body);
      expect(status).toBe(401);
      expect(told.errors[0].extensions).toMatchObject({ code: 'UNAUTHENTICATED', requestId: expect.any(String) });
    }
  });

  test('a token of another issuer, without a signature, or signed by a shared secret is not taken', async () => {
    const stranger = await startIssuer();
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      sub: 'x',
      name: 'x',
      assurance: 'HIGH',
      mandates: [{ role: 'AGENCY' }],
      iss: 'urn:tilslut:development',
      aud: 'tilslut',
      iat: now,
      exp: now + 300,
    };
    const unsigned = `${encode({ alg: 'none' })}.${encode(claims)}.`;
    const head = `${encode({ alg: 'HS256' })}.${encode(claims)}`;
    const secret = `${head}.${createHmac('sha256', 'secret').update(head).digest('base64url')}`;
    const forged = await stranger.token({ ...agency }, { issuer: 'urn:tilslut:development', audience: 'tilslut' });
    for (const token of [unsigned, secret, forged, await stranger.token({ ...agency }), 'abc', 'a.b.c'])
      expect((await ask(door(), token)).status).toBe(401);
    await stranger.close();
  });

  test('a body may be 16 MB from a system and 256 kB from everyone else, announced or not', async () => {
    const body = (bytes: number) => JSON.stringify({ query: '{ viewer { id } }', padding: 'x'.repeat(bytes) });
    const person = await stage.token({ as: 'agency' });
    const system = await stage.token({ as: 'S1001' });
    expect((await ask(door(), person, body(200 * 1024))).status).toBe(200);
    const refused = await ask(door(), person, body(300 * 1024));
    expect(refused).toMatchObject({
      status: 413,
      told: { errors: [{ extensions: { code: 'LIMIT_EXCEEDED', facts: expect.arrayContaining([{ name: 'limit', value: '262144' }]) } }] },
    });
    expect((await ask(door(), system, body(4 * 1024 * 1024))).status).toBe(200);
    expect((await ask(door(), system, body(17 * 1024 * 1024))).status).toBe(413);
    const stream = new ReadableStream({
      start: (out) => {
        for (let part = 0; part < 40; part++) out.enqueue(new TextEncoder().encode('x'.repeat(10_000)));
        out.close();
      },
    });
    const chunked = await fetch(door(), {
      method: 'POST',
      duplex: 'half',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${person}` },
      body: stream,
    } as RequestInit);
    expect(chunked.status).toBe(413);
  });

  test('what is not GraphQL over HTTP is told so, and there is nothing elsewhere', async () => {
    const token = await stage.token({ as: 'agency' });
    for (const body of ['{ not json', '[]', '"x"', '{}', '{"query":5}', '{"query":"{ viewer { id } }","variables":"x"}']) {
      const { status, told } = await ask(door(), token, body);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(told.errors[0].extensions.code).toBe('INVALID_INPUT');
    }
    expect((await fetch(`${stage.url}/nowhere`)).status).toBe(404);
    expect((await fetch(door())).status).toBe(401);
  });

  test("an operation that is not there is not repeated, and the plan of a query is nobody's to see", async () => {
    const token = await stage.token({ as: 'agency' });
    const { told } = await ask(door(), token, {
      query: 'query a { services { code } } query b { services { code } }',
      operationName: '_6101221234',
    });
    expect(told.errors[0].extensions.code).toBe('INVALID_INPUT');
    expect(JSON.stringify(told) + stage.logged()).not.toContain('6101221234');
    const planned = await fetch(door(), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'apollo-query-plan-experimental': '1' },
      body: JSON.stringify({ query: '{ services { code } }' }),
    });
    expect(await planned.text()).not.toMatch(/agreements|__queryPlan/);
  });

  test('a cursor made by hand is refused, whatever it holds', async () => {
    const { createHash } = await import('node:crypto');
    const token = await stage.token({ as: 'agency' });
    const forge = (told: string) =>
      Buffer.from(createHash('sha256').update(told).digest('base64url').slice(0, 6) + told).toString('base64url');
    for (const told of ['not json 6101221234', '["1","daycares",{"a":1}]', '{"0":"1"}', '["1","daycares",[1]]', '5']) {
      const answer = await ask(door(), token, {
        query: 'query($after: Cursor) { daycares(after: $after) { nodes { number } } }',
        variables: { after: forge(told) },
      });
      expect(answer.told.errors[0].extensions.code).toBe('INVALID_INPUT');
    }
    expect(stage.logged()).not.toContain('6101221234');
  });

  test('ready-made tokens are given for personas and for mandates that make sense, and to nobody who calls by another name', async () => {
    const wanted = async (body: object, headers: Record<string, string> = {}) =>
      (
        await fetch(`${stage.url}/dev/token`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify(body),
        })
      ).status;
    expect(await wanted({ as: 'agency' })).toBe(200);
    expect(await wanted({ name: 'N', assurance: 'LOW', mandates: [{ role: 'DASHBOARD', municipality: '0751' }] })).toBe(200);
    expect(await wanted({ as: 'nobody' })).toBe(400);
    expect(await wanted({ mandates: [{ role: 'KING' }] })).toBe(400);
    expect(await wanted({ mandates: [{ role: 'DAYCARE_EMPLOYEE' }] })).toBe(400);
    expect(await wanted({ assurance: 'TOTAL', mandates: [] })).toBe(400);
    expect(await wanted({ mandates: [{ role: 'SUPPLIER_SYSTEM', system: 'S1001' }, { role: 'AGENCY' }] })).toBe(400);
  });
});

const server = (process.env.TILSLUT_TEST_MYSQL ?? '').split(',')[0];

(server ? describe : describe.skip)('the doors of four processes', () => {
  let served: Served;
  let issuer: TestIssuer;
  beforeAll(async () => {
    served = await startServed(server ?? '');
    issuer = served.issuer;
  }, 120_000);
  afterAll(() => served.stop(), 60_000);
  const person = { name: 'Somebody', mandates: [{ role: 'AGENCY' }] };

  test("a real issuer's token opens the gateway; expired, for another audience, of another issuer it does not", async () => {
    const door = `${served.url}/graphql`;
    expect((await ask(door, await issuer.token(person))).status).toBe(200);
    for (const more of [{ expiresIn: '-40s' }, { audience: 'another' }, { issuer: 'http://other.example' }, { expiresIn: '2h' }]) {
      const { status, told } = await ask(door, await issuer.token(person, more));
      expect(status).toBe(401);
      expect(told.errors[0].extensions.code).toBe('UNAUTHENTICATED');
    }
    expect((await ask(door, await issuer.token({ ...person, assurance: 'SOME' }))).status).toBe(401);
    expect(
      (await ask(door, await issuer.token({ mandates: [{ role: 'AGENCY' }, { role: 'SUPPLIER_SYSTEM', system: 'S1' }] }))).status,
    ).toBe(401);
    expect((await fetch(`${served.url}/dev/token`, { method: 'POST' })).status).toBe(404);
    expect((await fetch(`${served.url}/dev/personas`)).status).toBe(404);
  });

  test("a subgraph takes no call without a token, with the caller's own, with one for another subgraph, and a follower's opens the feed only", async () => {
    const { readFileSync } = await import('node:fs');
    const { hopSigner } = await import('#shared/hop-token.ts');
    const { signingKey } = await import('#shared/keys.ts');
    const signer = async (name: string) => hopSigner(await signingKey(JSON.parse(readFileSync(`${served.keys}/${name}.json`, 'utf8'))));
    const gateway = await signer('gateway');
    const agreements = await signer('agreements');
    const actor = { id: 'a', name: 'a', kind: 'person', assurance: 'HIGH', mandates: [{ role: 'AGENCY' }] } as const;
    for (const name of ['institutions', 'agreements', 'identities'] as const) {
      const door = `${served.urls[name]}/graphql`;
      const other = name === 'institutions' ? 'identities' : 'institutions';
      for (const token of [undefined, await issuer.token(person), await gateway(other, { actor }), await gateway(name)]) {
        const { status, told } = await ask(door, token, '{"query":"{ __typename }"}');
        expect({ name, status, code: told.errors[0].extensions.code }).toEqual({ name, status: 401, code: 'UNAUTHENTICATED' });
      }
      expect((await ask(door, await gateway(name, { actor }), { query: '{ __typename }' })).status).toBe(200);
      expect((await ask(door, await gateway(name, { actor }), { query: '{ _service { sdl } }' })).told.errors[0].extensions.code).toBe(
        'NOT_PERMITTED',
      );
    }
    const asFollower = (query: string) =>
      agreements('institutions', { store: 's' }).then((token) => ask(`${served.urls.institutions}/graphql`, token, { query }));
    expect((await asFollower('{ daycareChanges { caughtUp } }')).told.data.daycareChanges).toEqual({ caughtUp: true });
    for (const query of [
      '{ municipalities { code } }',
      '{ _entities(representations: [{ __typename: "Municipality", code: "0751" }]) { __typename } }',
      'mutation { loadRegisterRows(rows: []) { results { line } } }',
    ]) {
      expect((await asFollower(query)).told.errors[0].extensions.code).toBe('NOT_PERMITTED');
    }
  });

  test('a part that is gone takes only its own fields with it, and comes back', async () => {
    await served.kill('identities', 'SIGKILL');
    const { told } = await ask(`${served.url}/graphql`, await issuer.token(person), {
      query: '{ municipality(code: "0751") { name identitySummary { children } } }',
    });
    expect(told.data.municipality).toEqual({ name: 'Aarhus', identitySummary: null });
    expect(told.errors[0].extensions.code).toBe('UNAVAILABLE');
    expect(JSON.stringify(told)).not.toMatch(/identities|127\.0\.0\.1|ECONNREFUSED/);
    expect((await fetch(`${served.url}/ready`)).status).toBe(503);
    await served.start('identities');
    await eventually(
      async () => (await fetch(`${served.url}/ready`)).status,
      (status) => status === 200,
    );
  });
});
