import type { DaycareLevel, DaycareType, Ownership } from '../domain/daycares/daycare.ts';

/** The levels, as the column dagtilbudsType names them. */
export const levelWords: Readonly<Record<DaycareLevel, string>> = {
  INSTITUTION: 'daginstitution',
  UNIT: 'anvisningsenhed',
  LOCATION: 'alternativ adresse',
};

/** The official codes of the forms of ownership (ejerformKode). */
export const ownershipCodes: Readonly<Record<Ownership, number>> = { MUNICIPAL: 1, SELF_OWNED: 2, PRIVATE: 3, OUTSOURCED: 4 };

export const ownershipTexts: Readonly<Record<Ownership, string>> = {
  MUNICIPAL: 'Kommunal',
  SELF_OWNED: 'Selvejende',
  PRIVATE: 'Privat',
  OUTSOURCED: 'Udliciteret',
};

export const typeTexts: Readonly<Record<DaycareType, string>> = {
  NURSERY: 'Vuggestue',
  KINDERGARTEN: 'Børnehave',
  AGE_INTEGRATED: 'Aldersintegreret institution',
  CHILDMINDING: 'Dagpleje',
  KINDERGARTEN_FROM_TWO: 'Børnehave',
  LEISURE_HOME: 'Fritidshjem',
  CLUB: 'Klubtilbud',
  SPECIAL: 'Særligt dagtilbud',
};

/** A table of codes the other way round. */
export function byCode<Value extends string>(codes: Readonly<Record<Value, string | number>>): Readonly<Record<string, Value>> {
  const values: Record<string, Value> = {};
  for (const value in codes) values[String(codes[value])] = value;
  return values;
}
