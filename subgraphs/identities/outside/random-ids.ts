import { randomBytes, randomInt } from 'node:crypto';
import { UNI_ID_ALPHABET, UNI_ID_LENGTH } from '../domain/people/uni-id.ts';
import { usernameParts } from '../domain/logins/username.ts';

/** A UniID as it falls; whoever takes it sees to it that it was never anybody's. */
export function drawUniId(): string {
  return Array.from({ length: UNI_ID_LENGTH }, () => UNI_ID_ALPHABET[randomInt(UNI_ID_ALPHABET.length)]).join('');
}

let last = { at: 0, count: 0 };

/** An id that nobody guesses and that sorts by when it was made, within this process and nearly so across them. */
export function newId(): string {
  const at = Math.max(Date.now(), last.at);
  last = { at, count: at === last.at ? last.count + 1 : 0 };
  return `${at.toString(36).padStart(9, '0')}${last.count.toString(36).padStart(4, '0')}${randomBytes(6).toString('hex')}`;
}

/** A username as it falls; whoever takes it sees to it that it was never anybody's. */
export const drawUsername = (): string =>
  usernameParts.map(({ from, times }) => Array.from({ length: times }, () => from[randomInt(from.length)]).join('')).join('');
