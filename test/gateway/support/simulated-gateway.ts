import type { Departure } from '../../../gateway/fetching/departure.ts';
import { type AdmissionRule, admission, type Place } from '../../../gateway/overload/admission.ts';
import type { Client } from '../../../gateway/overload/client.ts';

/** Arrivals of one client: at this pace on average, each with so much work, in milliseconds of one processor. */
export interface Stream {
  readonly client: Client;
  readonly perSecond: number;
  readonly work: number;
  /** When it ends, in milliseconds from the start. */
  readonly until?: number;
}

export interface Simulation {
  readonly streams: readonly Stream[];
  readonly processors: number;
  /** What it costs to turn somebody away, in milliseconds of one processor. */
  readonly refusal: number;
  readonly milliseconds: number;
  /** What happens before is not counted. */
  readonly warmUp: number;
  readonly seed: number;
  readonly rule: AdmissionRule;
}

export interface Counted {
  readonly answered: number[];
  refused: number;
}

const here: Departure = { hasLeft: false, onLeave: () => () => {} };

interface Job {
  left: number;
  readonly done: () => void;
}

/** Plays arrivals against the real admission, before processors that whoever is under way shares, on a clock of its own. */
export async function simulate({
  streams,
  processors,
  refusal,
  milliseconds,
  warmUp,
  seed,
  rule,
}: Simulation): Promise<ReadonlyMap<string, Counted>> {
  let now = 0;
  const random = randomFrom(seed);
  const door = admission(rule, () => now);
  const jobs = new Set<Job>();
  let debt = 0;
  const counts = new Map(streams.map(({ client }): [string, Counted] => [client.id, { answered: [], refused: 0 }]));
  const nextOf = streams.map(({ perSecond }) => pause(perSecond, random));
  const advance = (to: number) => {
    // Turning away comes before all else, as reading from sockets does.
    let span = to - now;
    const paid = Math.min(debt, span * processors);
    debt -= paid;
    span -= paid / processors;
    const rate = jobs.size === 0 ? 0 : Math.min(1, processors / jobs.size);
    for (const job of jobs) job.left -= span * rate;
    now = to;
  };
  const settle = () =>
    new Promise<void>((settled) => queueMicrotask(() => queueMicrotask(() => queueMicrotask(() => queueMicrotask(settled)))));
  while (now < milliseconds) {
    const arrival = Math.min(...nextOf, milliseconds);
    const rate = jobs.size === 0 ? 0 : Math.min(1, processors / jobs.size);
    const shortest = Math.min(...[...jobs].map(({ left }) => left));
    const finish = rate === 0 ? Number.POSITIVE_INFINITY : now + debt / processors + shortest / rate;
    if (finish <= arrival) {
      advance(finish);
      for (const job of jobs)
        if (job.left <= 1e-9) {
          jobs.delete(job);
          job.done();
        }
      await settle();
      continue;
    }
    advance(arrival);
    if (now >= milliseconds) break;
    const nth = nextOf.indexOf(arrival);
    const { client, perSecond, work, until = milliseconds } = streams[nth]!;
    const next = arrival + pause(perSecond, random);
    nextOf[nth] = next < until ? next : Number.POSITIVE_INFINITY;
    const counted = counts.get(client.id)!;
    const since = now;
    void door.enter(client, here).then((place: Place | undefined) => {
      if (!place) {
        debt += refusal;
        if (since >= warmUp) counted.refused += 1;
        return;
      }
      const done = () => {
        if (since >= warmUp) counted.answered.push(now - since);
        place.leave(`work ${work}`);
      };
      jobs.add({ left: work * (0.8 + random() * 0.4), done });
    });
    await settle();
  }
  return counts;
}

const pause = (perSecond: number, random: () => number): number => (-Math.log(1 - random()) * 1000) / perSecond;

function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
