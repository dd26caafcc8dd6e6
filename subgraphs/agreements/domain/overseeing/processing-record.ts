import type { Access, AccessState } from '../accesses/access.ts';
import type { KnownDaycare } from '../known-daycare.ts';
import type { RequestRow } from '../requests/request.ts';
import type { Particulars } from '../searching/particulars.ts';
import type { DataCategory } from '../systems/service.ts';

/** One processing of a daycare's users by a system, as it stands in a controller's record (GDPR art. 30). */
export interface ProcessingRecord extends Access {
  readonly request: RequestRow;
  readonly particulars?: Particulars | null;
  /** When the access ended; null while it has not. */
  readonly endedAt: number | null;
}

/** Whose record it is: all that a municipality's own, self-owned and outsourced daycares have granted, or one daycare with its locations. */
export type RecordPlace = { readonly municipality: string } | { readonly daycare: string };

const hasEnded: Readonly<Record<AccessState, boolean>> = {
  ACTIVE: false,
  SUSPENDED: false,
  REVOKED: true,
  ENDED: true,
  LAPSED: true,
  CLOSED_BY_AGENCY: true,
};

/** Whether an access is over for good. */
export const isOver = ({ state }: Pick<Access, 'state'>): boolean => hasEnded[state];

/** Who is responsible for the processing now: the municipality for its own daycares, every other daycare for itself (N16). */
export function controllerOf({ daycare, particulars }: Pick<ProcessingRecord, 'daycare' | 'particulars'>): {
  name: string;
  companyNumber: string | null;
} {
  return isMunicipal(daycare)
    ? { name: `${daycare.municipalityName} Kommune`, companyNumber: particulars?.municipalityCompanyNumber ?? null }
    : { name: daycare.name, companyNumber: particulars?.companyNumber ?? null };
}

const isMunicipal = ({ ownership }: KnownDaycare) => ownership === 'MUNICIPAL';

const categoryWords: Readonly<Record<DataCategory, string>> = {
  IDENTITY: 'name and UniID',
  ROLE: 'role at the daycare',
  GROUPS: 'groups and rooms',
  LOCAL_ID: 'id in the sending system',
  EMAIL: 'e-mail address',
  PHONE: 'telephone numbers',
  BIRTH_DATE_GENDER: 'date of birth and gender',
  ADDRESS: 'postal address',
  CONTACT_PERSONS: 'who belongs to a child, and custody',
  NATIONAL_NUMBER: 'national number (CPR)',
  PROTECTED_NAME: 'real name of persons with protected name and address',
};

/** Categories of data in words. */
export const dataInWords = ({ categories }: Pick<Access, 'categories'>): string[] => categories.map((category) => categoryWords[category]);

/** Categories of persons: contact persons where they are sent, shown, or may be looked up. */
export function personsInWords({ direction, service, categories }: Pick<Access, 'direction' | 'service' | 'categories'>): string[] {
  const withContacts = direction === 'SEND' || service === 'identification' || categories.includes('CONTACT_PERSONS');
  return ['children', ...(withContacts ? ['contact persons'] : []), 'staff'];
}

/** The law that the processing rests on, as a controller would begin; what its own lawyers say takes its place. */
export const legalBasisOf = ({ categories }: Pick<Access, 'categories'>): string =>
  [
    'GDPR art. 6(1)(e): running the daycare under the Daycare Act (dagtilbudsloven)',
    ...(categories.includes('NATIONAL_NUMBER') ? ['Data Protection Act s. 11: the national number'] : []),
  ].join('; ');

/** Who gets the data beside the processor. */
export const recipientsOf = ({ direction }: Pick<Access, 'direction'>): string =>
  direction === 'SEND'
    ? 'The national identity service (the agency, as processor), and systems with an access to fetch from this daycare'
    : 'Nobody beside the processor';

/** For how long. */
export const retentionOf = ({ direction }: Pick<Access, 'direction'>): string =>
  direction === 'SEND'
    ? 'While the person is named by the daycare; 30 days after the access ends; 12 months after the last document at the latest'
    : 'At the processor as the data processing agreement says; nothing is fetched once the access has ended';
