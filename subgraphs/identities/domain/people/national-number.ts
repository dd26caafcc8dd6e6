import type { NationalNumberKind } from './affiliation.ts';

/**
 * The ten digits of a national number, written with or without dash and spaces; undefined where it is none (I11). A pseudo
 * number has its day raised by 60 (I18). Modulus 11 is never asked: real numbers break it.
 */
export function nationalNumberOf(written: string): string | undefined {
  const digits = written.replaceAll(/[\s\u2010-\u2015-]/g, '');
  if (!/^\d{10}$/.test(digits)) return undefined;
  const day = Number(digits.slice(0, 2)) % 60;
  const month = Number(digits.slice(2, 4));
  const isDay = Number(digits.slice(0, 2)) <= 91 && day >= 1 && day <= 31;
  return isDay && month >= 1 && month <= 12 ? digits : undefined;
}

/** Every decimal digit of a text, of whatever script, as 0 to 9. */
export const digitsIn = (text: string): string =>
  [...text.normalize('NFKC').matchAll(/\p{Nd}/gu)].map(([digit]) => digitOf(digit)).join('');

/** The digits of every script stand ten in a row, from its zero. */
function digitOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return value;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The national number that a text which should be none comes down to: its digits alone, whatever stands between and around
 * them. A UUID is none, though the digits of one in a hundred thousand look like it.
 */
export const nationalNumberIn = (text: string): string | undefined =>
  uuid.test(text.trim()) ? undefined : nationalNumberOf(digitsIn(text));

const kinds: Readonly<Record<string, NationalNumberKind>> = {
  VERIFIED: 'VERIFIED',
  UNVERIFIED: 'UNVERIFIED',
  REPLACEMENT: 'REPLACEMENT',
  UNKNOWN: 'UNKNOWN',
  CPR_VERIFIED: 'VERIFIED',
  CPR_UNVERIFIED: 'UNVERIFIED',
  CPR_REPLACEMENT_ID: 'REPLACEMENT',
  CPR_UNKNOWN_TYPE: 'UNKNOWN',
};

/** Whether a text is one of the kinds, in the format's words or ours (I19). */
export const isNationalNumberKind = (told: string): boolean => Object.hasOwn(kinds, told.trim().toUpperCase());

/** Which kind of number it is (I19): as told, else by its day. Nobody without a number has one. */
export function nationalNumberKindOf(number: string | null, told: string | null | undefined): NationalNumberKind {
  if (!number) return 'UNKNOWN';
  return kinds[told?.trim().toUpperCase() ?? ''] ?? (Number(number.slice(0, 2)) > 60 ? 'REPLACEMENT' : 'UNVERIFIED');
}

/** Whether a text has a national number anywhere in it, with or without dash. */
export const holdsNationalNumber = (text: string): boolean =>
  [...text.normalize('NFKC').matchAll(/(?=((?:\p{Nd}[\s\u2010-\u2015.-]*){10}))/gu)].some(
    ([, found]) => nationalNumberOf(digitsIn(found ?? '')) !== undefined,
  );
