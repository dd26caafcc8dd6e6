import type { DataCategory } from '../category.ts';

/** Under which category each field of a tie goes out; what is not named here goes out to whoever may see the tie. */
export const categoryOf = {
  name: 'IDENTITY',
  person: 'IDENTITY',
  isProtected: 'IDENTITY',
  positions: 'ROLE',
  shortName: 'ROLE',
  occupation: 'ROLE',
  level: 'ROLE',
  localPersonId: 'LOCAL_ID',
  realName: 'PROTECTED_NAME',
  birthDate: 'BIRTH_DATE_GENDER',
  gender: 'BIRTH_DATE_GENDER',
  email: 'EMAIL',
  phones: 'PHONE',
  address: 'ADDRESS',
  nationalNumber: 'NATIONAL_NUMBER',
  nationalNumberKind: 'NATIONAL_NUMBER',
  mainGroup: 'GROUPS',
  groups: 'GROUPS',
  contacts: 'CONTACT_PERSONS',
  children: 'CONTACT_PERSONS',
} as const satisfies Record<string, DataCategory>;
export type CategorisedField = keyof typeof categoryOf;

/** Fields that are refused one by one; without identity and role there is no list at all. */
export const guardedFields = [
  'localPersonId',
  'realName',
  'birthDate',
  'gender',
  'email',
  'phones',
  'address',
  'nationalNumber',
  'nationalNumberKind',
  'mainGroup',
  'groups',
  'contacts',
  'children',
] as const satisfies readonly CategorisedField[];

/** What every list of persons needs. */
export const listCategories = ['IDENTITY', 'ROLE'] as const satisfies readonly DataCategory[];

/** Fields that stand under no category, of whose changes every reader of the tie is told. */
const openFields: readonly string[] = ['frozen'];

/** The fields of a change that go out under these categories. */
export function visibleFields(fields: readonly string[], categories: ReadonlySet<DataCategory>): string[] {
  const table: Readonly<Record<string, DataCategory>> = categoryOf;
  return fields.filter((field) => {
    const category = table[field];
    return openFields.includes(field) || (category && categories.has(category));
  });
}
