type Told<Value> = Value | null | undefined;

/** The whole picture of one source at one daycare, as it is sent (I4). Below `persons` nothing is required: the action judges it. */
export interface ImportDocument {
  readonly daycare: string;
  readonly source: string;
  readonly sourceDateTime: number;
  readonly schoolYear?: Told<string>;
  readonly sourceVersion?: Told<string>;
  /** Given: changes against this run (P5), not the whole picture. */
  readonly baseRun?: Told<string>;
  /** Local ids of those who end; of changes only. */
  readonly ended?: Told<readonly string[]>;
  readonly groups?: Told<readonly GroupTold[]>;
  readonly persons: readonly Told<LineTold>[];
}

export interface GroupTold {
  readonly localId: string;
  readonly name?: Told<string>;
  readonly type: string;
  readonly level?: Told<string>;
  readonly line?: Told<string>;
  readonly from?: Told<string>;
  readonly to?: Told<string>;
}

export interface LineTold {
  readonly localPersonId?: Told<string>;
  readonly person?: Told<PersonTold>;
  readonly child?: Told<ChildTold>;
  readonly employee?: Told<EmployeeTold>;
  readonly external?: Told<ExternalTold>;
}

export interface PersonTold {
  readonly firstName?: Told<string>;
  readonly familyName?: Told<string>;
  readonly aliasFirstName?: Told<string>;
  readonly aliasFamilyName?: Told<string>;
  readonly protected?: Told<boolean>;
  readonly nationalNumber?: Told<string>;
  readonly nationalNumberKind?: Told<string>;
  readonly birthDate?: Told<string>;
  readonly gender?: Told<string>;
  readonly photoId?: Told<string>;
  readonly email?: Told<string>;
  readonly phones?: Told<readonly Told<PhoneTold>[]>;
  readonly address?: Told<AddressTold>;
}

export interface PhoneTold {
  readonly kind?: Told<string>;
  readonly number?: Told<string>;
  readonly protected?: Told<boolean>;
}

export interface AddressTold {
  readonly street?: Told<string>;
  readonly postalCode?: Told<string>;
  readonly town?: Told<string>;
  readonly countryCode?: Told<string>;
  readonly municipalityCode?: Told<string>;
}

export interface ChildTold {
  readonly mainGroup?: Told<string>;
  readonly groups?: Told<readonly Told<string>[]>;
  readonly level?: Told<string>;
  readonly studentNumber?: Told<string>;
  readonly location?: Told<string>;
  /** Where it is said at all: Barn where not. */
  readonly role?: Told<string>;
  readonly contacts?: Told<readonly Told<ContactTold>[]>;
}

export interface ContactTold {
  readonly localPersonId?: Told<string>;
  readonly relation?: Told<string>;
  readonly hasCustody?: Told<boolean>;
  readonly accessLevel?: Told<number>;
  readonly person?: Told<PersonTold>;
  readonly companyNumber?: Told<string>;
  readonly productionUnitNumber?: Told<string>;
}

export interface EmployeeTold {
  readonly positions?: Told<readonly Told<string>[]>;
  readonly shortName?: Told<string>;
  readonly occupation?: Told<string>;
  readonly location?: Told<string>;
  readonly groups?: Told<readonly Told<string>[]>;
}

export interface ExternalTold {
  readonly position?: Told<string>;
  readonly groups?: Told<readonly Told<string>[]>;
}

/**
 * The document as one text that does not depend on the order or absence of fields, byte for byte. Read again it is judged as it was:
 * where nothing told is a fault of its own, it stays told as nothing.
 */
export function canonicalText(document: ImportDocument): string {
  return JSON.stringify(sorted(document));
}

const faultsAsNothing: ReadonlySet<string> = new Set<keyof PersonTold | keyof ContactTold>(['protected', 'hasCustody']);

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const told = Object.entries(value).filter(([name, each]) => each !== undefined && (each !== null || faultsAsNothing.has(name)));
  return Object.fromEntries(told.sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, each]) => [name, sorted(each)]));
}
