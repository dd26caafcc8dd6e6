/** Chance that falls the same way for the same seed. */
export interface Dice {
  /** A whole number below another. */
  number(below: number): number;
  chance(of: number): boolean;
  one<Item>(items: readonly Item[]): Item;
  /** So many of them at most, each once. */
  some<Item>(items: readonly Item[], most: number): Item[];
}

export function diceFrom(seed: number): Dice {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const number = (below: number) => Math.floor(next() * below);
  return {
    number,
    chance: (of) => next() < of,
    one: (items) => items[number(items.length)]!,
    some: (items, most) => {
      const left = [...items];
      const wanted = Math.min(left.length, 1 + number(most));
      return Array.from({ length: wanted }, () => left.splice(number(left.length), 1)[0]!);
    },
  };
}
