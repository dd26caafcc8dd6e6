import { createHash } from 'node:crypto';
import { createLocalJWKSet, decodeProtectedHeader, errors, type JSONWebKeySet, jwtVerify, SignJWT } from 'jose';
import type { Actor } from './actor.ts';
import { ALGORITHM, type SigningKey } from './keys.ts';

const LIVES_SECONDS = 60;
const REUSED_MS = 30_000;
const GATEWAY = 'gateway';

/** What a token holds: the gateway's the actor, a subgraph's the id of the store it follows with. */
interface Held {
  readonly actor?: Actor;
  readonly store?: string;
}

/** Signs short-lived tokens for one audience; made once per actor and audience and used again for half a minute. */
export function hopSigner({ name, privateKey }: SigningKey) {
  const kept = new Map<string, { token: Promise<string>; until: number }>();
  return (audience: string, holds: Held = {}): Promise<string> => {
    const now = Date.now();
    const id = `${audience} ${JSON.stringify(holds)}`;
    const known = kept.get(id);
    if (known && known.until > now && known.until <= now + REUSED_MS) return known.token;
    for (const [old, { until }] of kept) if (until <= now) kept.delete(old);
    const token = new SignJWT({ ...holds })
      .setProtectedHeader({ alg: ALGORITHM, kid: name })
      .setIssuer(name)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(`${LIVES_SECONDS}s`)
      .sign(privateKey);
    kept.set(id, { token, until: now + REUSED_MS });
    return token;
  };
}
export type HopSigner = ReturnType<typeof hopSigner>;

/** Verifies what comes to one subgraph: the gateway's token with the actor inside, or another subgraph's own. Undefined: neither. */
export function hopVerifier(audience: string, trusted: JSONWebKeySet) {
  const keys = createLocalJWKSet(trusted);
  const verified = new Map<string, { actor: Actor; until: number }>();
  return async (token: string): Promise<Actor | undefined> => {
    const digest = createHash('sha256').update(token).digest('base64url');
    const known = verified.get(digest);
    if (known && known.until > Date.now()) return known.actor;
    const found = await verify(token);
    if (!found) return undefined;
    for (const [old, { until }] of verified) if (until <= Date.now()) verified.delete(old);
    verified.set(digest, found);
    return found.actor;
  };

  async function verify(token: string) {
    try {
      const { kid } = decodeProtectedHeader(token);
      const { payload } = await jwtVerify<Held>(token, keys, {
        audience,
        issuer: kid ?? '',
        algorithms: [ALGORITHM],
        requiredClaims: ['exp', 'iat'],
        maxTokenAge: LIVES_SECONDS,
        clockTolerance: 5,
      });
      const from = processOf(String(kid));
      const actor = from === GATEWAY ? payload.actor : subgraphActor(from, payload.store);
      return actor && { actor, until: Math.min(Number(payload.exp) * 1000, Date.now() + LIVES_SECONDS * 1000) };
    } catch (fault) {
      if (fault instanceof errors.JOSEError || fault instanceof TypeError) return undefined;
      throw fault;
    }
  }
}
export type HopVerifier = ReturnType<typeof hopVerifier>;

/** The process that a key is of: keys that follow one another are named `gateway`, `gateway.2`, and so on. */
export const processOf = (kid: string): string => kid.split('.', 1)[0] ?? '';

/** Another subgraph; leases are given to it by its store, so that two copies of one subgraph never hide behind each other. */
const subgraphActor = (name: string, store = 'store'): Actor => ({
  id: `${name}/${store}`,
  name,
  kind: 'subgraph',
  assurance: 'HIGH',
  mandates: [],
});
