import { type Rule, rule } from '#shared/guard.ts';
import { refusal } from '#shared/refusal.ts';
import { mayProvideLogins } from '../../actions/logins/read-login-users.ts';
import { actsSomewhere, doneBy, type PersonAction } from '../../domain/people/person-policy.ts';
import type { Context } from '../context.ts';

/** Whoever it is that logged in, of whom something may be known. */
const isPerson = rule<Context>('is a person', ({ actor }) =>
  actor.kind === 'person'
    ? undefined
    : refusal('NOT_PERMITTED', 'A person does this for themselves.', { rule: 'I30', grantableBy: ['the person'] }),
);

/** Whether the actor could ever do this; to whom, is judged in the act. */
const acts = (action: PersonAction): Rule<Context> =>
  rule<Context>(`acts ${action.toLowerCase()}`, ({ actor }) => (actsSomewhere(action, actor) ? undefined : doneBy(action)));

const providesLogins = rule<Context>('provides logins', ({ actor }) =>
  mayProvideLogins(actor)
    ? undefined
    : refusal('NOT_PERMITTED', "Users are read by an identity provider's system.", { rule: 'A25', grantableBy: ["supplier's system"] }),
);

/** Who may come to what concerns logins. */
export const loginPermissions = {
  Query: { myData: isPerson, loginUsers: providesLogins },
  Mutation: {
    activateIdentity: isPerson,
    issueActivation: acts('ACTIVATE'),
    confirmActivation: acts('ACTIVATE'),
    setIdentityBlocked: acts('BLOCK'),
  },
};
