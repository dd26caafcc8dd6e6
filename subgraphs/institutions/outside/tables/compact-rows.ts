/** Four whole numbers from 0 to 2^32 - 1. */
export type Row = readonly [number, number, number, number];

/** Millions of rows in little memory. */
export interface CompactRows {
  add(row: Row): void;
  /** The row that begins with this key; of several the last added. */
  find(key: readonly number[]): Row | undefined;
}

const shardCount = 4096;
const rowLength = 4;

interface Shard {
  words: Uint32Array;
  length: number;
}

/** Rows that are told apart by their first `keyLength` numbers: some 18 bytes a row, where a Map would take over a hundred. */
export function compactRows(keyLength: 2 | 4): CompactRows {
  const shards = new Map<number, Shard>();
  return {
    add(row) {
      const at = shardOf(row, keyLength);
      const shard = shards.get(at) ?? { words: new Uint32Array(2 * rowLength), length: 0 };
      if (shard.length === 0) shards.set(at, shard);
      if (shard.length === shard.words.length) shard.words = grown(shard.words);
      shard.words.set(row, shard.length);
      shard.length += rowLength;
    },
    find(key) {
      const shard = shards.get(shardOf(key, keyLength));
      if (!shard) return undefined;
      for (let at = shard.length - rowLength; at >= 0; at -= rowLength) if (begins(shard.words, at, key)) return rowAt(shard.words, at);
      return undefined;
    },
  };
}

/** Numbers given out in order, and ids that begin alike, are spread evenly all the same. */
function shardOf(key: readonly number[], keyLength: number): number {
  let mixed = 0;
  for (let index = 0; index < keyLength; index++) {
    mixed = Math.imul(mixed ^ (key[index] ?? 0), 0x9e3779b1);
    mixed ^= mixed >>> 15;
  }
  return (mixed >>> 0) % shardCount;
}

function grown(words: Uint32Array): Uint32Array {
  const larger = new Uint32Array(Math.ceil((words.length * 1.25) / rowLength) * rowLength);
  larger.set(words);
  return larger;
}

function begins(words: Uint32Array, at: number, key: readonly number[]): boolean {
  for (let index = 0; index < key.length; index++) if (words[at + index] !== key[index]) return false;
  return true;
}

const rowAt = (words: Uint32Array, at: number): Row => [words[at] ?? 0, words[at + 1] ?? 0, words[at + 2] ?? 0, words[at + 3] ?? 0];
