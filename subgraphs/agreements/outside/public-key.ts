import { createHash, createPublicKey } from 'node:crypto';

/** What a key may be: the elliptic curves and RSA that clients of national issuers use. */
const required: Readonly<Record<string, readonly string[]>> = {
  EC: ['crv', 'kty', 'x', 'y'],
  OKP: ['crv', 'kty', 'x'],
  RSA: ['e', 'kty', 'n'],
};
const SMALLEST_RSA = 2048;

/** A public key as it is told (a JWK), with its thumbprint (RFC 7638); nothing where it is no public key that is taken. */
export function readPublicKey(told: string): { readonly id: string; readonly jwk: string } | undefined {
  try {
    const jwk: unknown = JSON.parse(told);
    if (typeof jwk !== 'object' || jwk === null || 'd' in jwk || !('kty' in jwk) || typeof jwk.kty !== 'string') return undefined;
    const members = required[jwk.kty];
    if (!members) return undefined;
    const given = new Map<string, unknown>(Object.entries(jwk));
    const canonical = JSON.stringify(Object.fromEntries(members.map((member) => [member, given.get(member)])));
    const key = createPublicKey({ key: JSON.parse(canonical), format: 'jwk' });
    if (jwk.kty === 'RSA' && (key.asymmetricKeyDetails?.modulusLength ?? 0) < SMALLEST_RSA) return undefined;
    return { id: createHash('sha256').update(canonical).digest('base64url'), jwk: canonical };
  } catch {
    return undefined;
  }
}
