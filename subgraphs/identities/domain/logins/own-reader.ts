import type { DataCategory } from '../category.ts';
import type { Tie } from '../people/affiliation.ts';
import type { Person } from '../people/person.ts';
import type { Place } from '../reading/readings.ts';
import type { LoggedRead } from '../reading/logged-read.ts';
import type { LoginKey } from './login.ts';

/** A read of somebody's record as the person is told of it: which organisation, never which of its people. */
export interface OwnRead {
  readonly id: number;
  readonly at: number;
  readonly organisation: string;
  readonly purpose: string;
  readonly categories: readonly DataCategory[];
  readonly daycare: string;
}

/** A page of a log with what is needed to say who it was. */
export interface ToldRead extends LoggedRead {
  readonly id: number;
  readonly municipality: string | undefined;
  readonly daycareName: string | undefined;
  readonly system: string | undefined;
}

/** What a citizen's own record is read from. */
export interface OwnReader {
  /** Whom a login leads to. */
  personOf(login: LoginKey): Promise<Person | undefined>;
  usernamesOf(uniIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** How many persons tied to each daycare, or to each municipality's counted ones, have taken their identity into use; at two they count at both. */
  activatedAt(daycares: readonly string[]): Promise<ReadonlyMap<string, number>>;
  activatedIn(municipalities: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Every tie that a person ever had. */
  everyTieOf(uniId: string): Promise<readonly Tie[]>;
  /** Who read these ties, newest first; a bounded number of statements. */
  readsOf(ties: readonly Tie[], place: Place): Promise<readonly ToldRead[]>;
}

const byStanding: Readonly<Record<string, (read: ToldRead) => string>> = {
  'supplier system': ({ system }) => `Supplier's system ${system ?? ''}`.trim(),
  'daycare responsible': ({ municipality }) => `Municipality ${municipality ?? ''}`.trim(),
  'municipal employee': ({ municipality }) => `Municipality ${municipality ?? ''}`.trim(),
  'daycare employee': ({ daycareName, daycare }) => daycareName ?? `Daycare ${daycare}`,
  agency: () => 'The agency',
};

/** The read as its person is told of it. */
export const toldRead = (read: ToldRead): OwnRead => ({
  id: read.id,
  at: read.at,
  organisation: byStanding[read.standing]?.(read) ?? `Daycare ${read.daycare}`,
  purpose: read.purpose,
  categories: read.categories,
  daycare: read.daycare,
});
