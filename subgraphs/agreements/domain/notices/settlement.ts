import { type Patience, waitAfter } from '../backoff.ts';
import type { Mail } from './notice.ts';
import type { Delivery } from './post.ts';

const MINUTE = 60_000;
/** How long a process that tries to send has before it counts as gone; longer than the post takes to give up. */
export const CLAIM_LASTS = 3 * MINUTE;
const patience: Patience = { first: MINUTE, longest: 60 * MINUTE };
// An hour of short waits, then five days of hours: as long as mail servers try.
export const MOST_TRIES = 5 * 24 + 6;

export type Settled = Pick<Mail, 'state' | 'attempts' | 'dueAt' | 'sentAt' | 'reason'>;

/** How a mail stands after a try. Where there was no post the try does not count: the mail had no part in it. */
export function settlementOf(delivery: Delivery, attempts: number, now: number, chance: number): Settled {
  if (delivery.outcome === 'ACCEPTED') return { state: 'SENT', attempts, dueAt: now, sentAt: now, reason: null };
  const { outcome, reason } = delivery;
  const again = { state: 'WAITING', sentAt: null, reason } as const;
  if (outcome === 'NO POST') return { ...again, attempts: attempts - 1, dueAt: now + waitAfter(1, patience, chance) };
  if (outcome === 'NOT NOW' && attempts < MOST_TRIES) return { ...again, attempts, dueAt: now + waitAfter(attempts, patience, chance) };
  return { state: 'DEAD', attempts, dueAt: now, sentAt: null, reason };
}
