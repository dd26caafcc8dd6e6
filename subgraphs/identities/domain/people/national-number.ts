import { digitsIn, isUuid, nationalNumberOf } from '#shared/national-number.ts';
import type { NationalNumberKind } from './affiliation.ts';

/**
 * The national number that a text which should be none comes down to: its digits alone, whatever stands between and around
 * them. A UUID is none, though the digits of one in a hundred thousand look like it.
 */
export const nationalNumberIn = (text: string): string | undefined => (isUuid(text) ? undefined : nationalNumberOf(digitsIn(text)));

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
