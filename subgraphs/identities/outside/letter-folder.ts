import { constants, createCipheriv, createPublicKey, type KeyObject, publicEncrypt, randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LetterTray, SealLetter } from '../domain/logins/activation-letter.ts';

const SMALLEST_KEY_BITS = 2048;
const encoded = (bytes: Buffer | string): string => Buffer.from(bytes).toString('base64url');
const header = encoded(JSON.stringify({ alg: 'RSA-OAEP-256', enc: 'A256GCM', cty: 'json' }));

/** Seals letters as JWE (RFC 7516) for the holder of a key: any library of the print service's opens them, and nobody else. */
export function letterSeal(publicKeyPem: string): SealLetter {
  const key = readKey(publicKeyPem);
  return (letter) => {
    const content = randomBytes(32);
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', content, iv).setAAD(Buffer.from(header));
    const sealed = Buffer.concat([cipher.update(JSON.stringify(letter), 'utf8'), cipher.final()]);
    const wrapped = publicEncrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }, content);
    return [header, encoded(wrapped), encoded(iv), encoded(sealed), encoded(cipher.getAuthTag())].join('.');
  };
}

function readKey(pem: string): KeyObject {
  const key = pem.includes('PRIVATE KEY') ? undefined : createPublicKey(pem);
  if (key?.asymmetricKeyType !== 'rsa' || (key.asymmetricKeyDetails?.modulusLength ?? 0) < SMALLEST_KEY_BITS)
    throw new Error(`Letters are sealed with the print service's public RSA key in PEM, of ${SMALLEST_KEY_BITS} bits or more.`);
  return key;
}

/** A folder from which the print service takes letters: each a file, whole from the moment it is there under its name. */
export function letterFolder(folder: string): LetterTray {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return {
    put: async ({ id, sealed }) => {
      const place = join(folder, `${id}.jwe`);
      await writeFile(`${place}.part`, sealed, { mode: 0o600 });
      await rename(`${place}.part`, place);
    },
  };
}
