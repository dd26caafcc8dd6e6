/** What was used so long ago, in milliseconds, counts for a third. */
const MEMORY_MS = 5_000;
/** Used less than this, in milliseconds of work, and it is as good as nothing. */
const NOTHING_MS = 1;

/** How much work each client had done for it lately, in milliseconds; older work counts less and less. */
export interface Shares {
  of(client: string): number;
  /** The same of all clients together, by how many they are. */
  readonly fair: number;
  add(client: string, work: number): void;
}

interface Used {
  readonly work: number;
  readonly at: number;
}

export function shares(now: () => number): Shares {
  const used = new Map<string, Used>();
  let total: Used = { work: 0, at: now() };
  let sweepAt = now() + MEMORY_MS;
  const left = ({ work, at }: Used) => work * Math.exp((at - now()) / MEMORY_MS);
  const sweep = () => {
    for (const [client, each] of used) if (left(each) < NOTHING_MS) used.delete(client);
    sweepAt = now() + MEMORY_MS;
  };
  const of = (client: string) => {
    const known = used.get(client);
    return known ? left(known) : 0;
  };
  return {
    of,
    get fair() {
      return left(total) / Math.max(1, used.size);
    },
    add: (client, work) => {
      if (now() > sweepAt) sweep();
      used.set(client, { work: of(client) + work, at: now() });
      total = { work: left(total) + work, at: now() };
    },
  };
}
