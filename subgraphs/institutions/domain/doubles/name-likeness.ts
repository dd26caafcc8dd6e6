import { editDistance } from './edit-distance.ts';
import type { NameWords } from './name-words.ts';

/** How alike two names are: the same, the same in what tells places apart, misspelt, a sister house by its number, or not. */
export type NameLikeness =
  | { readonly kind: 'SAME' | 'SAME_BUT_GENERIC' | 'SISTER' | 'UNLIKE' }
  | { readonly kind: 'MISSPELT'; readonly similarity: number };

export function nameLikeness(one: NameWords, other: NameWords): NameLikeness {
  if (one.whole === other.whole) return { kind: one.whole === '' ? 'UNLIKE' : 'SAME' };
  if (one.marks !== '' && other.marks !== '' && one.marks !== other.marks) return { kind: 'UNLIKE' };
  const similarity = similarityOf(one.telling, other.telling);
  if (similarity === 0) return { kind: 'UNLIKE' };
  if (one.marks !== other.marks) return { kind: 'SISTER' };
  return similarity === 1 ? { kind: 'SAME_BUT_GENERIC' } : { kind: 'MISSPELT', similarity };
}

/** From 0, not alike, to 1, the same; word by word, so that "syd" and "vest" are never taken for a slip of the pen. */
function similarityOf(one: readonly string[], other: readonly string[]): number {
  const [letters, others] = [one.join(''), other.join('')];
  if (letters === others) return letters === '' ? 0 : 1;
  if (one.length !== other.length) return 0;
  let slips = 0;
  for (const [index, word] of one.entries()) {
    const counterpart = other[index] ?? '';
    const most = mostSlips(word, counterpart);
    const distance = editDistance(word, counterpart, most);
    if (distance > most) return 0;
    slips += distance;
  }
  return 1 - slips / Math.max(letters.length, others.length);
}

/** How many letters of a word may differ. Short words differ by meaning, and the pen seldom slips on the first letter. */
function mostSlips(word: string, counterpart: string): number {
  const letters = Math.min(word.length, counterpart.length);
  if (letters < 6 || word[0] !== counterpart[0]) return 0;
  return letters < 9 ? 1 : 2;
}
