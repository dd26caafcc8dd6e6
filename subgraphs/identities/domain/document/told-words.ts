import type { Fault } from '../importing/import-notice.ts';
import { fits, tellsANumber, textOf } from './text-rules.ts';

/** The words of the format that are kept as they are told (4.2). */
export const positionsOf: Readonly<Record<'child' | 'employee' | 'external', readonly string[]>> = {
  child: ['Barn', 'Elev', 'Studerende'],
  employee: ['Lærer', 'Pædagog', 'Vikar', 'Leder', 'Ledelse', 'TAP', 'Konsulent'],
  external: ['Praktikant', 'Ekstern'],
};
/** DT is daycare; the rest are of schools. */
export const levels: readonly string[] = [
  'DT',
  ...Array.from({ length: 11 }, (_, year) => String(year)),
  'U1',
  'U2',
  'U3',
  'U4',
  'VU',
  'Andet',
];

interface Word {
  readonly field: string;
  readonly text: string | null | undefined;
}

/** A fault for each position that the format does not have; what is too long or a national number is told as such. */
export const unknownPositions = (told: readonly Word[], known: readonly string[]): Fault[] => unknown(told, known, 'POSITION_UNKNOWN', 60);

/** A fault for each level that the format does not have. */
export const unknownLevels = (told: readonly Word[]): Fault[] => unknown(told, levels, 'LEVEL_UNKNOWN', 10);

function unknown(told: readonly Word[], known: readonly string[], code: 'POSITION_UNKNOWN' | 'LEVEL_UNKNOWN', most: number): Fault[] {
  const strange = told.filter(({ text }) => {
    const word = textOf(text);
    return word && !known.includes(word) && fits(word, most) && !tellsANumber(word);
  });
  return strange.map(({ field }) => ({ code, field, drops: 'field' }));
}
