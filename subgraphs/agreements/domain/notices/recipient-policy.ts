import { type Actor, isSureEnough, mandatesIn } from '#shared/actor.ts';
import { type Refusal, refusal } from '#shared/refusal.ts';
import type { KnownDaycare, Ownership } from '../known-daycare.ts';
import { heldBy, ownSuppliers, standingsOf } from '../requests/decision-policy.ts';
import type { Owner, OwnerKind } from './notice.ts';

/** The capacity in which an actor comes to an owner's recipients. */
export type Keeper = 'daycare employee' | "the municipality's people" | "the supplier's people" | 'agency';
type Kept = 'MUNICIPALITY' | 'SUPPLIER' | Ownership;

/** Who keeps the recipients of a municipality, a supplier, or a daycare of each ownership; the agency on request for all. */
// biome-ignore format: a table
export const mayKeep: Record<Kept, readonly Keeper[]> = {
  MUNICIPALITY: ["the municipality's people", 'agency'],
  SUPPLIER:     ["the supplier's people", 'agency'],
  MUNICIPAL:    ['daycare employee', "the municipality's people", 'agency'],
  SELF_OWNED:   ['daycare employee', 'agency'],
  PRIVATE:      ['daycare employee', 'agency'],
  OUTSOURCED:   ['daycare employee', 'agency'],
};

const keptBy: Record<OwnerKind, string> = {
  MUNICIPALITY: 'The recipients of a municipality are kept by its own people.',
  SUPPLIER: 'The recipients of a supplier are kept by its own people.',
  DAYCARE: "The recipients of a daycare are kept by its own employees, those of a municipal one by the municipality's people too.",
};

/** As what this actor keeps an owner's recipients, or why it may not; told alike whether there is such an owner or not. */
export function keepsAs(owner: Owner, daycare: KnownDaycare | undefined, actor: Actor): Keeper | Refusal {
  const as = keeperOf(owner, daycare, actor);
  if (!as) return refusal('NOT_PERMITTED', keptBy[owner.kind], { rule: 'P9' });
  return isSureEnough(actor) ? as : refusal('ASSURANCE_TOO_LOW', 'Changing who is told needs a login of level substantial.');
}

/** As what this actor sees an owner's recipients, if at all. */
export function keeperOf(owner: Owner, daycare: KnownDaycare | undefined, actor: Actor): Keeper | undefined {
  if (owner.kind === 'DAYCARE' && !daycare) return undefined;
  const held = keepersIn(owner, daycare, actor);
  return mayKeep[keptAs(owner, daycare)].find((keeper) => held.has(keeper));
}

const keptAs = ({ kind }: Owner, daycare: KnownDaycare | undefined): Kept =>
  kind === 'DAYCARE' ? (daycare?.ownership ?? 'PRIVATE') : kind;

/** The only place where keepers' roles are read. */
function keepersIn({ kind, key }: Owner, daycare: KnownDaycare | undefined, actor: Actor): ReadonlySet<Keeper> {
  if (mandatesIn(actor, 'AGENCY').length > 0) return new Set<Keeper>(['agency']);
  if (kind === 'SUPPLIER') return new Set<Keeper>(ownSuppliers(actor).includes(key) ? ["the supplier's people"] : []);
  if (kind === 'MUNICIPALITY')
    return new Set<Keeper>(
      heldBy(actor).some(({ over }) => 'municipality' in over && over.municipality === key) ? ["the municipality's people"] : [],
    );
  const standings = daycare ? [...standingsOf(actor, daycare)] : [];
  return new Set<Keeper>(standings.map((standing) => (standing === 'daycare employee' ? standing : "the municipality's people")));
}

/** One part of whose recipients and gaps an actor sees; the parts add up. */
export type Kin = { readonly of: 'everybody' } | { readonly of: 'municipality' | 'daycare' | 'supplier'; readonly key: string };

/** Whose gaps exist for this actor: as the table says, but as a condition for the store. */
export function kinOf(actor: Actor): readonly Kin[] {
  if (mandatesIn(actor, 'AGENCY').length > 0) return [{ of: 'everybody' }];
  const deciding = heldBy(actor).map(
    ({ over }): Kin => ('municipality' in over ? { of: 'municipality', key: over.municipality } : { of: 'daycare', key: over.daycare }),
  );
  return [...deciding, ...ownSuppliers(actor).map((key): Kin => ({ of: 'supplier', key }))];
}
