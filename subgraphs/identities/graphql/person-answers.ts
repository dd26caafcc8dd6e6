import { refuse } from '#shared/refusal.ts';
import type { Affiliation, PostalAddress } from '../domain/people/affiliation.ts';
import type { RelationSide, RelationWithTies } from '../domain/people/contact-relation.ts';
import type { Group } from '../domain/people/group.ts';
import type { Person } from '../domain/people/person.ts';
import { isHidden, isNameless, type NameParts, nameFrom, nameOf, unlessProtected } from '../domain/people/shown-affiliation.ts';
import { retiredPerson } from './identifying/retired-person.ts';
import type { Context, SeenPerson } from './context.ts';

/** A person of whom the caller may see a tie. */
export async function personOf(context: Context, uniId: string): Promise<Person> {
  const [tie] = await context.loaders.affiliations.load({ uniId, asOf: null });
  return tie ? personSeenBy(tie) : ((await retiredPerson(context, uniId)) ?? refuse('NOT_FOUND', 'There is no such person in your reach.'));
}

interface TiesAsked {
  readonly daycare?: string | null | undefined;
  readonly asOf?: number | null | undefined;
}

/** The ties of a person that the caller may see. */
export async function tiesOf({ loaders }: Context, uniId: string, { daycare, asOf }: TiesAsked): Promise<readonly Affiliation[]> {
  const ties = await loaders.affiliations.load({ uniId, asOf: asOf ?? null });
  return ties.filter((tie) => !daycare || tie.daycare === daycare);
}

/** A tie's contacts, or the children whose contact it is. */
export const relationsOf = async ({ loaders }: Context, tie: Affiliation, side: RelationSide): Promise<RelationWithTies[]> => [
  ...(await loaders.relations.load({ tie, side })),
];

/** The person of a tie, who is shown as on this tie where no present one is in the reader's reach. */
export const personSeenBy = (tie: Affiliation): SeenPerson =>
  tie.seenAs === 'glimpse' ? refuse('NOT_PERMITTED', onlyGlimpsed, { rule: 'P13' }) : { ...tie.person, seenBy: tie };

const onlyGlimpsed = "Of a child's other contacts name and relation are shown, and nothing else.";

/** What of a relation a citizen sees of their own only. */
export const ofOwnRelation = <Value>({ isGlimpse }: RelationWithTies, value: Value): Value =>
  isGlimpse ? refuse('NOT_PERMITTED', onlyGlimpsed, { rule: 'P13' }) : value;

/** The person's name, from the latest told of their ties that this very reader may see: what others are told elsewhere is not shown. */
export async function shownNameOf(context: Context, person: Person | SeenPerson): Promise<NameParts> {
  const present = await context.loaders.affiliations.load({ uniId: person.uniId, asOf: null });
  const ties = present.length > 0 || !('seenBy' in person) ? present : [person.seenBy];
  const dated = await Promise.all(ties.map(async (tie) => ({ tie, at: await sourceDateTimeOf(context, tie) })));
  return nameFrom(dated.sort((one, other) => other.at - one.at).map(({ tie }) => tie));
}

/** The name on one tie; where a protected person has no alias on it, one that the very source tells on another tie at this daycare. */
export const nameOn = (context: Context, tie: Affiliation): NameParts | Promise<NameParts> =>
  isNameless(tie) ? aliasBeside(context, tie) : nameOf(tie);

async function aliasBeside({ loaders }: Context, tie: Affiliation): Promise<NameParts> {
  const present = await loaders.affiliations.load({ uniId: tie.uniId, asOf: null });
  const told = present.filter((each) => each.daycare === tie.daycare && each.system === tie.system && each.source === tie.source);
  return nameFrom([tie, ...told]);
}

/** The address; hidden with a protected person's, and with that of a protected child whose contact this is. */
export async function addressOf({ loaders }: Context, tie: Affiliation): Promise<PostalAddress | null> {
  if (tie.address === null || tie.categories.has('PROTECTED_NAME')) return tie.address;
  return isHidden(tie) || (await loaders.livesWithProtected.load(tie.uniId)) ? null : tie.address;
}

/** The groups that a tie names, of its own source. */
export async function groupsNamed(
  { loaders }: Context,
  { daycare, system, source }: Affiliation,
  localIds: readonly string[],
): Promise<Group[]> {
  if (localIds.length === 0) return [];
  const groups = (await loaders.groups.load(daycare)) ?? [];
  return groups.filter((group) => group.system === system && group.source === source && localIds.includes(group.localId));
}

/** When the tie's source made the last document that was taken in. */
export async function sourceDateTimeOf({ loaders }: Context, { daycare, system, source, from }: Affiliation): Promise<number> {
  const sources = (await loaders.sourcesHere.load(daycare)) ?? [];
  return sources.find((each) => each.system === system && each.source === source)?.sourceDateTime ?? from;
}

/** The national number out of the vault. */
export async function nationalNumberOf({ loaders }: Context, tie: Affiliation): Promise<string | null> {
  return unlessProtected(tie, true) && tie.nationalNumberKind !== 'UNKNOWN'
    ? ((await loaders.nationalNumber.load(tie.uniId)) ?? null)
    : null;
}
