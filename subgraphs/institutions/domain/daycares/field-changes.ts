import type { DaycareFacts } from './daycare.ts';

/** One field's change, in the words of the feed and the history. */
export interface FieldChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

const compared = [
  'name',
  'status',
  'municipality',
  'ownership',
  'legalBasis',
  'institution',
  'unit',
  'type',
  'street',
  'houseNumber',
  'postalCode',
  'town',
  'supplementaryTown',
  'municipalityCode',
  'latitude',
  'longitude',
  'addressId',
  'email',
  'phone',
  'companyNumber',
  'productionUnitNumber',
] as const satisfies readonly (keyof DaycareFacts)[];

/** What differs, field by field; everything where there was nothing before. */
export function fieldChanges(before: DaycareFacts | null, after: DaycareFacts): FieldChange[] {
  return compared
    .map((field) => ({ field, before: inWords(before?.[field]), after: inWords(after[field]) }))
    .filter((change) => change.before !== change.after);
}

const inWords = (value: string | number | null | undefined) => (value === null || value === undefined ? null : String(value));
