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
/** A key that was drawn by chance is no number of a person, though the digits of one in a hundred thousand look like it. */
export const isUuid = (text: string): boolean => uuid.test(text.trim());

const dates = /(?<!\d)(?:\d{1,2}[./-] ?\d{1,2}[./-] ?(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)(?!\d)/g;
const tenDigits = /(?<!\p{Nd})(?=(\p{Nd}(?:[\s\u2010-\u2015./-]*\p{Nd}){9})(?!\p{Nd}))/gu;

/**
 * Whether a text has a national number anywhere in it, with or without dash: ten digits that are no part of a longer row, nor of
 * two days written after one another.
 */
export function holdsNationalNumber(text: string): boolean {
  if (text.length < 10 || isUuid(text)) return false;
  const told = text.normalize('NFKC').replaceAll(dates, '|');
  return [...told.matchAll(tenDigits)].some(([, found]) => nationalNumberOf(digitsIn(found ?? '')) !== undefined);
}
