import { isPossible, type PersonAction, actsAs, verdictOn } from '../domain/people/person-policy.ts';
import type { Person } from '../domain/people/person.ts';
import type { Context } from './context.ts';

/** Whether the caller may do this to a person, by the table that decides when it is done, over the daycares where the caller sees them. */
export async function permissionFor({ loaders, actor }: Context, { uniId, state }: Person, action: PersonAction) {
  const ties = await loaders.affiliations.load({ uniId, asOf: null });
  const found = await loaders.daycare.loadMany([...new Set(ties.map(({ daycare }) => daycare))]);
  const daycares = found.flatMap((daycare) => (daycare instanceof Error || !daycare ? [] : [daycare]));
  const { rule, because, grantableBy } = verdictOn(action, actor, daycares);
  const told = actsAs(action, actor, daycares);
  if (typeof told !== 'string') return { allowed: false, rule, because: told.because, grantableBy };
  const possible = isPossible(action, state);
  return {
    allowed: possible,
    rule,
    because: possible ? because : `The identity is ${state.toLowerCase()}, so this cannot be done.`,
    grantableBy,
  };
}
