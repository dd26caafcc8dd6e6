import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { startStandingGateway, type StandingGateway } from '../support/standing-gateway.ts';
import { sendRaw } from './send-raw.ts';

let gateway: StandingGateway;
beforeAll(async () => {
  gateway = await startStandingGateway({ patience: { head: 300, request: 600 } });
}, 30_000);
afterAll(() => gateway.close());
const port = () => Number(new URL(gateway.url).port);

test('headers that do not come in time end with the connection, and so do bodies', async () => {
  const head = 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n';
  const slow = [`${head}x-a: `, `${head}content-length: 100\r\n\r\n{"query":`];
  for (const { status, told, milliseconds } of await Promise.all(slow.map((piece) => sendRaw(port(), [piece])))) {
    expect({ status, code: told.errors?.[0]?.extensions.code }).toEqual({ status: 408, code: 'UNAVAILABLE' });
    expect(milliseconds).toBeGreaterThan(250);
    expect(milliseconds).toBeLessThan(3_000);
  }
});

test('a hundred connections that hardly speak hold up nobody', async () => {
  const ends = Array.from({ length: 100 }, () => sendRaw(port(), ['POST /graphql HTTP/1.1\r\nhost: x\r\nx-a: ']));
  await pause(100);
  const since = performance.now();
  expect((await gateway.ask('{ __typename }')).status).toBe(200);
  expect(performance.now() - since).toBeLessThan(250);
  for (const { status } of await Promise.all(ends)) expect(status).toBe(408);
});
