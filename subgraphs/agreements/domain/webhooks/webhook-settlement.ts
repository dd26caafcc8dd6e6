import { type Patience, waitAfter } from '../backoff.ts';
import type { Webhook } from './webhook.ts';

const SECOND = 1_000;
/** How long a process that tries to send has before it counts as gone; longer than a call may take. */
export const CLAIM_LASTS = 60 * SECOND;
// 30 seconds, then twice as long each time up to four hours: fifteen tries in about a day.
const patience: Patience = { first: 30 * SECOND, longest: 4 * 60 * 60 * SECOND };
export const MOST_TRIES = 15;
/** After so many events given up one after the other nothing is sent until somebody has put it right. */
export const PAUSED_AFTER = 5;

type Standing = Pick<Webhook, 'state' | 'position' | 'tries' | 'dueAt' | 'deadInARow' | 'deliveredAt' | 'failure'>;
export interface SettledWebhook extends Standing {
  readonly hasDied: boolean;
}

/** How a webhook stands after a try to send the event at a position: behind it, or before it for another while. */
export function settlementOf(
  webhook: Webhook,
  event: { position: number; failure: string | undefined },
  now: number,
  chance: number,
): SettledWebhook {
  const { state, tries, deadInARow, deliveredAt, position: before } = webhook;
  const { position, failure } = event;
  if (failure === undefined)
    return { state, position, tries: 0, dueAt: now, deadInARow: 0, deliveredAt: now, failure: null, hasDied: false };
  if (tries < MOST_TRIES)
    return {
      state,
      position: before,
      tries,
      dueAt: now + waitAfter(tries, patience, chance),
      deadInARow,
      deliveredAt,
      failure,
      hasDied: false,
    };
  const dead = deadInARow + 1;
  return {
    state: dead >= PAUSED_AFTER ? 'PAUSED' : state,
    position,
    tries: 0,
    dueAt: now,
    deadInARow: dead,
    deliveredAt,
    failure,
    hasDied: true,
  };
}
