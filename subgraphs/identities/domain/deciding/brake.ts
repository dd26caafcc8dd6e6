/** Why a document waits: by which rule, how many ties it would end, and of how many that stand. */
export interface Hold {
  readonly rule: string;
  readonly ending: number;
  readonly held: number;
}

/** Until how much may end at once without anybody's say, from a day of the year on. */
interface Season {
  readonly name: string;
  readonly from: string;
  /** The largest part of a source's ties at a daycare that ends unheld. */
  readonly share: number;
  /** So few may always end. */
  readonly ties: number;
}

/**
 * The brake (P6, Q8), by the day in Denmark on which a document comes in. Around August a whole year of children leaves for school,
 * which is a third to half of a unit for the older ones; the row keeps that from stopping the country.
 */
// biome-ignore format: a table
export const seasons = [
  { name: 'the first half of the year', from: '01-01', share: 0.3, ties: 5 },
  { name: 'the August transition',      from: '07-15', share: 0.5, ties: 5 },
  { name: 'the autumn',                 from: '09-16', share: 0.3, ties: 5 },
] as const satisfies readonly Season[];

/** The row that holds on a day, as 2026-08-01. */
export const seasonOn = (day: string): Season => seasons.findLast(({ from }) => from <= day.slice(5)) ?? seasons[0];

/** Why so much may not end without somebody's say; nothing where it may. Both bounds must be passed. */
export function brakeOn({ ending, held }: Omit<Hold, 'rule'>, day: string): Hold | null {
  const { share, ties } = seasonOn(day);
  return ending > ties && ending > share * held ? { rule: 'P6', ending, held } : null;
}
