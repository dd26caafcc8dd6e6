/** Who waits to be planned: clients take turns, each has only so many waiting, and whoever held up the others goes after them. */
export interface Turns<Item> {
  /** Whether there was room for one more of this client's. */
  add(client: string, item: Item): boolean;
  next(): { readonly client: string; readonly item: Item } | undefined;
  /** From now on for a while, this client goes after everybody else. */
  putBack(client: string): void;
  /** Takes out all that wait. */
  clear(): Item[];
}

export interface TurnRules {
  /** How many of one client wait at most. */
  readonly mostEach: number;
  /** How long whoever held up the others goes after them, in milliseconds. */
  readonly backFor: number;
}

export function turns<Item>({ mostEach, backFor }: TurnRules, now: () => number = () => performance.now()): Turns<Item> {
  const lines = new Map<string, Item[]>();
  const back = new Map<string, number>();
  const isBack = (client: string) => (back.get(client) ?? 0) > now();
  return {
    add: (client, item) => {
      const line = lines.get(client) ?? [];
      if (line.length >= mostEach) return false;
      line.push(item);
      lines.set(client, line);
      return true;
    },
    next: () => {
      const clients = [...lines.keys()];
      const client = clients.find((each) => !isBack(each)) ?? clients[0];
      if (client === undefined) return undefined;
      const [item, ...rest] = lines.get(client) ?? [];
      lines.delete(client);
      if (rest.length > 0) lines.set(client, rest);
      return item === undefined ? undefined : { client, item };
    },
    putBack: (client) => {
      for (const [each, until] of back) if (until <= now()) back.delete(each);
      back.set(client, now() + backFor);
    },
    clear: () => {
      const all = [...lines.values()].flat();
      lines.clear();
      return all;
    },
  };
}
