import { refuse } from '#shared/refusal.ts';
import { foldText } from './fold-text.ts';

const LONGEST_TEXT = 200;
const MOST_WORDS = 10;

/** The words that a text asks for, folded; refused where there are none, or more than one would look for. */
export function readText(text: string): readonly string[] {
  if ([...text].length > LONGEST_TEXT)
    refuse('INVALID_INPUT', `The text searched for has at most ${LONGEST_TEXT} characters.`, {
      facts: { field: 'text', limit: LONGEST_TEXT },
    });
  const words = foldText(text).split(' ').filter(Boolean);
  if (words.length === 0) refuse('INVALID_INPUT', 'The text searched for has no letter and no figure.', { facts: { field: 'text' } });
  if (words.length > MOST_WORDS)
    refuse('INVALID_INPUT', `The text searched for has at most ${MOST_WORDS} words.`, { facts: { field: 'text', limit: MOST_WORDS } });
  return words;
}
