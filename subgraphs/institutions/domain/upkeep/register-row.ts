import { type Refusal, refuse } from '#shared/refusal.ts';
import {
  type Daycare,
  type DaycareFacts,
  type DaycareLevel,
  type DaycareType,
  inherited,
  type LegalBasis,
  type Ownership,
  withoutAddress,
} from '../daycares/daycare.ts';
import { municipalityOf } from '../municipalities/municipalities.ts';
import { addressFrom, type ToldAddress } from '../addresses/told-address.ts';
import { judgeCarried } from './told-facts.ts';

/** A row of the register's own export. What is left out is not carried by the file, and stays as it is. */
export interface RegisterRow {
  readonly line: number;
  readonly level: DaycareLevel;
  readonly number: string;
  readonly institution?: string | null | undefined;
  readonly unit?: string | null | undefined;
  readonly name: string;
  readonly municipality: string;
  readonly ownership: Ownership;
  readonly legalBasis?: LegalBasis | null | undefined;
  readonly type?: DaycareType | null | undefined;
  readonly closed: boolean;
  readonly address?: ToldAddress | null | undefined;
  readonly companyNumber?: string | null | undefined;
  readonly productionUnitNumber?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly legacyNumbers?: readonly string[] | null | undefined;
}

export interface LoadedRow {
  readonly line: number;
  readonly number: string;
  readonly outcome: 'CREATED' | 'CHANGED' | 'UNCHANGED' | 'REFUSED';
  readonly refusal: Refusal | null;
}

/** What the row says of the daycare, judged by width, shape, code and level (R9, R13, R14). */
export function factsFrom(row: RegisterRow, before: Daycare | null, parent: Daycare | null): DaycareFacts {
  judgeCarried({
    ...row.address,
    name: row.name,
    email: row.email,
    phone: row.phone,
    companyNumber: row.companyNumber,
    productionUnitNumber: row.productionUnitNumber,
  });
  for (const legacyNumber of row.legacyNumbers ?? []) judgeCarried({ legacyNumber });
  if (!municipalityOf(row.municipality))
    refuse('INVALID_INPUT', `There is no municipality with the code ${row.municipality}.`, {
      rule: 'R14',
      facts: { field: 'municipality' },
    });
  if (row.level !== 'INSTITUTION' && !row.address)
    refuse('INVALID_INPUT', 'A unit and a location have an address.', { rule: 'R13', facts: { field: 'address' } });
  if (row.level === 'UNIT' && !row.type) refuse('INVALID_INPUT', 'A unit has a kind.', { rule: 'R13', facts: { field: 'type' } });
  const source = parent && inheritsFrom(row, parent);
  return {
    ...(row.address && parent ? addressFrom(row.address, row.municipality) : withoutAddress),
    ...(source
      ? inherited(source)
      : { municipality: row.municipality, ownership: row.ownership, legalBasis: carried(row.legalBasis, before?.legalBasis) }),
    name: row.name.trim(),
    status: row.closed ? 'CLOSED' : 'ACTIVE',
    institution: parent?.institution ?? parent?.number ?? null,
    unit: row.level === 'LOCATION' ? (parent?.number ?? null) : null,
    type: row.level === 'UNIT' ? (row.type ?? null) : null,
    email: carried(row.email, before?.email),
    phone: carried(row.phone, before?.phone),
    companyNumber: carried(row.companyNumber, before?.companyNumber) ?? (row.level === 'LOCATION' ? (parent?.companyNumber ?? null) : null),
    productionUnitNumber: carried(row.productionUnitNumber, before?.productionUnitNumber),
  };
}

/** Of whom an open row inherits. What is closed stays as it was when it closed; what its cluster became since does not reach it. */
function inheritsFrom(row: RegisterRow, parent: Daycare): Daycare | null {
  if (row.closed) return null;
  if (parent.status === 'CLOSED')
    refuse('DAYCARE_CLOSED', `${parent.number} is closed; close the row too, or tell an open daycare that it stands under.`, {
      rule: 'R28',
    });
  if (parent.ownership !== row.ownership)
    refuse('CROSS_VALIDATION', `The row says ${row.ownership}, its cluster is ${parent.ownership}.`, { rule: 'R22' });
  return parent;
}

const carried = <Value>(told: Value | null | undefined, before: Value | null | undefined): Value | null =>
  told === undefined ? (before ?? null) : told;

/** The cluster of a unit, the unit of a location; a parent comes before its children (R9). */
export function parentOf({ level, institution, unit }: RegisterRow, present: ReadonlyMap<string, Daycare>): Daycare | null {
  if (level === 'INSTITUTION') return null;
  const number = level === 'UNIT' ? institution : unit;
  const parent = number ? present.get(number) : undefined;
  if (parent?.level === (level === 'UNIT' ? 'INSTITUTION' : 'UNIT')) return parent;
  return refuse(
    'INVALID_INPUT',
    `The row's ${level === 'UNIT' ? 'cluster' : 'unit'} ${number ?? '(none given)'} is not in the register; it comes first.`,
    { rule: 'R9' },
  );
}
