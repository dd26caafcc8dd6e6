import { holdsNationalNumber } from '#shared/national-number.ts';
import { nationalNumberIn } from '../people/national-number.ts';
import type { Fault } from '../importing/import-notice.ts';

const encoder = new TextEncoder();

/** Whether a text keeps within so many UTF-8 bytes; the format counts bytes, so Æ counts two (hard case 14). */
export const fits = (text: string, most: number): boolean => encoder.encode(text).length <= most;

/** A text without space around it, letters and their marks in one (NFC); nothing where it is empty. */
export const textOf = (told: string | null | undefined): string | null => told?.trim().normalize('NFC') || null;

/** The texts of a list that say anything. */
export const textsOf = (told: readonly (string | null | undefined)[] | null | undefined): string[] =>
  (told ?? []).map(textOf).filter((text) => text !== null);

/** Whether the text is a day of the calendar. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;
}

export interface Width {
  readonly field: string;
  readonly text: string | null | undefined;
  readonly most: number;
  readonly drops: Fault['drops'];
}

/** A fault for each text that is too long. */
export function tooLong(widths: readonly Width[]): Fault[] {
  return widths
    .filter(({ text, most }) => text && !fits(textOf(text) ?? '', most))
    .map(({ field, drops }) => ({ code: 'TOO_LONG', field, drops }));
}

/** Whether a key or label comes down to a national number, or has one in it. */
export const tellsANumber = (text: string): boolean => nationalNumberIn(text) !== undefined || holdsNationalNumber(text);

/** A fault for each key or label that is too long, or a national number: these are shown, searched by and logged. */
export function unfitKeys(keys: readonly Width[]): Fault[] {
  return [
    ...tooLong(keys),
    ...keys
      .filter(({ text }) => text && tellsANumber(text))
      .map(({ field, drops }) => ({ code: 'TEXT_IS_NATIONAL_NUMBER' as const, field, drops })),
  ];
}

/** A fault for each text that is too long, or has a national number in it: only the vault keeps these. */
export function unfitTexts(texts: readonly Width[]): Fault[] {
  return [
    ...tooLong(texts),
    ...texts
      .filter(({ text }) => text && holdsNationalNumber(text))
      .map(({ field, drops }) => ({ code: 'TEXT_IS_NATIONAL_NUMBER' as const, field, drops })),
  ];
}
