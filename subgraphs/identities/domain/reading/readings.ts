import type { DataCategory } from '../category.ts';
import type { ImportNotice } from '../importing/import-notice.ts';
import type { ToldHold } from '../deciding/import-decision.ts';
import type { PlannedChange } from '../deciding/planned-change.ts';
import type { ImportRun, ImportSource, ImportState } from '../importing/import-run.ts';
import type { KnownAccess } from '../known-access.ts';
import type { KnownDaycare } from '../known-daycare.ts';
import type { Tie } from '../people/affiliation.ts';
import type { ContactRelation } from '../people/contact-relation.ts';
import type { Group } from '../people/group.ts';
import type { Person, PersonRole } from '../people/person.ts';
import type { IdentityCounter } from '../statistics/identity-count.ts';
import type { Freshness } from './freshness.ts';
import type { NewRead } from './logged-read.ts';
import type { RunReach } from './run-reach.ts';
import type { Summary } from './summary.ts';

export interface Place {
  readonly after: readonly (string | number)[] | undefined;
  readonly limit: number;
}

/** Which ties of a daycare; everything here is scope or filter, and none of it is decided by the store. */
export interface PeopleCriteria {
  readonly daycare: string;
  readonly roles: readonly PersonRole[];
  readonly group: string | null;
  readonly text: string | null;
  /** As the ties were at this instant; null as they are. */
  readonly asOf: number | null;
  /** With ties that ended after this instant; null without any that ended. */
  readonly endedAfter: number | null;
  /** What is held of those that are there now. */
  readonly categories: ReadonlySet<DataCategory>;
}

export interface PeopleQuestion {
  readonly criteria: PeopleCriteria;
  readonly place: Place;
}

export type TieWithPerson = Tie & { readonly person: Person };

export interface SourceScope {
  readonly daycare: string;
  /** A sending system sees its own sources and runs only; null: all of the daycare. */
  readonly systems: readonly string[] | null;
}

export interface RunQuestion {
  readonly scope: SourceScope;
  readonly place: Place;
}

export type PlacedChange = PlannedChange & { readonly place: number };

/** Which runs of all that somebody may see; what is left out does not restrict. */
export interface RunCriteria {
  readonly reach: RunReach;
  readonly municipality: string | null;
  readonly daycare: string | null;
  readonly system: string | null;
  readonly states: readonly ImportState[] | null;
  /** Received at or after, and before, these instants. */
  readonly from: number | null;
  readonly to: number | null;
}

export type PlacedNotice = ImportNotice & { readonly place: number };

/** What readers ask of storage. */
export interface Readings extends IdentityCounter {
  /** Daycares with the active accesses by which these systems fetch: state and leases in one statement; UNAVAILABLE without a lease. */
  known(
    numbers: readonly string[],
    systems: readonly string[],
  ): Promise<ReadonlyMap<string, KnownDaycare & { readonly accesses?: readonly KnownAccess[] }>>;
  /** A page for each question, in one go. */
  people(questions: readonly PeopleQuestion[]): Promise<readonly (readonly TieWithPerson[])[]>;
  countPeople(criteria: readonly PeopleCriteria[]): Promise<readonly number[]>;
  /** The present ties of persons, or those at an instant. */
  tiesOf(uniIds: readonly string[], asOf: number | null): Promise<readonly TieWithPerson[]>;
  tiesByIds(ids: readonly string[]): Promise<ReadonlyMap<string, TieWithPerson>>;
  /** Present relations in which these ties are the child, and those in which they are the contact. */
  relationsOf(ids: readonly string[]): Promise<readonly ContactRelation[]>;
  /** Who of these is a contact, with custody or at the same address, of a child that is protected. */
  livingWithProtected(uniIds: readonly string[]): Promise<ReadonlySet<string>>;
  groupsOf(daycares: readonly string[]): Promise<ReadonlyMap<string, readonly Group[]>>;
  /** National numbers out of the vault; asked only where the category was granted. */
  numbersOf(uniIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  sourcesOf(daycares: readonly string[]): Promise<ReadonlyMap<string, readonly ImportSource[]>>;
  runsByIds(ids: readonly string[]): Promise<ReadonlyMap<string, ImportRun>>;
  /** A page for each question, newest first. */
  runs(questions: readonly RunQuestion[]): Promise<readonly (readonly ImportRun[])[]>;
  countRuns(scopes: readonly SourceScope[]): Promise<readonly number[]>;
  /** The same page of several runs. */
  notices(runs: readonly string[], place: Place): Promise<ReadonlyMap<string, readonly PlacedNotice[]>>;
  /** The same page of several plans; none where they are kept no longer. */
  plans(runs: readonly string[], place: Place): Promise<ReadonlyMap<string, readonly PlacedChange[]>>;
  countPlans(runs: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Why runs wait or waited, and who decided. */
  holdsOf(runs: readonly string[]): Promise<ReadonlyMap<string, ToldHold>>;
  /** Which of these persons anybody says are protected. */
  protectedPersons(uniIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Runs of all daycares in reach, newest first, under lease where daycares decide. */
  runsWithin(criteria: RunCriteria, place: Place): Promise<readonly ImportRun[]>;
  countRunsWithin(criteria: RunCriteria): Promise<number>;
  summariesOf(daycares: readonly string[]): Promise<ReadonlyMap<string, Summary>>;
  /** The sum over each municipality's counted daycares, under lease. */
  summariesOfMunicipalities(codes: readonly string[]): Promise<ReadonlyMap<string, Summary>>;
  /** A municipality's counted units and locations, under lease. */
  units(municipality: string, freshness: readonly Freshness[] | null, place: Place): Promise<readonly KnownDaycare[]>;
  countUnits(municipality: string, freshness: readonly Freshness[] | null): Promise<number>;
  /** Commits who read what; the answer leaves after it, or not at all. */
  log(reads: readonly NewRead[]): Promise<void>;
}
