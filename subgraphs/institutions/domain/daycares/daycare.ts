import type { Fact } from '#shared/refusal.ts';

export type DaycareLevel = 'INSTITUTION' | 'UNIT' | 'LOCATION';
export type LifecycleStatus = 'PLANNED' | 'ACTIVE' | 'CLOSED';
export type Ownership = 'MUNICIPAL' | 'SELF_OWNED' | 'PRIVATE' | 'OUTSOURCED';
export type DaycareType =
  | 'NURSERY'
  | 'KINDERGARTEN'
  | 'AGE_INTEGRATED'
  | 'CHILDMINDING'
  | 'KINDERGARTEN_FROM_TWO'
  | 'LEISURE_HOME'
  | 'CLUB'
  | 'SPECIAL';
export type LegalBasis =
  | 'DAYCARE_19_2'
  | 'DAYCARE_19_3'
  | 'DAYCARE_19_4'
  | 'DAYCARE_19_5'
  | 'DAYCARE_21_2'
  | 'DAYCARE_21_3'
  | 'DAYCARE_52'
  | 'DAYCARE_66'
  | 'DAYCARE_19_2_SCHOOL_24A'
  | 'SOCIAL_32'
  | 'SOCIAL_36';

/** Where a daycare lies; null for a cluster, which has no address of its own. */
export interface Address {
  readonly street: string | null;
  readonly houseNumber: string | null;
  readonly postalCode: string | null;
  readonly town: string | null;
  readonly supplementaryTown: string | null;
  readonly municipalityCode: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly addressId: string | null;
}

/** What the register says of a daycare, on whichever level; a unit and a location carry what they inherit from their cluster. */
export interface DaycareFacts extends Address {
  readonly name: string;
  readonly status: LifecycleStatus;
  readonly municipality: string;
  readonly ownership: Ownership;
  readonly legalBasis: LegalBasis | null;
  readonly institution: string | null;
  readonly unit: string | null;
  readonly type: DaycareType | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly companyNumber: string | null;
  readonly productionUnitNumber: string | null;
}

/** A daycare as it is now. */
export interface Daycare extends DaycareFacts {
  readonly number: string;
  readonly level: DaycareLevel;
  readonly version: number;
  readonly validFrom: number;
  readonly recordedAt: number;
}

/** A cluster has no address and no users. */
export const withoutAddress: Address = {
  street: null,
  houseNumber: null,
  postalCode: null,
  town: null,
  supplementaryTown: null,
  municipalityCode: null,
  latitude: null,
  longitude: null,
  addressId: null,
};

/** What units and locations have from their cluster, and a location from its unit. */
export function inherited(parent: DaycareFacts): Pick<DaycareFacts, 'municipality' | 'ownership' | 'legalBasis'> {
  const { municipality, ownership, legalBasis } = parent;
  return { municipality, ownership, legalBasis };
}

/** Whether users can be tied to it (I12). */
export function acceptsUsers({ level, status, companyNumber, productionUnitNumber }: Daycare): boolean {
  return level !== 'INSTITUTION' && status === 'ACTIVE' && companyNumber !== null && productionUnitNumber !== null;
}

/** The kind of a unit; every unit has one. */
export function typeOf({ number, type }: Daycare): DaycareType {
  if (!type) throw new Error(`${number} has no kind, so it is no unit.`);
  return type;
}

/** The official codes of the kinds (InstType3). */
export const typeCodes: Readonly<Record<DaycareType, number>> = {
  NURSERY: 6010,
  KINDERGARTEN: 6011,
  AGE_INTEGRATED: 6012,
  CHILDMINDING: 6013,
  KINDERGARTEN_FROM_TWO: 6014,
  LEISURE_HOME: 6020,
  CLUB: 6021,
  SPECIAL: 6022,
};

/** The official codes of the forms of ownership (ejerformKode). */
export const ownershipCodes: Readonly<Record<Ownership, number>> = { MUNICIPAL: 1, SELF_OWNED: 2, PRIVATE: 3, OUTSOURCED: 4 };

/** The official codes of the sections of law (lovgrundlagKode); they are not published, so there are none yet (Q1). */
export const legalBasisCodes: Readonly<Partial<Record<LegalBasis, number>>> = {};

/** The facts of a refusal that names daycares. */
export const numbersAsFacts = (daycares: readonly Pick<Daycare, 'number'>[]): Fact[] =>
  daycares.map(({ number }) => ({ name: 'number', value: number }));
