import { type Client, type ClientKind, clientKinds } from './client.ts';

/** Somebody who waits for a place. */
export interface Waiting {
  readonly client: Client;
  readonly since: number;
  readonly letIn: () => void;
}

/** Who waits: administrators first, and within a kind whoever had little, in the order in which they came. */
export interface FairQueue {
  readonly length: number;
  /** How many a newcomer would find before itself: everybody of a kind that goes first, and of each client of its own kind as many as it has waiting itself. */
  before(client: Client): number;
  add(waiting: Waiting): void;
  /** Takes out the next to be let in. */
  next(hadLittle: (client: string) => boolean): Waiting | undefined;
  remove(waiting: Waiting): void;
}

export function fairQueue(): FairQueue {
  const lines: Record<ClientKind, Map<string, Waiting[]>> = { administrator: new Map(), system: new Map(), dashboard: new Map() };
  const lengths: Record<ClientKind, number> = { administrator: 0, system: 0, dashboard: 0 };
  const take = ({ client: { id, kind } }: Waiting, line: Waiting[], at: number): void => {
    line.splice(at, 1);
    lengths[kind] -= 1;
    if (line.length === 0) lines[kind].delete(id);
  };
  return {
    get length() {
      return lengths.administrator + lengths.system + lengths.dashboard;
    },
    before: ({ id, kind }) => {
      let before = 0;
      for (const earlier of clientKinds.slice(0, clientKinds.indexOf(kind))) before += lengths[earlier];
      const own = lines[kind].get(id)?.length ?? 0;
      for (const line of lines[kind].values()) before += Math.min(line.length, own + 1);
      return before;
    },
    add: (waiting) => {
      const { id, kind } = waiting.client;
      const line = lines[kind].get(id);
      if (line) line.push(waiting);
      else lines[kind].set(id, [waiting]);
      lengths[kind] += 1;
    },
    next: (hadLittle) => {
      for (const kind of clientKinds) {
        const line = first(lines[kind], hadLittle);
        const [next] = line ?? [];
        if (!line || !next) continue;
        take(next, line, 0);
        return next;
      }
      return undefined;
    },
    remove: (waiting) => {
      const line = lines[waiting.client.kind].get(waiting.client.id);
      const at = line?.indexOf(waiting) ?? -1;
      if (line && at >= 0) take(waiting, line, at);
    },
  };
}

/** The line of whoever came first, among those who had little if there are any. */
function first(lines: ReadonlyMap<string, Waiting[]>, hadLittle: (client: string) => boolean): Waiting[] | undefined {
  let chosen: Waiting[] | undefined;
  let earliest = Number.POSITIVE_INFINITY;
  let isOfLittle = false;
  for (const [client, line] of lines) {
    const since = line[0]?.since ?? 0;
    const little = hadLittle(client);
    if (isOfLittle && !little) continue;
    if (isOfLittle === little && since >= earliest) continue;
    chosen = line;
    earliest = since;
    isOfLittle = little;
  }
  return chosen;
}
