import type { Daycare } from '../../domain/daycares/daycare.ts';
import { foldingsOf, foldText, searchWords } from '../../domain/searching/fold-text.ts';
import { type DaycareSearch, nameWidth, wordsWidth } from './search-table.ts';

/** What of a daycare can be searched for. */
export type Searched = Pick<Daycare, 'number' | 'name' | 'street' | 'houseNumber' | 'postalCode' | 'town' | 'supplementaryTown'>;

/** What a daycare is found by. What does not fit is left out from the end: rarer foldings first, and never half a word. */
export function searchRowOf(daycare: Searched, legacyNumbers: readonly string[]): DaycareSearch {
  const { number, name, street, houseNumber, postalCode, town, supplementaryTown } = daycare;
  const { spelt, otherwise } = searchWords(
    [name, street, houseNumber?.replaceAll(' ', ''), postalCode, town, supplementaryTown].map((each) => each ?? ''),
  );
  const words = [numberMark(number), ...spelt, ...legacyNumbers.map(numberMark), ...otherwise];
  return {
    number,
    name: `|${whatFits(foldingsOf(name), ' ', ' |', nameWidth - 1)}`,
    words: ` ${whatFits(words, '', ' ', wordsWidth - 1)}`,
  };
}

/** A number as it is compared, G 12345 and g12345 being the same, behind a hash that tells it from a word. */
const numberMark = (number: string) => `#${foldText(number).replaceAll(' ', '')}`;

function whatFits(parts: readonly string[], before: string, after: string, width: number): string {
  let fitting = '';
  for (const part of parts) {
    const framed = `${before}${part}${after}`;
    if (fitting.length + framed.length <= width) fitting += framed;
  }
  return fitting;
}
