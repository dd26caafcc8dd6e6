import type { Access } from '../accesses/access.ts';
import type { KnownDaycare } from '../known-daycare.ts';
import type { Reach } from '../reach.ts';
import type { AccessRequest } from '../requests/request.ts';
import type { Parties } from '../searching/sought.ts';
import type { AgreementTally, CountQuestion } from '../statistics/agreement-count.ts';
import type { Supplier } from '../systems/system.ts';
import type { AccessUse, Days } from '../uses/access-use.ts';
import type { ProcessingRecord, RecordPlace } from './processing-record.ts';
import type { AccessWithRequest, PublicPlace } from './public-access.ts';

export interface Place {
  readonly after: readonly (string | number)[] | undefined;
  readonly limit: number;
}

/** Which daycares are looked for: open units and locations, by words and municipality. */
export interface DaycaresSought {
  readonly words: readonly string[];
  readonly municipality: string | null;
}

/** What stands between a system, a service and a daycare: the last request, and the access it became. */
export interface Standing {
  readonly request: AccessRequest;
  readonly access: Access | null;
}

/** What overseers ask of storage; each question takes a bounded number of statements. */
export interface OversightReader {
  readonly clock: () => number;
  counts(question: CountQuestion): Promise<readonly AgreementTally[]>;
  /** When the first request was sent that there is. */
  firstRequestAt(): Promise<number | undefined>;
  parties(): Promise<Parties>;
  /** By number; only these where they are named. */
  suppliers(numbers: readonly string[] | undefined, place: Place): Promise<Supplier[]>;
  countSuppliers(numbers: readonly string[] | undefined): Promise<number>;
  /** Granted and not over, by daycare, system and service. */
  publicAccesses(of: PublicPlace, place: Place): Promise<AccessWithRequest[]>;
  countPublicAccesses(of: PublicPlace): Promise<number>;
  /** By number. */
  daycaresSought(sought: DaycaresSought, place: Place): Promise<KnownDaycare[]>;
  countDaycaresSought(sought: DaycaresSought): Promise<number>;
  standings(system: string, service: string, daycares: readonly string[]): Promise<ReadonlyMap<string, Standing>>;
  usesOf(accesses: readonly string[], days: Days): Promise<ReadonlyMap<string, AccessUse>>;
  /** By daycare and age. */
  records(of: RecordPlace, reach: readonly Reach[], place: Place): Promise<ProcessingRecord[]>;
  countRecords(of: RecordPlace, reach: readonly Reach[]): Promise<number>;
}
