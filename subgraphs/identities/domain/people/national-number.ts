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

/** Which kind of number it is (I19): as told, else by its day. Nobody without a number has one. */
export function nationalNumberKindOf(number: string | null, told: string | null | undefined): NationalNumberKind {
  if (!number) return 'UNKNOWN';
  return kinds[told?.trim().toUpperCase() ?? ''] ?? (Number(number.slice(0, 2)) > 60 ? 'REPLACEMENT' : 'UNVERIFIED');
}
