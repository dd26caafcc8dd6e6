import type { Actor } from '#shared/actor.ts';
import type { HopSigner } from '#shared/hop-token.ts';
import { authenticator, type Issuer } from './authenticate.ts';

/** Who is let in, and how subgraphs are told of them. */
export interface Entrance {
  /** Whether limits and budgets hold: everywhere but where anybody is let in, on this machine alone. */
  readonly isGuarded: boolean;
  /** The actor behind a request's `Authorization` header, or why there is none. */
  admit(authorization: string | undefined): Promise<Actor | string>;
  /** What a subgraph is shown with a question of this actor's. */
  tokenFor(subgraph: string, actor: Actor): Promise<string | undefined>;
}

/** Lets in whoever has a token of the issuer's; subgraphs get a token of this hop that holds only the actor. */
export const guardedEntrance = (issuer: Issuer, sign: HopSigner): Entrance => ({
  isGuarded: true,
  admit: authenticator(issuer),
  tokenFor: (subgraph, actor) => sign(subgraph, { actor: actorFor(subgraph, actor) }),
});

/** By which number somebody is known concerns identities alone. */
export function actorFor(subgraph: string, { login, ...actor }: Actor): Actor {
  return subgraph === 'identities' && login ? { ...actor, login } : actor;
}

const anybody: Actor = { id: 'anybody', name: 'anybody', kind: 'system', assurance: 'LOW', mandates: [] };

/** Lets in anybody, for trying out a supergraph on this machine alone. */
export const openEntrance: Entrance = { isGuarded: false, admit: async () => anybody, tokenFor: async () => undefined };
