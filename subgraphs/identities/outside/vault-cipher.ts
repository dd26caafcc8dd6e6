import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { KeyedHash, NumberCipher } from '../domain/people/number-cipher.ts';

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
export const KEY_BYTES = 32;

/** One version of the vault's keys: one seals the numbers, one hashes them for matching. */
export interface VaultKey {
  readonly cipher: Buffer;
  readonly hash: Buffer;
}

/** The vault's keys. New values are written under the current version; the others match and open while a rotation runs. */
export interface VaultKeys {
  readonly current: number;
  readonly versions: Readonly<Record<number, VaultKey>>;
}

/** The vault's keys at work: AES-256-GCM bound to the person, and HMAC-SHA-256 with a key outside the database. */
export function vaultCipher({ current, versions }: VaultKeys): NumberCipher {
  const keyOf = (version: number): VaultKey => {
    const found = versions[version];
    if (!found || found.cipher.length !== KEY_BYTES || found.hash.length !== KEY_BYTES)
      throw new Error(`Version ${version} of the vault's keys is not two keys of ${KEY_BYTES} bytes.`);
    return found;
  };
  const known = [
    current,
    ...Object.keys(versions)
      .map(Number)
      .filter((version) => version !== current),
  ].map((version) => [version, keyOf(version)] as const);
  const hashed = (what: string, text: string): KeyedHash[] =>
    known.map(([keyVersion, { hash }]) => ({ keyVersion, hash: createHmac('sha256', hash).update(`${what}:${text}`).digest('hex') }));
  return {
    hashes: (number) => hashed('number', number),
    digests: (document) => hashed('document', document),
    seal: (uniId, number) => ({ keyVersion: current, value: seal(keyOf(current).cipher, uniId, number) }),
    open: (uniId, { keyVersion, value }) => open(keyOf(keyVersion).cipher, uniId, value),
  };
}

function seal(key: Buffer, uniId: string, number: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, iv).setAAD(Buffer.from(uniId));
  const sealed = Buffer.concat([cipher.update(number, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64');
}

function open(key: Buffer, uniId: string, value: string): string {
  const bytes = Buffer.from(value, 'base64');
  const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(uniId))
    .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
}
