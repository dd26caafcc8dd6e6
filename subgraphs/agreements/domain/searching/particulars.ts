import { fold } from './folded-words.ts';

/** What is kept of a daycare beside what deciding depends on: what it is found by, and the company numbers of it and its municipality. */
export interface Particulars {
  readonly number: string;
  readonly words: string;
  readonly companyNumber: string | null;
  readonly municipalityCompanyNumber: string | null;
}

export const wordsWidth = 1000;

/** The words that a daycare is found by, its numbers first, so that none of these is cut off. */
export function wordsOf(numbers: readonly string[], texts: readonly (string | null | undefined)[]): string {
  const words = texts.flatMap((text) => fold(text ?? '').split(' '));
  return [...new Set([...numbers.map((number) => fold(number)), ...words])].filter(Boolean).join(' ').slice(0, wordsWidth);
}
