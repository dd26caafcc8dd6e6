import { makeKey, signingKey, trustedKeys } from '#shared/keys.ts';
import { hopSigner } from '#shared/hop-token.ts';
import type { Actor, Mandate } from '#shared/actor.ts';
import type { Log } from '#shared/present-error.ts';
import type { Subgraph } from '#shared/subgraph.ts';

/** Keys of all processes, as one installation has them. */
export async function testKeys() {
  const keys = await Promise.all(['gateway', 'institutions', 'agreements', 'identities'].map(makeKey));
  const signers = Object.fromEntries(await Promise.all(keys.map(async (key) => [key.kid, hopSigner(await signingKey(key))] as const)));
  return { trusted: trustedKeys(keys), signers };
}

/** A person, or a system where the mandates are a system's. */
export function actorWith(mandates: readonly Mandate[], more: Partial<Actor> = {}): Actor {
  const isSystem = mandates.some(({ role }) => role === 'SUPPLIER_SYSTEM' || role === 'MUNICIPAL_SYSTEM' || role === 'DASHBOARD');
  const id = JSON.stringify(mandates)
    .replaceAll(/[^\w]+/g, '-')
    .slice(0, 100);
  return { id, name: `Person ${id}`.slice(0, 60), kind: isSystem ? 'system' : 'person', assurance: 'SUBSTANTIAL', mandates, ...more };
}

/** A log that keeps what it is told. */
export function keepingLog() {
  const kept: object[] = [];
  const keep = (facts: object, sentence: string) => kept.push({ ...facts, sentence });
  return { kept, log: { info: keep, error: keep } satisfies Log };
}

/** Asks one subgraph as an actor, over the same door as the gateway. */
export function asking(subgraph: Subgraph, sign: ReturnType<typeof hopSigner>) {
  return async (actor: Actor, query: string, variables: Record<string, unknown> = {}) => {
    const answer = await subgraph.execute({ query, variables }, { token: await sign(subgraph.name, { actor }), requestId: 'test' });
    return answer as { data?: any; errors?: any[] };
  };
}
