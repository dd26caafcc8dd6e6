import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Pool } from 'undici';

/** Requests that come at a steady pace, whatever becomes of them. */
export interface Load {
  readonly url: string;
  readonly tokens: readonly string[];
  /** What is asked, in turn. */
  readonly bodies: readonly string[];
  readonly perSecond: number;
  readonly seconds: number;
}

/** How long answers took, in milliseconds, by their status; 0 stands for none at all, and `200 with errors` for what GraphQL could not answer whole. */
export type Outcome = Readonly<Record<string, readonly number[]>>;

/** Sends a load from a process of its own, so that sending and answering do not wait for each other. */
export async function sendLoad(load: Load): Promise<Outcome> {
  const child = fork(new URL(import.meta.url), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv: [] });
  child.send(load);
  const [outcome] = await once(child, 'message');
  child.kill();
  return outcome;
}

/** The time within which a share of answers came. */
export function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

async function run({ url, tokens, bodies, perSecond, seconds }: Load): Promise<Record<string, number[]>> {
  const pool = new Pool(url, { connections: 3_000, pipelining: 1 });
  const headers = tokens.map((token) => ({ 'content-type': 'application/json', authorization: `Bearer ${token}` }));
  const took: Record<string, number[]> = {};
  const underWay: Promise<void>[] = [];
  const send = (nth: number) => {
    const since = performance.now();
    underWay.push(
      new Promise((done) => {
        const note = (status: number | string) => {
          const times = took[status] ?? [];
          took[status] = times;
          times.push(performance.now() - since);
          done();
        };
        let status = 0;
        let hasErrors = false;
        pool.dispatch(
          { path: '/graphql', method: 'POST', headers: headers[nth % headers.length]!, body: bodies[nth % bodies.length]! },
          {
            onRequestStart: () => {},
            onResponseStart: (_, code) => {
              status = code;
            },
            onResponseData: (_, chunk) => {
              hasErrors ||= chunk.includes('"errors":');
            },
            onResponseEnd: () => note(status === 200 && hasErrors ? '200 with errors' : status),
            onResponseError: () => note(0),
          },
        );
      }),
    );
  };
  const start = performance.now();
  const total = perSecond * seconds;
  await new Promise<void>((sent) => {
    let nth = 0;
    const timer = setInterval(() => {
      const due = Math.min(total, ((performance.now() - start) / 1000) * perSecond);
      while (nth < due) send(nth++);
      if (nth >= total) {
        clearInterval(timer);
        sent();
      }
    }, 1);
  });
  await Promise.all(underWay);
  return took;
}

if (import.meta.main) process.once('message', async (load: Load) => process.send?.(await run(load)));
