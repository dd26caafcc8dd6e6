import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Daycare } from '../../domain/daycares/daycare.ts';
import { readText } from '../../domain/searching/read-text.ts';
import { daycares } from '../tables/daycare-tables.ts';
import { daycareSearch } from './search-table.ts';

type Query = SelectQueryBuilder<Daycare>;

/** A daycare that a text finds, and how well it does: 0 is the best. */
export interface Found {
  readonly daycare: Daycare;
  readonly rank: number;
}

/** The place of a found daycare in the list. */
export type FoundKey = readonly [rank: number, number: string];

const RANK = 'found_rank';

/** Leaves of the daycares, under the alias d, those in which every word of the text is found, and selects how well as found_rank. */
export function matchText(query: Query, text: string): Query {
  const words = readText(text);
  return query
    .innerJoin(daycareSearch.options.name, 's', 's.number = d.number')
    .andWhere(everyWord('words', 'word', words))
    .addSelect(rankOf(words), RANK)
    .setParameters(parametersOf(words));
}

/** The daycares that a text finds, best first and then by number, behind the one named, in one statement. */
export async function listByText(
  manager: EntityManager,
  restrict: (query: Query) => Query,
  text: string,
  { after, limit }: { readonly after: FoundKey | undefined; readonly limit: number },
): Promise<Found[]> {
  const matching = matchText(restrict(manager.createQueryBuilder(daycares, 'd')), text);
  if (after) {
    const rank = rankOf(readText(text));
    matching.andWhere(`(${rank} > :afterRank OR (${rank} = :afterRank AND d.number > :afterNumber))`, {
      afterRank: after[0],
      afterNumber: after[1],
    });
  }
  const { entities, raw } = await matching.orderBy(RANK).addOrderBy('d.number').limit(limit).getRawAndEntities();
  return entities.map((daycare, index) => ({ daycare, rank: Number(raw[index]?.[RANK]) }));
}

// Folded words are letters and figures only, and INSTR knows no wildcards, so nothing of a text is read as SQL or as a pattern.
const has = (column: 'name' | 'words', parameter: string) => `INSTR(s.${column}, :${parameter}) > 0`;

const everyWord = (column: 'name' | 'words', parameter: string, words: readonly string[]) =>
  words.map((_, index) => has(column, `${parameter}${index}`)).join(' AND ');

/** How well the text fits: its number, its name, the beginning of its name, words of it, parts of it, or only its address. */
const rankOf = (words: readonly string[]) =>
  `CASE WHEN ${has('words', 'soughtNumber')} THEN 0 WHEN ${has('name', 'wholeName')} THEN 1 WHEN ${has('name', 'nameBegins')} THEN 2 ` +
  `WHEN ${everyWord('name', 'wordBegins', words)} THEN 3 WHEN ${everyWord('name', 'word', words)} THEN 4 ELSE 5 END`;

function parametersOf(words: readonly string[]): Record<string, string> {
  const phrase = words.join(' ');
  return {
    soughtNumber: ` #${words.join('')} `,
    wholeName: `| ${phrase} |`,
    nameBegins: `| ${phrase}`,
    ...Object.fromEntries(
      words.flatMap((word, index) => [
        [`word${index}`, word],
        [`wordBegins${index}`, ` ${word}`],
      ]),
    ),
  };
}
