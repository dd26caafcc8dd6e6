import { type Actor, mandatesIn } from '#shared/actor.ts';
import type { DataCategory } from '../category.ts';
import type { ImportRun } from '../importing/import-run.ts';
import type { Grant } from './grant.ts';

/**
 * What was read: a page of people, ties of persons, contacts or children of ties, a page of changes; or what a document would do. Every
 * kind names its ties in the filter, but for a page of all people, which goes from one tie to another: by them a person is told of it.
 */
export type ReadKind =
  | 'people'
  | 'person'
  | 'contacts'
  | 'children'
  | 'changes'
  | 'dry run'
  | 'import plan'
  | 'own record'
  | 'number revealed'
  | 'look-up by number'
  | 'number matched'
  | 'trace';

/** One page of persons as the log keeps it; who was on it follows from when the ties held. */
export interface LoggedRead {
  readonly at: number;
  readonly logPosition: number;
  readonly reader: string;
  readonly standing: string;
  readonly daycare: string;
  readonly accesses: readonly string[];
  readonly categories: readonly DataCategory[];
  readonly what: ReadKind;
  readonly filter: string;
  readonly first: string | null;
  readonly last: string | null;
  readonly shown: number;
  readonly purpose: string;
}

/** A read that is yet to be logged: the log adds the time and its position. */
export type NewRead = Omit<LoggedRead, 'at' | 'logPosition'>;

interface PageRead {
  readonly what: ReadKind;
  readonly filter: unknown;
  /** The ids, or positions, on the page in its order. */
  readonly page: readonly string[];
}

/** The log's row for one page of one daycare. */
export function readOf(actor: Actor, grant: Grant, categories: Iterable<DataCategory>, { what, filter, page }: PageRead): NewRead {
  const { accesses, daycare, as } = grant;
  const purposes = accesses.map(({ purposeKind, purpose }) => `${purposeKind}: ${purpose}`);
  return {
    reader: actor.id,
    standing: as ?? 'nobody',
    daycare: daycare.number,
    accesses: accesses.map(({ id }) => id),
    categories: [...categories],
    what,
    filter: JSON.stringify(filter),
    first: page[0] ?? null,
    last: page.at(-1) ?? null,
    shown: page.length,
    purpose: purposes.join('; ') || 'Overview of the daycare',
  };
}

/** The log's row for one page of what a document would do. */
export function readPlan(actor: Actor, { id, daycare, system }: ImportRun, page: readonly { readonly uniId: string | null }[]): NewRead {
  return {
    reader: actor.id,
    standing: mandatesIn(actor, 'SUPPLIER_SYSTEM').length > 0 ? 'supplier system' : 'administrator',
    daycare,
    accesses: [],
    categories: [],
    what: 'import plan',
    filter: JSON.stringify({ run: id, system }),
    first: page[0]?.uniId ?? null,
    last: page.at(-1)?.uniId ?? null,
    shown: page.length,
    purpose: 'Seeing what a document would do',
  };
}
