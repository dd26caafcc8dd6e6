import type { DaycareFacts } from './daycare.ts';

/** One field's change, in the words of the feed and the history. */
export interface FieldChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The facts in the order they are told; those of one group change together, as an address does. */
export const factGroups = [
  ['name'],
  ['status'],
  ['municipality'],
  ['ownership'],
  ['legalBasis'],
  ['institution'],
  ['unit'],
  ['type'],
  ['street', 'houseNumber', 'postalCode', 'town', 'supplementaryTown', 'municipalityCode', 'latitude', 'longitude', 'addressId'],
  ['email'],
  ['phone'],
  ['companyNumber'],
  ['productionUnitNumber'],
] as const satisfies readonly (readonly (keyof DaycareFacts)[])[];

const fields: readonly (keyof DaycareFacts)[] = factGroups.flat();

/** What differs, field by field; everything where there was nothing before. */
export function fieldChanges(before: DaycareFacts | null, after: DaycareFacts): FieldChange[] {
  return fields
    .map((field) => ({ field, before: inWords(before?.[field]), after: inWords(after[field]) }))
    .filter((change) => change.before !== change.after);
}

const inWords = (value: string | number | null | undefined) => (value === null || value === undefined ? null : String(value));
