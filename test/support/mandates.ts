import type { Actor, Assurance, Mandate } from '#shared/actor.ts';
import { assurances } from '#shared/actor.ts';
import { actorWith } from './subgraphs.ts';

export type Role = Mandate['role'];

/** What a mandate is over. */
interface Over {
  readonly municipality: string;
  readonly daycare: string;
  readonly supplier: string;
  readonly system: string;
}

/** A mandate in each role there is, over what is given. */
const mandateIn: Record<Role, (over: Over) => Mandate> = {
  DAYCARE_RESPONSIBLE: ({ municipality }) => ({ role: 'DAYCARE_RESPONSIBLE', municipality }),
  MUNICIPAL_EMPLOYEE: ({ municipality }) => ({ role: 'MUNICIPAL_EMPLOYEE', municipality }),
  DAYCARE_EMPLOYEE: ({ daycare }) => ({ role: 'DAYCARE_EMPLOYEE', daycare }),
  MUNICIPAL_SYSTEM: ({ municipality, system }) => ({ role: 'MUNICIPAL_SYSTEM', municipality, system }),
  SUPPLIER: ({ supplier }) => ({ role: 'SUPPLIER', supplier }),
  SUPPLIER_SYSTEM: ({ system }) => ({ role: 'SUPPLIER_SYSTEM', system }),
  AGENCY: () => ({ role: 'AGENCY' }),
  DASHBOARD: ({ municipality }) => ({ role: 'DASHBOARD', municipality }),
  CITIZEN: () => ({ role: 'CITIZEN' }),
};
export const roles = [
  'DAYCARE_RESPONSIBLE',
  'MUNICIPAL_EMPLOYEE',
  'DAYCARE_EMPLOYEE',
  'MUNICIPAL_SYSTEM',
  'SUPPLIER',
  'SUPPLIER_SYSTEM',
  'AGENCY',
  'DASHBOARD',
  'CITIZEN',
] as const satisfies readonly Role[];

/** A daycare of municipality 0751 that supplier 1001's system S1001 asks to reach. */
export interface Place {
  readonly level: 'INSTITUTION' | 'UNIT' | 'LOCATION';
  readonly number: string;
  readonly institution: string | null;
  readonly unit: string | null;
}
export const cluster: Place = { level: 'INSTITUTION', number: 'G10000', institution: null, unit: null };
export const unit: Place = { level: 'UNIT', number: 'G10001', institution: 'G10000', unit: null };
export const location: Place = { level: 'LOCATION', number: 'G10002', institution: 'G10000', unit: 'G10001' };

/** How a mandate stands to a daycare, and by hand: whether one over the municipality, the daycare or the supplier reaches it there. */
export interface Relation {
  readonly inWords: string;
  readonly place: Place;
  readonly over: Over;
  readonly reaches: { readonly municipality: boolean; readonly daycare: boolean; readonly supplier: boolean };
}

const here = { municipality: '0751', supplier: '1001', system: 'S1001' };
const elsewhere = { municipality: '0101', supplier: '1002', system: 'S1002' };

// biome-ignore format: a table
export const relations: readonly Relation[] = [
  { inWords: 'the very daycare',                  place: unit,     over: { ...here, daycare: 'G10001' },      reaches: { municipality: true,  daycare: true,  supplier: true } },
  { inWords: 'the very location',                 place: location, over: { ...here, daycare: 'G10002' },      reaches: { municipality: true,  daycare: true,  supplier: true } },
  { inWords: 'the unit of the location',          place: location, over: { ...here, daycare: 'G10001' },      reaches: { municipality: true,  daycare: true,  supplier: true } },
  { inWords: 'a location of the unit',            place: unit,     over: { ...here, daycare: 'G10002' },      reaches: { municipality: true,  daycare: false, supplier: true } },
  { inWords: 'the cluster above',                 place: unit,     over: { ...here, daycare: 'G10000' },      reaches: { municipality: true,  daycare: false, supplier: true } },
  { inWords: 'another unit of the cluster',       place: unit,     over: { ...here, daycare: 'G10003' },      reaches: { municipality: true,  daycare: false, supplier: true } },
  { inWords: 'the daycare, not its municipality', place: unit,     over: { ...elsewhere, daycare: 'G10001' }, reaches: { municipality: false, daycare: true,  supplier: false } },
  { inWords: 'another place altogether',          place: unit,     over: { ...elsewhere, daycare: 'G20001' }, reaches: { municipality: false, daycare: false, supplier: false } },
];

/** The relation of that name. */
export function relation(inWords: string): Relation {
  const found = relations.find((each) => each.inWords === inWords);
  if (!found) throw new Error(`There is no relation "${inWords}".`);
  return found;
}

/** Somebody with one mandate. */
export function holder(role: Role, { over }: Pick<Relation, 'over'>, assurance: Assurance = 'SUBSTANTIAL'): Actor {
  return actorWith([mandateIn[role](over)], { assurance });
}

/** One holder for each role, relation and assurance. */
export const holders = roles.flatMap((role) =>
  relations.flatMap((each) => assurances.map((assurance) => ({ role, relation: each, assurance, actor: holder(role, each, assurance) }))),
);
