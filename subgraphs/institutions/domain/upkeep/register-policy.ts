import { type Actor, isSureEnough, type Mandate } from '#shared/actor.ts';
import { type Refusal, Refused, refusal } from '#shared/refusal.ts';
import type { Daycare, Ownership } from '../daycares/daycare.ts';

export type RegisterAction = 'REGISTER' | 'CHANGE' | 'MOVE' | 'CLOSE' | 'TRANSFER';
/** The capacity in which an actor comes to the register's upkeep of a daycare. */
export type Standing = 'daycare responsible' | 'municipal employee' | 'municipal system' | 'daycare employee' | 'agency';

interface Upkeep {
  readonly rule: string;
  readonly standings: readonly Standing[];
}

const byTheMunicipality: Upkeep = { rule: 'R1', standings: ['daycare responsible', 'municipal employee', 'municipal system', 'agency'] };
const byItsOwner: Upkeep = { rule: 'R2', standings: ['daycare employee', 'agency'] };
const onItsOwnersOrder: Upkeep = { rule: 'R12', standings: ['agency'] };

const ofTheMunicipality: Record<RegisterAction, Upkeep> = {
  REGISTER: byTheMunicipality,
  CHANGE: byTheMunicipality,
  MOVE: byTheMunicipality,
  CLOSE: byTheMunicipality,
  TRANSFER: byTheMunicipality,
};

/** Who keeps a daycare in the register, by its ownership. The agency acts on request, and is logged as such (R6, R7). */
export const mayUpkeep: Record<Ownership, Record<RegisterAction, Upkeep>> = {
  MUNICIPAL: ofTheMunicipality,
  SELF_OWNED: ofTheMunicipality,
  OUTSOURCED: ofTheMunicipality,
  PRIVATE: { REGISTER: onItsOwnersOrder, CHANGE: byItsOwner, MOVE: byItsOwner, CLOSE: byItsOwner, TRANSFER: byItsOwner },
};

/** Who answers for the municipality that a daycare is to be handed to: its people, not its system, since it is a consent (C2). */
const consents: Upkeep = { rule: 'C2', standings: ['daycare responsible', 'municipal employee', 'agency'] };

/** Why this actor may not hand in the register's own export; only the agency may, since the rows carry their numbers (R10). */
export function loadRefusalOf(actor: Actor): Refusal | undefined {
  if (!actor.mandates.some(({ role }) => role === 'AGENCY'))
    return refusal('NOT_PERMITTED', "Only the agency hands in the register's own export.", { rule: 'R10', grantableBy: ['agency'] });
  return isSureEnough(actor)
    ? undefined
    : refusal('ASSURANCE_TOO_LOW', 'Keeping the register needs a login of level substantial.', { rule: 'R10' });
}

/** Whom an act is about: a daycare that is there, or one that is to be. */
export type Subject = Pick<Daycare, 'municipality' | 'ownership'> & { readonly number?: string; readonly unit?: string | null };

export interface Verdict extends Upkeep {
  readonly as: Standing | undefined;
  readonly because: string;
}

/** As what this actor may do this, if at all, and by which rule. */
export function verdictOn(action: RegisterAction, subject: Subject, actor: Actor): Verdict {
  return verdictBy(mayUpkeep[subject.ownership][action], subject, actor);
}

function verdictBy({ rule, standings }: Upkeep, subject: Subject, actor: Actor): Verdict {
  const held = standingsOf(actor, subject);
  return {
    as: standings.find((standing) => held.has(standing)),
    rule,
    standings,
    because: `Kept in the register by: ${standings.join(', ')}.`,
  };
}

/** The only place where roles are read. */
export function standingsOf(actor: Actor, subject: Subject): ReadonlySet<Standing> {
  return new Set(actor.mandates.flatMap((mandate) => standingFrom(mandate, subject)));
}

function standingFrom(mandate: Mandate, { municipality, number, unit }: Subject): Standing[] {
  switch (mandate.role) {
    case 'DAYCARE_RESPONSIBLE':
      return mandate.municipality === municipality ? ['daycare responsible'] : [];
    case 'MUNICIPAL_EMPLOYEE':
      return mandate.municipality === municipality ? ['municipal employee'] : [];
    case 'MUNICIPAL_SYSTEM':
      return mandate.municipality === municipality ? ['municipal system'] : [];
    case 'DAYCARE_EMPLOYEE':
      return mandate.daycare === number || mandate.daycare === unit ? ['daycare employee'] : [];
    case 'AGENCY':
      return ['agency'];
    case 'SUPPLIER':
    case 'SUPPLIER_SYSTEM':
    case 'DASHBOARD':
    case 'CITIZEN':
      return [];
  }
}

/** Whose transfers between municipalities this actor may see: one's own municipality's, one's own daycare's, the agency all. */
export function transferScopeOf({ mandates }: Actor): { municipalities: string[]; daycares: string[] } | 'ALL' {
  if (mandates.some(({ role }) => role === 'AGENCY')) return 'ALL';
  const ofMunicipality = mandates.flatMap((mandate) =>
    mandate.role === 'DAYCARE_RESPONSIBLE' || mandate.role === 'MUNICIPAL_EMPLOYEE' || mandate.role === 'MUNICIPAL_SYSTEM'
      ? [mandate.municipality]
      : [],
  );
  return {
    municipalities: ofMunicipality,
    daycares: mandates.flatMap((mandate) => (mandate.role === 'DAYCARE_EMPLOYEE' ? [mandate.daycare] : [])),
  };
}

/** Whether a transfer is shown to this actor: both municipalities, the cluster itself, the agency. */
export function seesTransfer(actor: Actor, { number, from, to }: { readonly number: string; readonly from: string; readonly to: string }) {
  const scope = transferScopeOf(actor);
  if (scope === 'ALL') return true;
  return scope.daycares.includes(number) || scope.municipalities.includes(from) || scope.municipalities.includes(to);
}

/** As what this actor does this; a refusal ends it where it may not. */
export function standingFor(action: RegisterAction, subject: Subject, actor: Actor): Standing {
  return standingIn(judge(verdictOn(action, subject, actor), actor));
}

/** Why this actor may not do this; undefined where it may. */
export function refusalOf(action: RegisterAction, subject: Subject, actor: Actor): Refusal | undefined {
  return refusalIn(judge(verdictOn(action, subject, actor), actor));
}

/** As what this actor answers for the municipality that is to administer the daycare; a refusal ends it where it may not. */
export const standingToConsent = (receiving: Subject, actor: Actor): Standing =>
  standingIn(judge(verdictBy(consents, receiving, actor), actor));

/** Why this actor may not answer for that municipality; undefined where it may. */
export const refusalToConsent = (receiving: Subject, actor: Actor): Refusal | undefined =>
  refusalIn(judge(verdictBy(consents, receiving, actor), actor));

function standingIn(judged: Standing | Refusal): Standing {
  if (typeof judged !== 'string') throw new Refused(judged);
  return judged;
}

const refusalIn = (judged: Standing | Refusal): Refusal | undefined => (typeof judged === 'string' ? undefined : judged);

function judge({ as, rule, because, standings }: Verdict, actor: Actor): Standing | Refusal {
  if (!as) return refusal('NOT_PERMITTED', because, { rule, grantableBy: standings });
  return isSureEnough(actor) ? as : refusal('ASSURANCE_TOO_LOW', 'Keeping the register needs a login of level substantial.', { rule });
}
