import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { composeSupergraph } from '../../gateway/compose-supergraph.ts';
import { subgraphNames } from '../../gateway/subgraphs.ts';
import { processorTime } from './cpu.ts';
import { question, variablesOf } from './question.ts';

// `npm run bench-gateway`: processor time a federated read costs this gateway and the stock one, over the same subgraphs in one run.

const SUBGRAPHS = 4101;
const supergraph = join(mkdtempSync(join(tmpdir(), 'tilslut-bench-')), 'supergraph.graphql');
writeFileSync(
  supergraph,
  composeSupergraph((name) => `http://127.0.0.1:${SUBGRAPHS + subgraphNames.indexOf(name)}/graphql`),
);

const rounds = Number(process.env.ROUNDS ?? 3);
const requests = Number(process.env.REQUESTS ?? 3_000);
const atOnce = Number(process.env.AT_ONCE ?? 8);

const gateways = [
  { name: 'stock', file: './stock.ts', port: 4111 },
  { name: 'ours', file: '../../gateway/server.ts', port: 4112 },
] as const;

interface Measured {
  readonly processor: number;
  readonly wall: number;
  readonly bytes: number;
}

async function ask(port: number, turn: number): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-encoding': 'identity' },
    body: JSON.stringify({ query: question, variables: variablesOf(turn) }),
  });
  return response.text();
}

async function measure(port: number, pid: number, from: number, count: number): Promise<Measured> {
  const before = processorTime(pid);
  const since = performance.now();
  let next = from;
  let bytes = 0;
  const worker = async () => {
    while (next < from + count) {
      const answer = await ask(port, next++);
      bytes += answer.length;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return { processor: (processorTime(pid) - before) / count, wall: (performance.now() - since) / count, bytes: bytes / count };
}

async function untilUp(port: number): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const answer = await ask(port, 0).catch(() => '');
    if (answer.startsWith('{"data"')) return;
    await pause(100);
  }
  throw new Error(`No gateway answers on port ${port}: ${await ask(port, 0).catch(String)}`);
}

const children: ChildProcess[] = [];
const start = (file: string, environment: object, given: readonly string[] = []) => {
  const child = fork(new URL(file, import.meta.url), given, {
    env: { ...process.env, APOLLO_TELEMETRY_DISABLED: '1', ...environment },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  children.push(child);
  return child.pid ?? 0;
};

try {
  start(
    './subgraphs.ts',
    {},
    subgraphNames.map((_, index) => String(SUBGRAPHS + index)),
  );
  const running = gateways.map(({ name, file, port }) => ({
    name,
    port,
    pid: start(file, { SUPERGRAPH: supergraph, PORT: String(port), GATEWAY_OPEN: '1', NODE_ENV: 'bench', LOG_LEVEL: 'error' }),
    costs: [] as number[],
  }));
  for (const { port } of running) await untilUp(port);
  const [one, other] = await Promise.all(running.map(({ port }) => ask(port, 7)));
  console.log(one?.trim() === other?.trim() ? 'Both answer the same, byte for byte.' : 'They answer differently.');
  for (const { port, pid } of running) await measure(port, pid, 1_000_000, 1_000);
  for (let round = 0; round < rounds; round++)
    for (const gateway of running) {
      const { processor, wall, bytes } = await measure(gateway.port, gateway.pid, round * requests, requests);
      gateway.costs.push(processor);
      console.log(
        `${gateway.name.padEnd(6)} ${processor.toFixed(2)} ms of processor, ${wall.toFixed(2)} ms of wall time a read of ${Math.round(bytes / 100) / 10} kB`,
      );
    }
  const best = (costs: readonly number[]) => Math.min(...costs);
  const [stock, ours] = running;
  if (stock && ours) console.log(`Ours costs ${((100 * best(ours.costs)) / best(stock.costs)).toFixed(0)} % of stock.`);
} finally {
  for (const child of children) child.kill();
}
