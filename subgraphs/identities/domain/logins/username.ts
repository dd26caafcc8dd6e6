import { holdsNationalNumber } from '#shared/national-number.ts';
import { type Refusal, refusal } from '#shared/refusal.ts';
import { nationalNumberIn } from '../people/national-number.ts';
import { UNI_ID_ALPHABET, UNI_ID_LENGTH } from '../people/uni-id.ts';

/** What a username is drawn from: four letters and four digits (I24), without those taken for one another. */
export const usernameParts = [
  { from: 'abcdefghjkmnpqrstuvwxyz', times: 4 },
  { from: '23456789', times: 4 },
] as const;

/** A username that was given; it stays taken for good, also when its person is gone. */
export interface Username {
  readonly name: string;
  readonly uniId: string;
  readonly at: number;
}

const shape = /^[a-z][a-z0-9._-]{3,39}$/;
const uniId = new RegExp(`^[${UNI_ID_ALPHABET}]{${UNI_ID_LENGTH}}$`, 'i');

/** The username somebody wishes for, in small letters, or why it cannot be one. Old ones are not all of one shape, so little is asked (I24). */
export function usernameFrom(wish: string): string | Refusal {
  const name = wish.trim().toLowerCase();
  const wrong = (because: string) => refusal('INVALID_INPUT', because, { rule: 'I24', facts: { argument: 'username' } });
  if (!shape.test(name))
    return wrong('A username is 4 to 40 of the letters a to z, digits, dot, dash and underscore, and begins with a letter.');
  if (nationalNumberIn(name) || holdsNationalNumber(name)) return wrong('A username holds no national number.');
  return uniId.test(name) ? wrong('A username does not look like a UniID (I25).') : name;
}
