import type { Departure } from '../fetching/departure.ts';
import type { Client } from './client.ts';
import { type ConcurrencyRule, concurrencyLimit } from './concurrency-limit.ts';
import { fairQueue, type Waiting } from './fair-queue.ts';
import { pace } from './pace.ts';
import { shares } from './shares.ts';
import { usualTimes } from './usual-times.ts';

export interface AdmissionRule {
  readonly concurrency: ConcurrencyRule;
  /** Nobody is let wait who would wait longer than so many times what an answer usually takes, by the pace at which places become free. */
  readonly longestWait: number;
  /** How many may wait, whatever the pace. */
  readonly mostWaiting: number;
}

/** A place under way; given back once, early by who only waits for news. */
export interface Place {
  /** Gives the place back; `answered` says by a name of the question's that its time is one to learn from. */
  leave(answered?: string): void;
}

export interface Admission {
  /** A place, after a short while if need be; nothing where it would be a long one, told at once. */
  enter(client: Client, gone: Departure): Promise<Place | undefined>;
  /** Whether a newcomer would be turned away. */
  isFullFor(client: Client): boolean;
  readonly figures: { readonly limit: number; readonly underWay: number; readonly waiting: number };
}

export const admissionRule: AdmissionRule = {
  concurrency: { least: 2, first: 48, most: 512, slow: 2.5, answers: 20, probeEveryMs: 5_000, probeAnswers: 5 },
  longestWait: 3,
  mostWaiting: 1_000,
};

const FIRST_PACE_MS = 2;
/** Less than this part of a fair share is little. */
const LITTLE = 0.75;
/** So many times longer than others may wait who had little, and administrators. */
const LENIENCE = 4;

/** Lets in as many requests at once as are answered in good time, in fair shares, and turns the others away when they come. */
export function admission(rule: AdmissionRule = admissionRule, now: () => number = () => performance.now()): Admission {
  const limit = concurrencyLimit(rule.concurrency);
  const usual = usualTimes();
  const freed = pace(FIRST_PACE_MS);
  const queue = fairQueue();
  const share = shares(now);
  let underWay = 0;
  let entered = 0;

  const hasRoom = () => underWay < limit.current && queue.length === 0;
  /** Whoever had much less than a fair share goes before the others of its kind, who come in their order. */
  const hadLittle = (client: string) => share.of(client) < share.fair * LITTLE;
  const patience = ({ id, kind }: Client) => rule.longestWait * usual.typical * (kind === 'administrator' || hadLittle(id) ? LENIENCE : 1);
  const isFullFor = (client: Client) =>
    !hasRoom() && (queue.length >= rule.mostWaiting || (queue.before(client) + 1) * freed.interval > patience(client));
  const letIn = (client: Client): Place => {
    const since = now();
    const nth = ++entered;
    const among = ++underWay;
    let hasLeft = false;
    return {
      leave: (answered) => {
        if (hasLeft) return;
        hasLeft = true;
        const at = now();
        const wereAllTaken = underWay >= limit.current;
        const wasAlone = among === 1 && entered === nth;
        if (answered !== undefined) {
          const ratio = usual.note(answered, at - since, wasAlone);
          limit.note({ at, ratio, wasAlone, wasFull: wereAllTaken });
        }
        freed.note(at, wereAllTaken);
        share.add(client.id, (2 * (at - since)) / (among + underWay));
        underWay -= 1;
        callNext();
      },
    };
  };
  const callNext = () => {
    while (underWay < limit.current) {
      const next = queue.next(hadLittle);
      if (!next) return;
      next.letIn();
    }
  };
  return {
    get figures() {
      return { limit: limit.current, underWay, waiting: queue.length };
    },
    isFullFor,
    enter: async (client, gone) => {
      if (hasRoom()) return letIn(client);
      if (isFullFor(client)) return undefined;
      const { promise, resolve } = Promise.withResolvers<Place | undefined>();
      const waiting: Waiting = { client, since: now(), letIn: () => resolve(letIn(client)) };
      queue.add(waiting);
      gone.onLeave(() => {
        queue.remove(waiting);
        resolve(undefined);
      });
      return promise;
    },
  };
}
