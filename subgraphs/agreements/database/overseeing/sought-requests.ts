import { Brackets, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import type { SoughtWord } from '../../domain/searching/sought.ts';

/** SQL that holds where the words of a daycare have one in them: INSTR knows no wildcards, so nothing of a text is read as a pattern. */
export const hasWord = (words: string, parameter: string): string => `INSTR(${words}, :${parameter}) > 0`;

/** Limits requests to those of which every word is found: in their daycare, their supplier or their system. */
export function soughtBy<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  sought: readonly SoughtWord[],
): SelectQueryBuilder<Row> {
  for (const [index, { word, suppliers, systems }] of sought.entries()) {
    const name = `word${index}`;
    const found = `SELECT p${index}.number FROM daycare_particulars p${index} WHERE ${hasWord(`p${index}.words`, name)}`;
    query.andWhere(
      new Brackets((any) => {
        any.where(`${query.alias}.daycareNumber IN (${found})`, { [name]: word });
        if (suppliers.length > 0) any.orWhere(`${query.alias}.supplier IN (:...suppliers${index})`, { [`suppliers${index}`]: suppliers });
        if (systems.length > 0) any.orWhere(`${query.alias}.system IN (:...systems${index})`, { [`systems${index}`]: systems });
      }),
    );
  }
  return query;
}
