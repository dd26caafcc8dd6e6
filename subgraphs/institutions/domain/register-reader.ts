import type { Daycare } from './daycares/daycare.ts';
import type { ToldChange } from './daycares/daycare-event.ts';
import type { DaycareCriteria } from './register-store.ts';

interface Place {
  readonly after: readonly (string | number)[] | undefined;
  readonly limit: number;
}

/** What is asked of the register without changing it. The register is public to all who have come in, so nothing is out of scope. */
export interface RegisterReader {
  byNumbers(numbers: readonly string[]): Promise<ReadonlyMap<string, Daycare>>;
  /** The number that an older number became. */
  numberOfLegacy(legacy: string): Promise<string | undefined>;
  legacyNumbers(numbers: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  list(criteria: DaycareCriteria, place: Place): Promise<Daycare[]>;
  count(criteria: DaycareCriteria): Promise<number>;
  /** Open units of clusters, or open locations of units, by parent. */
  openChildren(parents: readonly string[]): Promise<ReadonlyMap<string, readonly Daycare[]>>;
  successors(numbers: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  predecessors(numbers: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  /** What happened to one daycare, newest first. */
  history(number: string, place: Place): Promise<(ToldChange & { readonly order: number })[]>;
}
