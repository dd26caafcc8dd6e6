import type { LoggedRead } from '../reading/logged-read.ts';
import { danishDay } from './danish-day.ts';

/** What an access was used for on one day in Denmark: pages read, documents sent in, and the persons on both, each as often as shown or sent. */
export interface AccessUse {
  readonly access: string;
  readonly day: string;
  readonly reads: number;
  readonly persons: number;
  readonly imports: number;
  readonly lastUsedAt: number;
}

/** The uses that reads are, one an access, in the order of their keys; a read by no access is nobody's use. */
export function usesOfReads(reads: readonly Pick<LoggedRead, 'accesses' | 'shown'>[], at: number): AccessUse[] {
  const day = danishDay(at);
  return summed(
    reads.flatMap(({ accesses, shown }) =>
      accesses.map((access) => ({ access, day, reads: 1, persons: shown, imports: 0, lastUsedAt: at })),
    ),
  );
}

/** A document that was sent in by an access. */
export interface SentDocument {
  readonly access: string;
  readonly persons: number;
  readonly receivedAt: number;
}

/** The uses that documents are. */
export function usesOfDocuments(sent: readonly SentDocument[]): AccessUse[] {
  return summed(
    sent.map(({ access, persons, receivedAt }) => ({
      access,
      day: danishDay(receivedAt),
      reads: 0,
      persons,
      imports: 1,
      lastUsedAt: receivedAt,
    })),
  );
}

/** One a day and access, in that order, in which rows are also locked. */
function summed(uses: readonly AccessUse[]): AccessUse[] {
  const sums = new Map<string, AccessUse>();
  for (const use of uses) {
    const key = `${use.day} ${use.access}`;
    const sum = sums.get(key);
    sums.set(key, sum ? together(sum, use) : use);
  }
  return [...sums].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, sum]) => sum);
}

const together = (sum: AccessUse, use: AccessUse): AccessUse => ({
  ...sum,
  reads: sum.reads + use.reads,
  persons: sum.persons + use.persons,
  imports: sum.imports + use.imports,
  lastUsedAt: Math.max(sum.lastUsedAt, use.lastUsedAt),
});
