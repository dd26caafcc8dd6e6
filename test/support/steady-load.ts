import { execFileSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { type ClientAnswer, clientOf } from '#shared/graphql-client.ts';
import { demoDocument } from '../../demo/document.ts';
import { loadDemoOnce } from '../../demo/load.ts';
import type { Cast } from '../../demo/steps.ts';
import { type Outcome, quantile, sendLoad } from './open-loop.ts';
import { openDaycare } from './opened-daycare.ts';
import type { Part, Served } from './processes.ts';
import { claimsOf } from './stage.ts';

const read = ['G90052', 'G90053'];
const written = 'G90054';
const SECONDS_BETWEEN_IMPORTS = 1;
const WAITING_CLIENTS = 5;

const house = (number: string) => `{ daycare(number: "${number}") {
  number name ownership municipality { code name }
  dataAccesses(first: 5) { nodes { id state service { code } system { id name } } }
  people(first: 20) { nodes { id role from name { first family } groups { name type } person { uniId } } pageInfo { hasNextPage endCursor } }
} }`;
const register =
  '{ daycares(first: 20) { nodes { number name status ownership version municipality { code name } } pageInfo { endCursor } } }';
const bodies = [...read.map(house), register].map((query) => JSON.stringify({ query }));

/** What one stretch of a steady load came to. */
export interface Stretch {
  /** Answers, by their status; `200 with errors` are those of GraphQL, `0` stands for none at all. */
  readonly answers: Readonly<Record<string, number>>;
  readonly median: number;
  readonly p99: number;
  /** Megabytes that each process held at its end. */
  readonly memory: Readonly<Record<Part, number>>;
  /** Imports that were not taken in. */
  readonly lostImports: number;
}

interface Pace {
  readonly stretches: number;
  readonly seconds: number;
  /** What happens while a stretch runs. */
  readonly during?: (stretch: number) => Promise<void>;
}

/** Four processes asked for persons and places at half of what they can do, beside imports and clients that wait for news. */
export async function* steadyLoad(served: Served, { stretches, seconds, during = async () => {} }: Pace): AsyncGenerator<Stretch> {
  const cast: Cast = (wanted) => clientOf(served.url, () => served.issuer.token(claimsOf(wanted)));
  await loadDemoOnce(async (_subgraph, _actor, operation) => cast({ as: 'agency' })(operation));
  for (const number of [...read, written]) await openDaycare(cast, number);
  const tokens = [await served.issuer.token(claimsOf({ as: 'S1002' }), { expiresIn: '59m' })];
  const perSecond = Math.max(1, Math.round((await capacityOf(served.url, tokens)) / 2));
  console.log(`asked ${perSecond} times a second, half of what can be answered`);
  const beside = { isOver: false, lostImports: 0 };
  const others = [importing(cast, beside), ...Array.from({ length: WAITING_CLIENTS }, () => waitingForNews(cast, beside))];
  try {
    for (let nth = 0; nth < stretches; nth++) {
      const lostBefore = beside.lostImports;
      const [outcome] = await Promise.all([sendLoad({ url: served.url, tokens, bodies, perSecond, seconds }), during(nth)]);
      yield { ...toldOf(outcome), memory: memoryOf(served), lostImports: beside.lostImports - lostBefore };
    }
  } finally {
    beside.isOver = true;
    await Promise.all(others);
  }
}

/** The most that is answered in a second, found by asking ever more. */
async function capacityOf(url: string, tokens: readonly string[]): Promise<number> {
  let most = 0;
  for (let perSecond = 40; perSecond <= 1280; perSecond *= 2) {
    const answered = (await sendLoad({ url, tokens, bodies, perSecond, seconds: 3 }))[200]?.length ?? 0;
    if (answered / 3 < most * 1.1) break;
    most = Math.max(most, answered / 3);
  }
  return most;
}

/** A placement system that sends one daycare's users over and over, each time one child more or fewer. */
async function importing(cast: Cast, beside: { readonly isOver: boolean; lostImports: number }): Promise<void> {
  const placement = cast({ as: 'S1001' });
  for (let nth = 0; !beside.isOver; nth++) {
    await pause(SECONDS_BETWEEN_IMPORTS * 1000);
    const answer = await placement({
      query: 'mutation($input: ImportInput!) { submitImport(input: $input) { state } }',
      variables: { input: demoDocument(written, new Date(), { children: 20 + (nth % 2) }) },
    }).catch(() => undefined);
    if (answer?.data?.submitImport?.state !== 'APPLIED') beside.lostImports += 1;
  }
}

async function waitingForNews(cast: Cast, beside: { readonly isOver: boolean }): Promise<void> {
  const reader = cast({ as: 'S1002' });
  let after: string | null = null;
  while (!beside.isOver) {
    const answer: ClientAnswer | undefined = await reader({
      query: 'query($after: Cursor) { daycareChanges(after: $after, first: 100, waitSeconds: 5) { nextCursor } }',
      variables: { after },
    }).catch(() => undefined);
    after = answer?.data?.daycareChanges?.nextCursor ?? after;
    if (!answer?.data?.daycareChanges) await pause(500);
  }
}

function toldOf(outcome: Outcome): Pick<Stretch, 'answers' | 'median' | 'p99'> {
  const good = outcome[200] ?? [];
  return {
    answers: Object.fromEntries(Object.entries(outcome).map(([status, times]) => [status, times.length])),
    median: quantile(good, 0.5),
    p99: quantile(good, 0.99),
  };
}

const memoryOf = (served: Served): Stretch['memory'] => ({
  institutions: residentOf(served.processId('institutions')),
  agreements: residentOf(served.processId('agreements')),
  identities: residentOf(served.processId('identities')),
  gateway: residentOf(served.processId('gateway')),
});

const residentOf = (id: number): number => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(id)], { encoding: 'utf8' })) / 1024;
