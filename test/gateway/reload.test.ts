import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { type GuardedGateway, startGuardedGateway } from '../support/guarded-gateway.ts';
import { eventually } from '../support/installation.ts';

const supplier = { name: 'A system', assurance: 'HIGH', mandates: [{ role: 'SUPPLIER_SYSTEM', system: 'S1' }] };

describe('another supergraph while the gateway runs', () => {
  let gateway: GuardedGateway;
  beforeAll(async () => {
    gateway = await startGuardedGateway({ LOG_LEVEL: 'info', BUDGETS: 'system=1000000' });
  });
  afterAll(() => gateway.stop());
  const ask = async (query: string) => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await gateway.token(supplier)}` },
      body: JSON.stringify({ query }),
    });
    return { status: response.status, told: JSON.parse(await response.text()) };
  };
  const told = (msg: string) => gateway.lines().filter((line) => line.msg === msg);

  test('a changed file is gone by without a request lost, with the plans of what is asked there already', async () => {
    const page = (first: number) =>
      `{ daycares(first: 20, after: "c${first}") { nodes { number name people(first: 1) { nodes { id } } } } }`;
    const field = '{ daycares(first: 20, after: "c1") { nodes { number nickname: name } } municipality(code: "0751") { fresh } }';
    expect((await ask(field)).told.errors[0].extensions.code).toBe('INVALID_INPUT');
    const asked: Promise<{ status: number; told: any }>[] = [];
    let isOver = false;
    const asking = (async () => {
      for (let nth = 0; !isOver; nth++) {
        asked.push(ask(page(nth % 5)));
        await pause(15);
      }
    })();
    await pause(500);
    const before = readFileSync(gateway.supergraph, 'utf8');
    const after = before.replace(/(type Municipality[^{]*\{)/, '$1\n  fresh: Int @join__field(graph: INSTITUTIONS)\n');
    expect(after).not.toBe(before);
    writeFileSync(gateway.supergraph, after);
    const [line] = await eventually(
      async () => told('another supergraph is gone by'),
      (lines) => lines.length === 1,
    );
    expect(line?.plans).toBe(5);
    await pause(500);
    isOver = true;
    await asking;
    const answers = await Promise.all(asked);
    expect(answers.length).toBeGreaterThan(50);
    for (const { status, told: answer } of answers) {
      expect(status).toBe(200);
      expect(answer.errors).toBeUndefined();
      expect(answer.data.daycares.nodes).toHaveLength(20);
    }
    // The field is there now; that no subgraph has it yet is another matter.
    expect((await ask(field)).told.errors?.[0].extensions.code).not.toBe('INVALID_INPUT');
  });

  test('a file that holds no supergraph changes nothing, and is told', async () => {
    const good = readFileSync(gateway.supergraph, 'utf8');
    writeFileSync(gateway.supergraph, 'type Query { broken');
    await eventually(
      async () => told('the changed file holds no supergraph; the one before it is gone by'),
      (lines) => lines.length === 1,
    );
    expect((await ask('{ daycares(first: 20, after: "c1") { nodes { number } } }')).told.errors).toBeUndefined();
    writeFileSync(gateway.supergraph, good);
    await eventually(
      async () => told('another supergraph is gone by'),
      (lines) => lines.length === 2,
    );
  });
});
