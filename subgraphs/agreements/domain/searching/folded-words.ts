import { refuse } from '#shared/refusal.ts';

const LONGEST_TEXT = 200;
const MOST_WORDS = 10;
const letters: Readonly<Record<string, string>> = { å: 'a', ä: 'a', æ: 'a', ø: 'o', ö: 'o', ß: 's', ð: 'd', þ: 't', ł: 'l' };

/**
 * A text as names are compared: lower case, accents off, all but letters and figures a space, and the letters of the Danish alphabet the
 * same however they are written: København, Koebenhavn and Kobenhavn; Århus, Aarhus and Arhus.
 */
export function fold(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[åäæøößðþł]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .normalize('NFC')
    .replaceAll(/aa|ae|oe|ss/g, (pair) => pair.charAt(0))
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The words that a text asks for, folded; refused where there are none, or more than anyone would look for. */
export function readWords(text: string): readonly string[] {
  const words = [...text].length > LONGEST_TEXT ? [] : fold(text).split(' ').filter(Boolean);
  if (words.length < 1 || words.length > MOST_WORDS)
    refuse(
      'INVALID_INPUT',
      `The text searched for has 1 to ${MOST_WORDS} words of letters and figures, in at most ${LONGEST_TEXT} characters.`,
      {
        facts: { field: 'text', limit: LONGEST_TEXT },
      },
    );
  return words;
}
