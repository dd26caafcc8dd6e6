import { EntitySchema } from 'typeorm';
import { key, text } from '#shared/columns.ts';

/** What a daycare is found by; written with the daycare, and never read but to find it. */
export interface DaycareSearch {
  readonly number: string;
  /** The name in each folding, from bar to bar: `| boernehuset | bornehuset |`. */
  readonly name: string;
  /** Its numbers, each behind a hash, and every word of name and address in each folding: ` #g12345 boernehuset #a12345 bornehuset `. */
  readonly words: string;
}

export const nameWidth = 800;
export const wordsWidth = 1500;

export const daycareSearch = new EntitySchema<DaycareSearch>({
  name: 'daycare_search',
  columns: { number: key(text(6)), name: text(nameWidth), words: text(wordsWidth) },
});
