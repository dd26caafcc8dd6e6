import { holdsNationalNumber } from '#shared/national-number.ts';
import { refuse } from '#shared/refusal.ts';

const SHORTEST = 5;
const LONGEST = 500;

/** A purpose or reason as it is kept: never empty, and never with a national number in it, for it stands in the log in clear. */
export function statedReason(given: string, argument: string): string {
  const told = given.trim();
  if (told.length < SHORTEST || told.length > LONGEST)
    refuse('INVALID_INPUT', `Say in ${SHORTEST} to ${LONGEST} characters what it is for.`, { rule: 'N20', facts: { argument } });
  if (holdsNationalNumber(told))
    refuse('INVALID_INPUT', 'What it is for is kept in clear, so it holds no number of a person.', { rule: 'N20', facts: { argument } });
  return told;
}
