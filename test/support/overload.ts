import { spawnSync } from 'node:child_process';
import { question, variablesOf } from '../../bench/gateway/question.ts';
import type { GuardedGateway } from './guarded-gateway.ts';
import { type Outcome, quantile, sendLoad } from './open-loop.ts';

/** What came of a load, times in milliseconds. */
export interface Borne {
  readonly asked: number;
  /** Answers a second that were whole. */
  readonly goodput: number;
  readonly answeredP99: number;
  /** How many were turned away with 503, and how soon. */
  readonly shed: number;
  readonly shedP50: number;
  readonly shedP99: number;
  /** Whatever was neither. */
  readonly strange: readonly string[];
}

export interface OverloadFigures {
  /** Answers a second, at the most. */
  readonly capacity: number;
  readonly unloadedP99: number;
  /** By how many times the capacity was asked. */
  readonly loads: Readonly<Record<number, Borne>>;
  /** An administrator who asks five times a second while one supplier asks for five times the capacity. */
  readonly administrator: Borne;
}

const TIMES = [1, 2, 5, 10];
const FIRST_PROBE = 100;
const MOST_PROBED = 6_400;
const body = JSON.stringify({ query: question, variables: variablesOf(1) });

const supplier = (nth: number) => ({
  name: `System ${nth}`,
  assurance: 'HIGH',
  mandates: [{ role: 'SUPPLIER_SYSTEM', system: `S${2000 + nth}` }],
});
const clerk = { name: 'Clerk', assurance: 'SUBSTANTIAL', mandates: [{ role: 'MUNICIPAL_EMPLOYEE', municipality: '0751' }] };

/** Asks a gateway for ever more than it can answer, open loop, and tells what it still does. On two processors it has one for itself. */
export async function measureOverload(gateway: GuardedGateway, seconds: number): Promise<OverloadFigures> {
  haveItsOwnProcessor(gateway);
  const tokens = await Promise.all(Array.from({ length: 120 }, (_, nth) => gateway.token(supplier(nth))));
  const load = async (perSecond: number, within = seconds, by: readonly string[] = tokens) =>
    toldOf(await sendLoad({ url: gateway.url, tokens: by, bodies: [body], perSecond, seconds: within }), perSecond, within);
  await load(FIRST_PROBE);
  const capacity = await capacityBy((perSecond) => load(perSecond, Math.min(3, seconds)));
  const unloaded = await load(Math.max(5, Math.round(capacity / 10)));
  const loads: Record<number, Borne> = {};
  for (const times of TIMES) loads[times] = await load(capacity * times);
  const [, administrator] = await Promise.all([
    load(capacity * 5, seconds, tokens.slice(0, 1)),
    load(5, seconds, [await gateway.token(clerk)]),
  ]);
  return { capacity, unloadedP99: unloaded.answeredP99, loads, administrator };
}

/** The most that is answered, found by asking half as much again each time until no more comes. */
async function capacityBy(load: (perSecond: number) => Promise<Borne>): Promise<number> {
  let most = 0;
  for (let perSecond = FIRST_PROBE; perSecond <= MOST_PROBED; perSecond = Math.round(perSecond * 1.5)) {
    const { goodput } = await load(perSecond);
    if (goodput < most * 1.05) break;
    most = goodput;
  }
  return Math.round(most);
}

function toldOf(outcome: Outcome, perSecond: number, seconds: number): Borne {
  const { 200: good = [], 503: shed = [], ...strange } = outcome;
  return {
    asked: perSecond,
    goodput: good.length / seconds,
    answeredP99: quantile(good, 0.99),
    shed: shed.length,
    shedP50: quantile(shed, 0.5),
    shedP99: quantile(shed, 0.99),
    strange: Object.entries(strange).map(([status, times]) => `${times.length} of ${status}`),
  };
}

/** What is looked at is the gateway, not who sends so much on the same machine. Left out where processors cannot be given. */
function haveItsOwnProcessor({ gateway, subgraphs }: GuardedGateway): void {
  const give = (processor: string, id: number | undefined) => spawnSync('taskset', ['-acp', processor, String(id)], { stdio: 'ignore' });
  give('0', gateway.pid);
  for (const id of [subgraphs.pid, process.pid]) give('1', id);
}
