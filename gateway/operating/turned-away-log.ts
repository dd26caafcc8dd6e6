import { everySoOften } from '#shared/every-so-often.ts';
import type { Log } from '#shared/present-error.ts';
import type { Client } from '../overload/client.ts';

const EVERY_MS = 1_000;

/** Tells the log who was turned away and how often, a line a client and second: a flood of requests is not to become a flood of lines. */
export function turnedAwayLog(log: Log): { readonly note: (client: Client, status: number) => void; stop(): Promise<void> } {
  const counts = new Map<string, { readonly client: Client; readonly status: number; times: number }>();
  const telling = everySoOften(
    EVERY_MS,
    async () => {
      for (const { client, status, times } of counts.values())
        log.info({ client: nameOf(client), clientKind: client.kind, status, times }, 'turned away');
      counts.clear();
    },
    () => {},
  );
  return {
    note: (client, status) => {
      const key = `${status} ${client.id}`;
      const known = counts.get(key);
      if (known) known.times += 1;
      else counts.set(key, { client, status, times: 1 });
    },
    stop: telling.stop,
  };
}

/** Systems by their id; a person by nothing. */
export const nameOf = ({ id, kind }: Client): string | undefined => (kind === 'administrator' ? undefined : id);
