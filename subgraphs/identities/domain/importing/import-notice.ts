/** The rule, what is wrong and what helps, for each stable code (4.4). No sentence holds a value. */
export const noticeCodes = {
  NAME_MISSING: { message: 'The person has no first or family name.', remedy: 'Give both names in the source system.' },
  NATIONAL_NUMBER_MALFORMED: {
    message: 'The national number is not ten digits that begin with a day and a month (I11, I18).',
    remedy: 'Correct the number in the source system, or leave it out where the person has none.',
  },
  NATIONAL_NUMBER_CHANGED: {
    message: 'The national number was not expected for this local person id (I10).',
    remedy: 'If the person has a new number, have it moved to the person here; if the local id was used for somebody else, give a new one.',
  },
  NATIONAL_NUMBER_UNCONFIRMED: {
    message: 'The person was known by this local person id without a national number, so the number waits to be confirmed (I10, I20).',
    remedy:
      'Have the number put to the person here; the rest of the line was taken in. If the id was used for somebody else, give a new one.',
  },
  PROTECTED_WITHOUT_ALIAS: {
    message: 'The person is protected and has no alias, so nothing can be shown of them (I9).',
    remedy: 'Give an alias in the source system.',
  },
  PROTECTION_UNTOLD: {
    message: 'It is not said whether the name and address of the person are protected.',
    remedy: 'Say it, true or false, in the attribute or field `protected`.',
  },
  NATIONAL_NUMBER_KIND_UNKNOWN: {
    message: 'The kind of national number is not one of the format (I19).',
    remedy: 'Give VERIFIED, UNVERIFIED, REPLACEMENT or UNKNOWN, or leave it out.',
  },
  LOCAL_ID_MISSING: { message: 'The person has no local person id.', remedy: 'Send the id that the source system knows the person by.' },
  LOCAL_ID_TWICE: { message: 'The local person id stands on an earlier line of the document.', remedy: 'Send each person once.' },
  LOCAL_ID_IS_NATIONAL_NUMBER: {
    message: 'The local person id is a national number.',
    remedy: 'Send an id that tells nothing of the person.',
  },
  TEXT_IS_NATIONAL_NUMBER: {
    message: 'A text is a national number, or has one in it.',
    remedy: 'Send the number as the national number of the person, and nowhere else.',
  },
  PERSON_TWICE: {
    message: 'The same person stands in the same role on an earlier line of the document.',
    remedy: 'Send each person once in each role.',
  },
  ROLE_MISSING_OR_TWICE: {
    message: 'The line is not exactly one of child, employee and external.',
    remedy: 'Give exactly one of the three.',
  },
  POSITION_UNKNOWN: {
    message: 'The position, Role in the document of today, is not one of the format.',
    remedy: 'Give one of the positions that the format has for children, employees or externals.',
  },
  LEVEL_UNKNOWN: { message: 'The level is not one of the format.', remedy: 'Give DT for a daycare, or leave it out.' },
  MAIN_GROUP_WRONG_TYPE: {
    message: 'The main group is not of type Hovedgruppe (I15).',
    remedy: 'Name a group of type Hovedgruppe as the main group, or change the type of the group.',
  },
  GROUP_MALFORMED: {
    message: 'The group has no id, an id that was given before, or a type that is none.',
    remedy: 'Give each group one id, and a type of the format.',
  },
  UNKNOWN_RELATION: {
    message: 'The relation of the contact is not one of the format.',
    remedy: 'Give Mor, Far, Andet or Officielt tilknyttet person.',
  },
  ACCESS_LEVEL_UNKNOWN: {
    message: 'The access level of the contact is not 0, 1 or 2.',
    remedy: 'Give 0 for none, 1 for basic, 2 for full.',
  },
  CUSTODY_UNTOLD: {
    message: 'It is not said whether the contact has custody.',
    remedy: 'Say it, true or false, in `childCustody` or `hasCustody`.',
  },
  CONTACT_IS_THE_CHILD: {
    message: 'The contact is the child itself.',
    remedy: 'Send who is to be reached; the number or local id of the child was given for the contact.',
  },
  CONTACT_UNIDENTIFIED: {
    message: 'The contact has neither a national number nor a local person id.',
    remedy: 'Give one of them in the source system.',
  },
  TOO_LONG: {
    message: 'A text is longer than the format allows; lengths count UTF-8 bytes.',
    remedy: 'Shorten the text in the source system.',
  },
  DATE_MALFORMED: { message: 'The date is not a day as 2026-11-23.', remedy: 'Correct the date in the source system.' },
  DATE_IN_FUTURE: { message: 'The day of birth lies after the document was made.', remedy: 'Correct the date in the source system.' },
  GENDER_UNKNOWN: { message: 'The gender is neither M nor K.', remedy: 'Give M or K, or leave it out.' },
  MUNICIPALITY_CODE_MALFORMED: {
    message: 'The municipality code of the address is not four digits.',
    remedy: 'Correct the code in the source system.',
  },
  ENDED_UNKNOWN: {
    message: "A local person id that shall end is nobody's here.",
    remedy: 'Leave it out, or send the whole picture of the daycare.',
  },
  LINE_EMPTY: { message: 'The line holds no person.', remedy: 'Leave the line out, or send the person.' },
} as const satisfies Record<string, { readonly message: string; readonly remedy: string }>;
export type NoticeCode = keyof typeof noticeCodes;

/** Whether the line was left out, or only the field. */
export type NoticeSeverity = 'ERROR' | 'WARNING';

/** Something of a document that was not taken in, by the sender's own id of the person; never a national number. */
export interface ImportNotice {
  readonly code: NoticeCode;
  readonly severity: NoticeSeverity;
  readonly localPersonId: string | null;
  readonly field: string | null;
}

/** What a rule finds on a line: the field that is wrong, and whether the whole line falls with it. */
export interface Fault {
  readonly code: NoticeCode;
  readonly field: string;
  readonly drops: 'line' | 'field';
}

/** The notice of a fault on one person's line; the prefix says where on the line. */
export function noticeOf({ code, field, drops }: Fault, localPersonId: string | null, prefix = ''): ImportNotice {
  return { code, severity: drops === 'line' ? 'ERROR' : 'WARNING', localPersonId, field: `${prefix}${field}` };
}
