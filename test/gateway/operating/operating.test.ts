import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../support/free-port.ts';
import { type GuardedGateway, startGuardedGateway } from '../../support/guarded-gateway.ts';
import { eventually } from '../../support/installation.ts';

const supplier = { name: 'A system', assurance: 'HIGH', mandates: [{ role: 'SUPPLIER_SYSTEM', system: 'S1' }] };
const person = { name: 'Somebody Somewhere', assurance: 'SUBSTANTIAL', mandates: [{ role: 'MUNICIPAL_EMPLOYEE', municipality: '0751' }] };
const secret = '610190-1234';

describe('the gateway tells how it fares', () => {
  let gateway: GuardedGateway;
  let collector: Server;
  let metricsPort: number;
  const spans: any[] = [];
  beforeAll(async () => {
    collector = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      for (const { resource, scopeSpans } of JSON.parse(Buffer.concat(chunks).toString()).resourceSpans)
        for (const scope of scopeSpans) for (const span of scope.spans) spans.push({ ...span, resource });
      response.setHeader('content-type', 'application/json').end('{}');
    });
    await new Promise<void>((listening) => collector.listen(0, '127.0.0.1', listening));
    metricsPort = await freePort();
    gateway = await startGuardedGateway({
      METRICS_PORT: String(metricsPort),
      LOG_LEVEL: 'info',
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(collector.address() as AddressInfo).port}`,
      OTEL_BSP_SCHEDULE_DELAY: '200',
      DRAIN_NOTICE_SECONDS: '1',
    });
  });
  afterAll(async () => {
    await gateway.stop();
    collector.closeAllConnections();
    collector.close();
  });
  const ask = async (claims: object, query: string, more: { variables?: object; headers?: Record<string, string> } = {}) => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await gateway.token(claims)}`, ...more.headers },
      body: JSON.stringify({ query, variables: more.variables }),
    });
    return { response, told: JSON.parse(await response.text()) };
  };
  const metrics = async () => (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();

  test('each request is one line of JSON, of facts that are named and no others', async () => {
    const query = `query Of${secret.replace('-', '_')} { alias${secret.replace('-', '')}: daycares(first: 20, after: "c1") { nodes { number } } }`;
    const { response } = await ask(supplier, query, { variables: { cpr: secret } });
    const id = response.headers.get('x-request-id');
    const line = await eventually(
      async () => gateway.lines().find(({ requestId, msg }) => requestId === id && msg === 'request'),
      (found) => found !== undefined,
    );
    expect(line).toMatchObject({
      method: 'POST',
      route: '/graphql',
      status: 200,
      client: 'system S1',
      clientKind: 'system',
      operation: 'query',
      fields: ['daycares'],
      questions: 1,
      traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
      milliseconds: expect.any(Number),
    });
    expect(Object.keys(line!).sort()).toEqual([
      'bytes',
      'client',
      'clientKind',
      'document',
      'fields',
      'hostname',
      'level',
      'method',
      'milliseconds',
      'msg',
      'name',
      'operation',
      'pid',
      'questions',
      'requestId',
      'route',
      'status',
      'time',
      'traceId',
    ]);
    const { response: another } = await ask(person, '{ daycares(first: 20, after: "c2") { nodes { number } } }');
    const theirs = await eventually(
      async () => gateway.lines().find(({ requestId }) => requestId === another.headers.get('x-request-id')),
      (found) => found !== undefined,
    );
    expect(theirs).not.toHaveProperty('client');
    expect(theirs).toMatchObject({ clientKind: 'administrator' });
    expect(gateway.output()).not.toMatch(/610190/);
    expect(gateway.output()).not.toContain('Somebody');
  });

  test('metrics follow the semantic conventions and count what happened', async () => {
    await ask(supplier, '{ daycares(first: 20, after: "c3") { nodes { number people(first: 1) { nodes { id } } } } }');
    const text = await metrics();
    expect(text).toMatch(
      /http_server_request_duration_seconds_count\{http_request_method="POST",http_route="\/graphql",http_response_status_code="200",client_kind="system"\} [1-9]/,
    );
    expect(text).toMatch(/http_client_request_duration_seconds_count\{subgraph="identities",outcome="answered"\} [1-9]/);
    expect(text).toMatch(/tilslut_gateway_places_limit \d+/);
    expect(text).toMatch(/tilslut_gateway_breaker_state\{subgraph="institutions"\} 0/);
    expect(text).toMatch(/nodejs_eventloop_lag_p99_seconds/);
    expect(text).not.toContain('610190');
  });

  test('a request is one trace, of the caller’s if they keep one, through gateway and subgraphs', async () => {
    const traceId = '0af7651916cd43dd8448eb211c80319c';
    await ask(supplier, '{ daycares(first: 20, after: "c4") { nodes { number dataAccesses(first: 1) { nodes { id } } } } }', {
      headers: { traceparent: `00-${traceId}-b7ad6b7169203331-01` },
    });
    const ours = await eventually(
      async () => spans.filter((span) => span.traceId === traceId),
      (found) => found.length >= 3,
    );
    const server = ours.find(({ name }) => name === 'POST /graphql');
    expect(server.parentSpanId).toBe('b7ad6b7169203331');
    expect(
      ours
        .filter(({ parentSpanId }) => parentSpanId === server.spanId)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['ask agreements', 'ask institutions']);
    expect(JSON.stringify(spans)).not.toContain('610190');
  });

  test('told to end, it says so first, answers who waits for news with the cursor to go on from, and those under way', async () => {
    const feed = 'query($w: Int!) { daycareChanges(after: "here", waitSeconds: $w) { changes { kind } nextCursor caughtUp } }';
    const waiting = ask(supplier, feed, { variables: { w: 20 } });
    const literal = ask(supplier, '{ daycareChanges(after: "there", waitSeconds: 19) { nextCursor } }');
    await pause(300);
    const since = performance.now();
    const gone = once(gateway.gateway, 'exit');
    gateway.gateway.kill('SIGTERM');
    const { told } = await waiting;
    expect(told).toEqual({ data: { daycareChanges: { changes: [], nextCursor: 'here', caughtUp: true } } });
    expect((await literal).told).toEqual({ data: { daycareChanges: { nextCursor: 'there' } } });
    expect(performance.now() - since).toBeLessThan(1_000);
    const ready = await fetch(`${gateway.url}/ready`);
    expect(ready.status).toBe(503);
    expect((await ask(supplier, '{ __typename }')).told).toEqual({ data: { __typename: 'Query' } });
    expect((await gone)[0]).toBe(0);
    expect(gateway.lines().at(-1)).toMatchObject({ msg: 'stopped', inTime: true });
  });
});
