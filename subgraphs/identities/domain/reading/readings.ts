import type { DataCategory } from '../category.ts';
import type { ImportNotice } from '../importing/import-notice.ts';
import type { ImportRun, ImportSource } from '../importing/import-run.ts';
import type { KnownAccess } from '../known-access.ts';
import type { KnownDaycare } from '../known-daycare.ts';
import type { Tie } from '../people/affiliation.ts';
import type { ContactRelation } from '../people/contact-relation.ts';
import type { Group } from '../people/group.ts';
import type { Person, PersonRole } from '../people/person.ts';
import type { IdentityCounter } from '../statistics/identity-count.ts';
import type { Freshness } from './freshness.ts';
import type { NewRead } from './logged-read.ts';
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
  summariesOf(daycares: readonly string[]): Promise<ReadonlyMap<string, Summary>>;
  /** The sum over each municipality's counted daycares, under lease. */
  summariesOfMunicipalities(codes: readonly string[]): Promise<ReadonlyMap<string, Summary>>;
  /** A municipality's counted units and locations, under lease. */
  units(municipality: string, freshness: readonly Freshness[] | null, place: Place): Promise<readonly KnownDaycare[]>;
  countUnits(municipality: string, freshness: readonly Freshness[] | null): Promise<number>;
  /** Commits who read what; the answer leaves after it, or not at all. */
  log(reads: readonly NewRead[]): Promise<void>;
}
