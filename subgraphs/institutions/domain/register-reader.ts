import type { Daycare } from './daycares/daycare.ts';
import type { ToldChange } from './daycares/daycare-event.ts';
import type { DuplicateCandidate } from './doubles/likely-doubles.ts';
import type { Finding } from './findings/findings.ts';
import type { PlannedFor } from './plans/planned-act.ts';
import type { DaycareCriteria } from './register-store.ts';
import type { RegisterDimension } from './statistics/register-dimension.ts';
import type { Transfer, TransferState } from './transfers/transfer.ts';

/** Where a page starts: behind a key, and how many rows at most. */
export interface Place {
  readonly after: readonly (string | number)[] | undefined;
  readonly limit: number;
}

/** A moment that is asked about, and the moment whose knowledge answers. */
export interface Lens {
  readonly asOf: number;
  readonly knownAt: number;
}

type ByNumber<Value> = (numbers: readonly string[]) => Promise<ReadonlyMap<string, Value>>;
/** The same page of the list of each. */
export type PageByNumber<Row> = (numbers: readonly string[], place: Place) => Promise<ReadonlyMap<string, readonly Row[]>>;

/** Daycares and what hangs on them, as they are or as they were at some moment; each question is so many statements, of however many daycares. */
export interface Pictures {
  readonly byNumbers: ByNumber<Daycare>;
  /** Units of clusters, or locations of units, that are not closed, by parent. */
  readonly openChildren: ByNumber<readonly Daycare[]>;
  readonly openUnits: PageByNumber<Daycare>;
  readonly countOpenUnits: ByNumber<number>;
  /** What happened to daycares, newest first; in a picture of another moment nothing that was recorded after it was known. */
  readonly history: PageByNumber<ToldChange & { readonly order: number }>;
  readonly legacyNumbers: ByNumber<readonly string[]>;
  readonly successors: ByNumber<readonly string[]>;
  readonly predecessors: ByNumber<readonly string[]>;
  readonly findings: ByNumber<readonly Finding[]>;
  /** What is still to happen; nothing in a picture of another moment. */
  readonly planned: ByNumber<readonly PlannedFor[]>;
}

/** A row of a list with the key it stands at. */
export interface Placed {
  readonly daycare: Daycare;
  readonly key: readonly (string | number)[];
}

/** What is asked of the register without changing it. The register is public to all who have come in, so nothing is out of scope. */
export interface RegisterReader {
  readonly present: Pictures;
  at(lens: Lens): Pictures;
  /** The number that an older number became. */
  numberOfLegacy(legacy: string): Promise<string | undefined>;
  list(criteria: DaycareCriteria, place: Place): Promise<Placed[]>;
  count(criteria: DaycareCriteria): Promise<number>;
  statistics(question: {
    readonly by: readonly RegisterDimension[];
    readonly criteria: DaycareCriteria;
    readonly monthEnds: readonly { readonly key: string; readonly at: number }[];
  }): Promise<{ keys: string[]; daycares: number }[]>;
  /** Likely doubles of a municipality that nobody has dismissed, the likeliest first. */
  doubles(municipality: string): Promise<readonly DuplicateCandidate[]>;
  /** Transfers from or to these municipalities, or of these clusters; all where nothing is given. Newest first. */
  transfers(scope: TransferScope | 'ALL', states: readonly TransferState[] | undefined, place: Place): Promise<Transfer[]>;
  countTransfers(scope: TransferScope | 'ALL', states: readonly TransferState[] | undefined): Promise<number>;
  transfer(id: string): Promise<Transfer | undefined>;
}

export interface TransferScope {
  readonly municipalities: readonly string[];
  readonly daycares: readonly string[];
}
