import DataLoader from 'dataloader';
import type { RegisterReader } from '../domain/register-reader.ts';

const byKey = <Value>(read: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>) =>
  new DataLoader<string, Value | undefined>(async (keys) => {
    const found = await read(keys);
    return keys.map((key) => found.get(key));
  });

/** Every read by key of one request, gathered into one statement a kind. */
export const loadersFor = (reader: RegisterReader) => ({
  daycare: byKey(reader.byNumbers),
  legacyNumbers: byKey(reader.legacyNumbers),
  openChildren: byKey(reader.openChildren),
  successors: byKey(reader.successors),
  predecessors: byKey(reader.predecessors),
});

export type Loaders = ReturnType<typeof loadersFor>;
