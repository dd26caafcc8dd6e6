import DataLoader from 'dataloader';
import type { Daycare } from '../domain/daycares/daycare.ts';
import type { PageByNumber, Pictures, Place } from '../domain/register-reader.ts';

/** A daycare, and through which loaders what hangs on it is read: those of the moment it is a picture of. */
export type SeenDaycare = Daycare & { readonly through?: Loaders };

// Well under what a statement takes, however wide the lists are that meet here.
const maxBatchSize = 1_000;

const byKey = <Value>(read: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>) =>
  new DataLoader<string, Value | undefined>(
    async (keys) => {
      const found = await read(keys);
      return keys.map((key) => found.get(key));
    },
    { maxBatchSize },
  );

/** A page of the list of one daycare. */
interface PageAsked {
  readonly number: string;
  readonly place: Place;
}

/** Pages of the lists of several daycares; those that begin alike are read together. */
const byPage = <Row>(read: PageByNumber<Row>) =>
  new DataLoader<PageAsked, readonly Row[], string>(
    async (asked) => {
      const pages = new Map<string, ReadonlyMap<string, readonly Row[]>>();
      for (const [alike, each] of Map.groupBy(asked, ({ place }) => JSON.stringify(place))) {
        const [first] = each;
        const numbers = each.map(({ number }) => number);
        if (first) pages.set(alike, await read(numbers, first.place));
      }
      return asked.map(({ number, place }) => pages.get(JSON.stringify(place))?.get(number) ?? []);
    },
    { maxBatchSize, cacheKeyFn: (asked) => JSON.stringify(asked) },
  );

/** Every read by key of one request, gathered into one statement a kind; `knownAt` where it is a picture of another moment. */
export function loadersFor(pictures: Pictures, knownAt?: number) {
  return {
    knownAt,
    daycare: byKey(pictures.byNumbers),
    openChildren: byKey(pictures.openChildren),
    openUnits: byPage(pictures.openUnits),
    countOpenUnits: byKey(pictures.countOpenUnits),
    history: byPage(pictures.history),
    legacyNumbers: byKey(pictures.legacyNumbers),
    successors: byKey(pictures.successors),
    predecessors: byKey(pictures.predecessors),
    findings: byKey(pictures.findings),
    planned: byKey(pictures.planned),
  };
}

export type Loaders = ReturnType<typeof loadersFor>;

/** Forgets what was read, since something was done. */
export function forgetRead({ knownAt: _, ...loaders }: Loaders): void {
  for (const loader of Object.values(loaders)) loader.clearAll();
}

/** The same daycare, to be looked on from through the same loaders. */
export const seenThrough = (loaders: Loaders, daycare: Daycare): SeenDaycare =>
  loaders.knownAt === undefined ? daycare : { ...daycare, through: loaders };
