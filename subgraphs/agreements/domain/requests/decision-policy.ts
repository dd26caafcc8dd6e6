import { type Actor, isSureEnough, type Mandate, mandatesIn } from '#shared/actor.ts';
import { Refused, type Refusal, refusal } from '#shared/refusal.ts';
import type { KnownDaycare, Ownership } from '../known-daycare.ts';
import type { AgreementClass } from '../systems/service.ts';

/** The capacity in which an actor comes before a daycare's requests. */
export type Standing = (typeof allStandings)[number];
export const allStandings = ['daycare responsible', 'municipal employee', 'daycare employee'] as const;
/** Who governs: the form of ownership, with municipal childminding apart, where there is no house with employees of its own. */
export type Governance = Ownership | 'MUNICIPAL_CHILDMINDING';
export type Addressee = 'MUNICIPALITY' | 'DAYCARE' | 'EITHER';

interface Deciders {
  readonly rule: string;
  readonly standings: readonly Standing[];
}

const responsible: readonly Standing[] = ['daycare responsible'];
const daycare: readonly Standing[] = ['daycare employee'];
const municipality: readonly Standing[] = ['daycare responsible', 'municipal employee'];
const either: readonly Standing[] = ['daycare responsible', 'municipal employee', 'daycare employee'];

/** Who may approve, reject and revoke, by who governs the daycare and the class of the agreement. The rule's number stands beside it. */
// biome-ignore format: a table
export const mayDecide = {
  MUNICIPAL:              { CORE_IMPORT: { rule: 'D1', standings: responsible }, OTHER: { rule: 'D2', standings: either } },
  SELF_OWNED:             { CORE_IMPORT: { rule: 'D3', standings: daycare },     OTHER: { rule: 'D4', standings: either } },
  PRIVATE:                { CORE_IMPORT: { rule: 'D5', standings: daycare },     OTHER: { rule: 'D6', standings: daycare } },
  OUTSOURCED:             { CORE_IMPORT: { rule: 'D7', standings: daycare },     OTHER: { rule: 'D8', standings: either } },
  MUNICIPAL_CHILDMINDING: { CORE_IMPORT: { rule: 'D9', standings: responsible }, OTHER: { rule: 'D9', standings: municipality } },
} as const satisfies Record<Governance, Record<AgreementClass, Deciders>>;

/** What is decided about: a daycare's agreement of one class. */
export interface Matter {
  readonly daycare: Pick<KnownDaycare, 'number' | 'unit' | 'municipality' | 'ownership' | 'isChildminding'>;
  readonly agreementClass: AgreementClass;
  /** Whose request it is, and by whom it was sent: nobody decides for the side that asked (A16). */
  readonly supplier: string;
  readonly requestedBy?: string;
}

export interface Verdict extends Deciders {
  readonly as: Standing | undefined;
  readonly because: string;
}

/** As what this actor may decide this, if at all, and by which rule. Depends only on what the matter carries. */
export function verdictOn(matter: Matter, actor: Actor): Verdict {
  const { rule, standings }: Deciders = mayDecide[governanceOf(matter.daycare)][matter.agreementClass];
  const held = isOfTheAskingSide(matter, actor) ? new Set<Standing>() : standingsOf(actor, matter.daycare);
  return { as: standings.find((standing) => held.has(standing)), rule, standings, because: `Decided by: ${standings.join(', ')}.` };
}

/** As what this actor decides this, or why it may not. */
export function decides(matter: Matter, actor: Actor): Standing | Refusal {
  const { as, rule, standings, because } = verdictOn(matter, actor);
  if (isOfTheAskingSide(matter, actor))
    return refusal('NOT_PERMITTED', 'Nobody decides what his own side asked for.', { rule: 'A16', grantableBy: standings });
  if (!as) return refusal('NOT_PERMITTED', because, { rule, grantableBy: standings });
  return isSureEnough(actor) ? as : refusal('ASSURANCE_TOO_LOW', 'Deciding needs a login of level substantial.', { rule });
}

/** The same where it was judged before, under the same lock. */
export function standingToDecide(matter: Matter, actor: Actor): Standing {
  const judged = decides(matter, actor);
  if (typeof judged !== 'string') throw new Refused(judged);
  return judged;
}

/** The suppliers an actor is of; what they ask is never the actor's to decide, whatever else the actor is. */
export const ownSuppliers = (actor: Actor): string[] => mandatesIn(actor, 'SUPPLIER').map(({ supplier }) => supplier);

const isOfTheAskingSide = ({ supplier, requestedBy }: Matter, actor: Actor): boolean =>
  ownSuppliers(actor).includes(supplier) || requestedBy === actor.id;

/** Whom a request of this class is addressed to. */
export function addresseeOf({ daycare: known, agreementClass }: Pick<Matter, 'daycare' | 'agreementClass'>): Addressee {
  const { standings }: Deciders = mayDecide[governanceOf(known)][agreementClass];
  if (!standings.includes('daycare employee')) return 'MUNICIPALITY';
  return standings.length === 1 ? 'DAYCARE' : 'EITHER';
}

/** The cells of the table in which a standing decides: what an inbox is sought by. */
export function cellsOf(standing: Standing): { governance: Governance; agreementClass: AgreementClass }[] {
  const governances: Governance[] = ['MUNICIPAL', 'SELF_OWNED', 'PRIVATE', 'OUTSOURCED', 'MUNICIPAL_CHILDMINDING'];
  const classes: AgreementClass[] = ['CORE_IMPORT', 'OTHER'];
  return governances
    .flatMap((governance) => classes.map((agreementClass) => ({ governance, agreementClass })))
    .filter(({ governance, agreementClass }) => {
      const { standings }: Deciders = mayDecide[governance][agreementClass];
      return standings.includes(standing);
    });
}

/** A standing and what it is over. A mandate over a unit covers its locations. */
export interface Held {
  readonly standing: Standing;
  readonly over: { readonly municipality: string } | { readonly daycare: string };
}

/** The only place where deciders' roles are read. Whoever is the agency closes, and decides for no controller (A16). */
export function heldBy(actor: Actor): readonly Held[] {
  if (mandatesIn(actor, 'AGENCY').length > 0) return [];
  return actor.mandates.flatMap((mandate: Mandate): Held[] => {
    switch (mandate.role) {
      case 'DAYCARE_RESPONSIBLE':
        return [{ standing: 'daycare responsible', over: { municipality: mandate.municipality } }];
      case 'MUNICIPAL_EMPLOYEE':
        return [{ standing: 'municipal employee', over: { municipality: mandate.municipality } }];
      case 'DAYCARE_EMPLOYEE':
        return [{ standing: 'daycare employee', over: { daycare: mandate.daycare } }];
      case 'MUNICIPAL_SYSTEM':
      case 'SUPPLIER':
      case 'SUPPLIER_SYSTEM':
      case 'AGENCY':
      case 'DASHBOARD':
      case 'CITIZEN':
        return [];
    }
  });
}

/** The standings an actor has before this daycare's requests. */
export function standingsOf(actor: Actor, known: Matter['daycare']): ReadonlySet<Standing> {
  return new Set(
    heldBy(actor)
      .filter(({ over }) => covers(over, known))
      .map(({ standing }) => standing),
  );
}

function covers(over: Held['over'], { municipality, number, unit }: Matter['daycare']): boolean {
  return 'municipality' in over ? over.municipality === municipality : over.daycare === number || over.daycare === unit;
}

const governanceOf = ({ ownership, isChildminding }: Matter['daycare']): Governance =>
  ownership === 'MUNICIPAL' && isChildminding ? 'MUNICIPAL_CHILDMINDING' : ownership;
