import { type Actor, isSureEnough } from '#shared/actor.ts';
import { type DataCategory, dataCategories } from '../category.ts';
import type { Affiliation } from '../people/affiliation.ts';
import type { Person } from '../people/person.ts';
import type { NewRead } from '../reading/logged-read.ts';
import type { TieWithPerson } from '../reading/readings.ts';

/** What a citizen sees: their own present ties, and those of children by which they have custody. */
export interface OwnScope {
  readonly person: Person;
  readonly ties: readonly Affiliation[];
  readonly children: readonly Affiliation[];
}

const everything: ReadonlySet<DataCategory> = new Set(dataCategories);
const without = (...left: readonly DataCategory[]): ReadonlySet<DataCategory> =>
  new Set(dataCategories.filter((category) => !left.includes(category)));

/** Everything of oneself, the number after a sure login only; of a child what is not protected, and no number; of others no category at all. */
const categoriesOf: Record<NonNullable<Affiliation['seenAs']>, (actor: Actor) => ReadonlySet<DataCategory>> = {
  oneself: (actor) => (isSureEnough(actor) ? everything : without('NATIONAL_NUMBER')),
  child: () => without('NATIONAL_NUMBER', 'PROTECTED_NAME'),
  glimpse: () => new Set(),
};

/** A tie as the citizen sees it. */
export const seenAs = (as: NonNullable<Affiliation['seenAs']>, actor: Actor, tie: TieWithPerson): Affiliation => ({
  ...tie,
  seenAs: as,
  categories: categoriesOf[as](actor),
});

/** By what a citizen's own reads are known in the log; they are not told back. */
export const CITIZEN = 'citizen';

/** The log's rows for what a citizen read, one a daycare. */
export function ownReads(actor: Actor, seen: readonly Affiliation[]): NewRead[] {
  return [...Map.groupBy(seen, ({ daycare }) => daycare)].map(([daycare, page]) => ({
    reader: actor.id,
    standing: CITIZEN,
    daycare,
    accesses: [],
    categories: [...new Set(page.flatMap(({ categories }) => [...categories]))],
    what: 'own record',
    filter: JSON.stringify({ ties: page.map(({ id }) => id) }),
    first: page[0]?.id ?? null,
    last: page.at(-1)?.id ?? null,
    shown: page.length,
    purpose: 'Own record',
  }));
}
