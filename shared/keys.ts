import { exportJWK, generateKeyPair, importJWK, type CryptoKey, type JSONWebKeySet, type JWK } from 'jose';

/** Our processes sign for each other with Ed25519. */
export const ALGORITHM = 'EdDSA';

/** A process's own key, named after the process: the name is the key id and the issuer at once. */
export interface SigningKey {
  readonly name: string;
  readonly privateKey: CryptoKey;
}

/** A new private key in JSON, named; its public half is the same without `d`. */
export async function makeKey(name: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  return { ...(await exportJWK(privateKey)), kid: name, alg: ALGORITHM };
}

/** What others verify by. */
export function trustedKeys(keys: readonly JWK[]): JSONWebKeySet {
  return { keys: keys.map(({ d: _, ...publicHalf }) => publicHalf) };
}

/** The key as it signs. */
export async function signingKey(key: JWK): Promise<SigningKey> {
  const privateKey = await importJWK(key, ALGORITHM);
  if (privateKey instanceof Uint8Array || privateKey.type !== 'private' || !key.kid)
    throw new Error('A signing key is a private Ed25519 key in JSON with a kid.');
  return { name: key.kid, privateKey };
}
