import DataLoader from 'dataloader';
import type { Daycare } from '../domain/daycares/daycare.ts';
import type { Pictures } from '../domain/register-reader.ts';

/** A daycare, and through which loaders what hangs on it is read: those of the moment it is a picture of. */
export type SeenDaycare = Daycare & { readonly through?: Loaders };

const byKey = <Value>(read: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>) =>
  new DataLoader<string, Value | undefined>(async (keys) => {
    const found = await read(keys);
    return keys.map((key) => found.get(key));
  });

/** Every read by key of one request, gathered into one statement a kind; `knownAt` where it is a picture of another moment. */
export function loadersFor(pictures: Pictures, knownAt?: number) {
  return {
    pictures,
    knownAt,
    daycare: byKey(pictures.byNumbers),
    openChildren: byKey(pictures.openChildren),
    legacyNumbers: byKey(pictures.legacyNumbers),
    successors: byKey(pictures.successors),
    predecessors: byKey(pictures.predecessors),
    findings: byKey(pictures.findings),
    planned: byKey(pictures.planned),
  };
}

export type Loaders = ReturnType<typeof loadersFor>;

/** Forgets what was read, since something was done. */
export function forgetRead({ pictures: _, knownAt: __, ...loaders }: Loaders): void {
  for (const loader of Object.values(loaders)) loader.clearAll();
}

/** The same daycare, to be looked on from through the same loaders. */
export const seenThrough = (loaders: Loaders, daycare: Daycare): SeenDaycare =>
  loaders.knownAt === undefined ? daycare : { ...daycare, through: loaders };
