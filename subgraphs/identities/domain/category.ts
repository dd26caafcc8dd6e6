/** What an access names: a group of fields that a reader may see (5.6). */
export const dataCategories = [
  'IDENTITY',
  'ROLE',
  'GROUPS',
  'LOCAL_ID',
  'EMAIL',
  'PHONE',
  'BIRTH_DATE_GENDER',
  'ADDRESS',
  'CONTACT_PERSONS',
  'NATIONAL_NUMBER',
  'PROTECTED_NAME',
] as const;
export type DataCategory = (typeof dataCategories)[number];
