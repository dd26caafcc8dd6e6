import { createHash } from 'node:crypto';
import { errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import type { Actor } from '#shared/actor.ts';
import { actorFrom, type NumberClaim } from './actor-from-claims.ts';
import { issuerKeys } from './tokens/issuer-keys.ts';
import type { PrivilegeTable } from './tokens/privilege-table.ts';
import { faultInForm } from './tokens/token-form.ts';

/** Whose tokens are taken, and for whom they must be made. */
export interface Issuer {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: JWTVerifyGetKey;
  /** Where this issuer vouches for national numbers; it vouches for none where there is none. */
  readonly numbers?: NumberClaim | undefined;
  /** What its privileges mean here; nothing where there is no table. */
  readonly privileges?: PrivilegeTable | undefined;
}

/** By which an issuer may sign. */
export const ALGORITHMS = ['EdDSA', 'ES256', 'RS256', 'PS256'];
/** How far an issuer's clock may be from ours. */
export const CLOCKS_APART_SECONDS = 30;
const REMEMBERED_MS = 60_000;
const MOST_REMEMBERED = 10_000;

/** An issuer elsewhere, whose keys are fetched where its own discovery document says. */
export const remoteIssuer = (issuer: string, audience: string): Issuer => ({ issuer, audience, keys: issuerKeys(issuer) });

/** Verifies a caller's token: signature, algorithm, issuer, audience, expiry, and mandates that make sense. Answers the actor, or why not. */
export function authenticator({ issuer, audience, keys, numbers, privileges }: Issuer) {
  const known = new Map<string, { actor: Actor; until: number }>();
  return async (authorization: string | undefined): Promise<Actor | string> => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(authorization ?? '')?.[1];
    if (!token) return 'Send a token: `Authorization: Bearer ...`.';
    const digest = createHash('sha256').update(token).digest('base64url');
    const before = known.get(digest);
    if (before && before.until > Date.now()) return before.actor;
    const unfit = faultInForm(token);
    if (unfit) return unfit;
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        requiredClaims: ['exp', 'iat', 'sub'],
        clockTolerance: CLOCKS_APART_SECONDS,
      });
      const actor = actorFrom(payload, numbers, privileges);
      if (typeof actor !== 'string')
        remember(known, digest, { actor, until: Math.min(Number(payload.exp) * 1000, Date.now() + REMEMBERED_MS) });
      return actor;
    } catch (fault) {
      if (fault instanceof errors.JWTExpired) return 'The token has expired; fetch a new one.';
      if (fault instanceof errors.JOSEError || fault instanceof TypeError) return 'The token is not one that is taken here.';
      throw fault;
    }
  };
}

function remember(known: Map<string, { actor: Actor; until: number }>, digest: string, entry: { actor: Actor; until: number }): void {
  if (known.size >= MOST_REMEMBERED)
    for (const [old, { until }] of known) if (until <= Date.now() || known.size >= MOST_REMEMBERED) known.delete(old);
  known.set(digest, entry);
}
