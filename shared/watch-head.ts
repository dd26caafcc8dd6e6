import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from './database.ts';
import { readHead } from './event-log.ts';

const LOOK_EVERY = 20;

/** One watcher a process looks at the end of the log while someone waits; commits of this process wake it at once. */
export function watchHead(database: Database) {
  const waiting = new Map<() => void, number>();
  let stopped = false;
  let watching = false;
  const look = async () => {
    const { position } = await database.read(readHead);
    for (const [resolve, after] of waiting) if (after < position) resolve();
  };
  const watch = async () => {
    if (watching) return;
    watching = true;
    while (waiting.size > 0 && !stopped) {
      await look();
      await pause(LOOK_EVERY);
    }
    watching = false;
  };
  const giveUp = () => {
    watching = false;
    for (const resolve of waiting.keys()) resolve();
  };
  database.onCommit(() => waiting.size > 0 && look().catch(giveUp));
  return {
    until: async (after: number, milliseconds: number) => {
      if (stopped || milliseconds <= 0) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, milliseconds);
      waiting.set(resolve, after);
      watch().catch(giveUp);
      await promise;
      clearTimeout(timer);
      waiting.delete(resolve);
    },
    stopped: () => stopped,
    stop: () => {
      stopped = true;
      giveUp();
    },
  };
}
