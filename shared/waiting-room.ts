import type { Actor } from './actor.ts';
import { refuse } from './refusal.ts';

const SEATS_A_CLIENT = 8;
const SEATS = 1_000;

/**
 * Where long polls wait: a room of their own, so that they take nobody's turn, with so many seats a client. Our own followers
 * always find one.
 */
export function waitingRoom({ each = SEATS_A_CLIENT, all = SEATS }: { readonly each?: number; readonly all?: number } = {}) {
  const seated = new Map<string, number>();
  let total = 0;
  return async ({ id, kind }: Actor, wait: () => Promise<void>): Promise<void> => {
    if (kind === 'subgraph') return wait();
    const own = seated.get(id) ?? 0;
    if (own >= each)
      refuse('RATE_LIMITED', `At most ${each} readers of yours wait at once; ask without waiting, or wait with fewer.`, {
        facts: { limit: each },
      });
    if (total >= all)
      refuse('RATE_LIMITED', 'Too many wait at once; ask without waiting, or come back in a few seconds.', {
        facts: { retryAfterSeconds: 5 },
      });
    seated.set(id, own + 1);
    total += 1;
    try {
      await wait();
    } finally {
      total -= 1;
      const left = (seated.get(id) ?? 1) - 1;
      if (left === 0) seated.delete(id);
      else seated.set(id, left);
    }
  };
}
