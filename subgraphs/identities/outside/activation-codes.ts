import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { SECRET_LENGTH, SELECTOR_LENGTH } from '../domain/logins/activation.ts';
import type { CodeMaker } from '../domain/logins/activation-store.ts';
import { UNI_ID_ALPHABET } from '../domain/people/uni-id.ts';

const KEY_BYTES = 32;
const SALT_BYTES = 16;
/** 16 MB and some 40 ms a try: plenty for sixty bits drawn by chance. */
const COST = { N: 2 ** 14, r: 8, p: 1, maxmem: 32 * 1024 * 1024 };

const drawn = (length: number): string => Array.from({ length }, () => UNI_ID_ALPHABET[randomInt(UNI_ID_ALPHABET.length)]).join('');

/** Codes as they fall, known by scrypt. */
export const activationCodes: CodeMaker = {
  draw: () => ({ selector: drawn(SELECTOR_LENGTH), secret: drawn(SECRET_LENGTH) }),
  hash: async (secret) => {
    const salt = randomBytes(SALT_BYTES);
    return `${salt.toString('base64')}.${(await slowly(secret, salt)).toString('base64')}`;
  },
  matches: async (secret, hash) => {
    const [salt = '', key = ''] = (hash ?? '').split('.');
    const known = Buffer.from(key, 'base64');
    const tried = await slowly(secret, hash ? Buffer.from(salt, 'base64') : randomBytes(SALT_BYTES));
    return known.length === KEY_BYTES && timingSafeEqual(tried, known);
  },
};

const slowly = (secret: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => scrypt(secret, salt, KEY_BYTES, COST, (fault, key) => (fault ? reject(fault) : resolve(key))));
