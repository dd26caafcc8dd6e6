import type { Actor } from '#shared/actor.ts';
import type { Database } from '#shared/database.ts';
import { refuse } from '#shared/refusal.ts';
import { activateIdentity } from './actions/logins/activate-identity.ts';
import { blockIdentity } from './actions/logins/block-identity.ts';
import { confirmActivation } from './actions/logins/confirm-activation.ts';
import { issueActivation } from './actions/logins/issue-activation.ts';
import { type Act, redeemCode } from './actions/logins/redeem-code.ts';
import { activationsIn } from './database/logins/activations.ts';
import { identitiesIn, type IdentityParts } from './database/logins/identities.ts';
import type { IdentityActs } from './graphql/logins/identity-acts.ts';
import type { Letters } from './letters-config.ts';
import { activationCodes } from './outside/activation-codes.ts';

interface Acting {
  readonly database: Database;
  readonly parts: IdentityParts;
  readonly actor: Actor;
  readonly letters: Letters | undefined;
}

/** What can be done to identities, each act in a transaction of its own. */
export function identityActs({ database, parts, actor, letters }: Acting): IdentityActs {
  const act: Act = async (work) =>
    (
      await database.transaction((transaction) =>
        work({ identities: identitiesIn(transaction, parts), activations: activationsIn(transaction, parts) }),
      )
    ).result;
  return {
    activateIdentity: ({ code, username }) =>
      code === null
        ? act(({ identities }) => activateIdentity(identities, actor, username))
        : redeemCode(act, activationCodes, actor, { code, username }),
    issueActivation: async (told) => (letters ? act((stores) => issueActivation(stores, actor, told)) : noLetters()),
    confirmActivation: async (uniId) => {
      if (!letters) return noLetters();
      const code = activationCodes.draw();
      const secretHash = await activationCodes.hash(code.secret);
      return act((stores) => confirmActivation(stores, actor, { uniId, code, secretHash, seal: letters.seal }));
    },
    blockIdentity: (told) => act(({ identities }) => blockIdentity(identities, actor, told)),
  };
}

const noLetters = (): never =>
  refuse('UNAVAILABLE', 'No print service is set up here, so no code reaches anybody; ask whoever runs the system.', { rule: 'P13' });
