import type { Actor } from '#shared/actor.ts';
import type { Database } from '#shared/database.ts';
import { activateIdentity } from './actions/logins/activate-identity.ts';
import { blockIdentity } from './actions/logins/block-identity.ts';
import { identitiesIn, type IdentityParts } from './database/logins/identities.ts';
import type { Identities } from './domain/logins/identity-store.ts';
import type { IdentityActs } from './graphql/logins/identity-acts.ts';

interface Acting {
  readonly database: Database;
  readonly parts: IdentityParts;
  readonly actor: Actor;
}

/** What can be done to identities, each act in one transaction. */
export function identityActs({ database, parts, actor }: Acting): IdentityActs {
  const act = async <Result>(work: (identities: Identities) => Promise<Result>): Promise<Result> =>
    (await database.transaction((transaction) => work(identitiesIn(transaction, parts)))).result;
  return {
    activateIdentity: ({ username }) => act((identities) => activateIdentity(identities, actor, username)),
    blockIdentity: (told) => act((identities) => blockIdentity(identities, actor, told)),
  };
}
