import { type Actor, isSureEnough, mandatesIn } from '#shared/actor.ts';
import { type Refusal, refusal } from '#shared/refusal.ts';
import type { KnownDaycare, Ownership } from '../known-daycare.ts';
import { type Standing, standingsAt } from '../reading/reading-policy.ts';
import { type IdentityAct, nextIdentityState } from './identity-lifecycle.ts';
import type { IdentityState } from './person.ts';

/** What is done to a person's identity by others: see the number, issue a code of activation, change the number, stop or release it. */
export type PersonAction = 'REVEAL' | 'ACTIVATE' | 'REIDENTIFY' | 'BLOCK';
export type PersonStanding = Extract<Standing, 'daycare responsible' | 'daycare employee'> | 'agency';
type Cells = Record<Ownership, readonly PersonStanding[]>;

/** The controller's own: the municipality's for a municipal daycare, else the daycare's (N16). */
const byController = {
  MUNICIPAL: ['daycare responsible'],
  SELF_OWNED: ['daycare employee'],
  PRIVATE: ['daycare employee'],
  OUTSOURCED: ['daycare employee'],
} as const satisfies Cells;

/**
 * Who may do what to a person tied to a daycare, by its ownership (design 6), with the rule it rests on. A code is issued by who may
 * read the persons there. A login that is misused is stopped by the controller, or by the agency, which runs the login (N15).
 */
// biome-ignore format: a table
export const mayAct = {
  REVEAL:     { rule: 'N16', standings: byController },
  REIDENTIFY: { rule: 'I20', standings: byController },
  ACTIVATE:   { rule: 'P13', standings: { MUNICIPAL: ['daycare responsible'], SELF_OWNED: ['daycare responsible', 'daycare employee'], PRIVATE: ['daycare employee'], OUTSOURCED: ['daycare responsible', 'daycare employee'] } },
  BLOCK:      { rule: 'N15', standings: { MUNICIPAL: ['daycare responsible', 'agency'], SELF_OWNED: ['daycare employee', 'agency'], PRIVATE: ['daycare employee', 'agency'], OUTSOURCED: ['daycare employee', 'agency'] } },
} as const satisfies Record<PersonAction, { readonly rule: string; readonly standings: Cells }>;

export type PersonPlace = Pick<KnownDaycare, 'municipality' | 'ownership' | 'number' | 'unit'>;

/** Whether an action may be done, as what and by which rule; or why not, and who could. */
export interface PersonVerdict {
  readonly as: PersonStanding | undefined;
  readonly rule: string;
  readonly because: string;
  readonly grantableBy: readonly PersonStanding[];
}

/** By which rule an action is done, and by whom, to a person tied to these daycares; to anybody where none is named. */
function termsOf(action: PersonAction, daycares: readonly PersonPlace[]): Omit<PersonVerdict, 'as'> {
  const { rule, standings } = mayAct[action];
  const cells: readonly (readonly PersonStanding[])[] =
    daycares.length > 0 ? daycares.map(({ ownership }) => standings[ownership]) : Object.values(standings);
  const grantableBy = [...new Set(cells.flat())];
  return { rule, because: `Done by: ${grantableBy.join(', ')}.`, grantableBy };
}

/** As what the actor may do this to a person who is tied to these daycares: one where it may is enough, and the agency stands at none. */
export function verdictOn(action: PersonAction, actor: Actor, daycares: readonly PersonPlace[]): PersonVerdict {
  const terms = termsOf(action, daycares);
  const may = (standings: readonly PersonStanding[], daycare?: PersonPlace) =>
    standings.find((standing) => standingsOf(actor, daycare).includes(standing));
  const as = daycares
    .map((daycare) => may(mayAct[action].standings[daycare.ownership], daycare))
    .find((standing) => standing !== undefined);
  return { as: as ?? may(terms.grantableBy), ...terms };
}

/** The standing in which the actor does it, or the refusal: by standing first, then by how sure the login is. */
export function actsAs(action: PersonAction, actor: Actor, daycares: readonly PersonPlace[]): PersonStanding | Refusal {
  const { as, rule, because, grantableBy } = verdictOn(action, actor, daycares);
  if (!as) return refusal('NOT_PERMITTED', because, { rule, grantableBy });
  if (!isSureEnough(actor))
    return refusal('ASSURANCE_TOO_LOW', 'This needs a login of level substantial or higher.', { rule, grantableBy });
  return as;
}

/** Whether the actor could ever do this at some daycare; who never can is told so without a look at any. */
export function actsSomewhere(action: PersonAction, actor: Actor): boolean {
  const anywhere: readonly (Standing | 'agency')[] = [...standingsAt(actor, undefined), ...standingsOf(actor, undefined)];
  return Object.values<readonly PersonStanding[]>(mayAct[action].standings)
    .flat()
    .some((standing) => anywhere.includes(standing));
}

/** What is told of an action to who can never do it. */
export function doneBy(action: PersonAction): Refusal {
  const { rule, because, grantableBy } = termsOf(action, []);
  return refusal('NOT_PERMITTED', because, { rule, grantableBy });
}

/** Roles are read by the reading policy; the agency stands at no daycare, and reads none. */
const standingsOf = (actor: Actor, daycare: PersonPlace | undefined): readonly (Standing | 'agency')[] => [
  ...(daycare ? standingsAt(actor, daycare) : []),
  ...mandatesIn(actor, 'AGENCY').map(() => 'agency' as const),
];

/** In which states an action finds something to do. */
const needs: Record<PersonAction, readonly IdentityAct[]> = {
  REVEAL: ['retire'],
  REIDENTIFY: ['retire'],
  ACTIVATE: ['activate'],
  BLOCK: ['block', 'lift used', 'lift unused'],
};

/** Whether the identity's state lets the action be done at all. */
export const isPossible = (action: PersonAction, state: IdentityState): boolean =>
  needs[action].some((act) => nextIdentityState(state, act) !== undefined);
