import type { Actor } from '#shared/actor.ts';
import type { Affiliation } from '../../domain/people/affiliation.ts';
import type { ContactRelation, RelationSide, RelationWithTies } from '../../domain/people/contact-relation.ts';
import type { Grant } from '../../domain/reading/grant.ts';
import { type NewRead, readOf } from '../../domain/reading/logged-read.ts';
import type { Readings } from '../../domain/reading/readings.ts';
import { grantsTo } from './grants-to.ts';

/** A tie that the reader sees already, and which side of its relations is asked for. */
export interface RelationsAsked {
  readonly tie: Affiliation;
  readonly side: RelationSide;
}

type Shown = ReadonlyMap<RelationsAsked, readonly RelationWithTies[]>;

/** Reads contacts or children of ties, at the same daycare and under what is held on each tie, and logs them before they are told. */
export async function readRelations(
  readings: Readings,
  actor: Actor,
  asked: readonly RelationsAsked[],
): Promise<readonly (readonly RelationWithTies[])[]> {
  const grants = await grantsTo(
    readings,
    actor,
    asked.map(({ tie }) => tie.daycare),
  );
  const open = asked.filter(({ tie }) => grants.get(tie.daycare)?.reading === 'PEOPLE' && tie.categories.has('CONTACT_PERSONS'));
  const relations = await readings.relationsOf(open.map(({ tie }) => tie.id));
  const others = await readings.tiesByIds([...new Set(relations.flatMap(({ child, contact }) => [child, contact]))]);
  const of = { contacts: Map.groupBy(relations, ({ child }) => child), children: Map.groupBy(relations, ({ contact }) => contact) };
  const shown = new Map(
    open.map((each) => [
      each,
      (of[each.side].get(each.tie.id) ?? []).flatMap((relation) => {
        const other = others.get(otherEnd[each.side](relation));
        return other ? [{ ...relation, ties: bothTies(each, { ...other, categories: each.tie.categories }) }] : [];
      }),
    ]),
  );
  await readings.log(readsOf(actor, grants, shown));
  return asked.map((each) => shown.get(each) ?? []);
}

const otherEnd: Readonly<Record<RelationSide, (relation: ContactRelation) => string>> = {
  contacts: ({ contact }) => contact,
  children: ({ child }) => child,
};

const bothTies = ({ tie, side }: RelationsAsked, other: Affiliation): RelationWithTies['ties'] =>
  side === 'contacts' ? { child: tie, contact: other } : { child: other, contact: tie };

/** One row a daycare and side, which names the ties that were shown: what they are does not follow from a place in a list. */
function readsOf(actor: Actor, grants: ReadonlyMap<string, Grant>, shown: Shown): NewRead[] {
  const batches = Map.groupBy(shown, ([{ tie, side }]) => `${side} ${tie.daycare}`);
  return [...batches.values()].flatMap((batch) => {
    const [first] = batch;
    const grant = first && grants.get(first[0].tie.daycare);
    const ties = [...new Set(batch.flatMap(([{ side }, relations]) => relations.map(otherEnd[side])))];
    if (!grant || ties.length === 0) return [];
    const categories = new Set(batch.flatMap(([{ tie }]) => [...tie.categories]));
    return [readOf(actor, grant, categories, { what: first[0].side, filter: { ties }, page: ties })];
  });
}
