import { rule } from '#shared/guard.ts';
import { refusal } from '#shared/refusal.ts';
import { actsSomewhere, doneBy, type PersonAction } from '../../domain/people/person-policy.ts';
import type { Context } from '../context.ts';

/** Whether the actor could ever do this; to whom, is judged in the act. */
const acts = (action: PersonAction) =>
  rule<Context>(`identifies by ${action.toLowerCase()}`, ({ actor }) => (actsSomewhere(action, actor) ? undefined : doneBy(action)));

const looksUp = rule<Context>('looks up by number', ({ actor }) =>
  actor.mandates.some(({ role }) => role === 'SUPPLIER_SYSTEM')
    ? undefined
    : refusal('NOT_PERMITTED', "Persons are looked up by number by a supplier's system.", {
        rule: 'A25',
        grantableBy: ["supplier's system"],
      }),
);

/** Who may come to what is done by national number. */
export const identifyingPermissions = {
  Query: { personByNationalNumber: looksUp },
  Mutation: { revealNationalNumber: acts('REVEAL'), reidentifyPerson: acts('REIDENTIFY') },
};
