import { refuse } from '#shared/refusal.ts';
import type { Affiliation } from '../domain/people/affiliation.ts';
import type { Group } from '../domain/people/group.ts';
import type { Person } from '../domain/people/person.ts';
import { unlessProtected } from '../domain/people/shown-affiliation.ts';
import type { Context, ShownRelation } from './context.ts';

/** A person of whom the caller may see a tie. */
export async function personOf({ loaders }: Context, uniId: string): Promise<Person> {
  const [tie] = await loaders.affiliations.load({ uniId, asOf: null });
  return tie?.person ?? refuse('NOT_FOUND', 'There is no such person in your reach.');
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

/** A tie's contacts, or the children whose contact it is, at the same daycare and under what is held on it. */
export async function relationsOf({ loaders }: Context, tie: Affiliation, side: 'child' | 'contact'): Promise<ShownRelation[]> {
  const relations = (await loaders.relations.load(tie.id)).filter((relation) => relation[side] === tie.id);
  const others = await loaders.tie.loadMany(relations.map(({ child, contact }) => (side === 'child' ? contact : child)));
  return relations.flatMap((relation, index) => {
    const other = others[index];
    if (!other || other instanceof Error) return [];
    const shown = { ...other, categories: tie.categories };
    return [{ ...relation, ties: side === 'child' ? { child: tie, contact: shown } : { child: shown, contact: tie } }];
  });
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
