import type { Persona } from '../gateway/development-issuer.ts';
import { demoCountry, type DemoRow, demoSuppliers } from './country.ts';

const municipalNames: Readonly<Record<string, string>> = { '0101': 'København', '0461': 'Odense', '0751': 'Aarhus', '0851': 'Aalborg' };
const clerks: Readonly<Record<string, readonly [string, string]>> = {
  '0101': ['Karen Krogh', 'Kaj Kruse'],
  '0461': ['Olga Ottosen', 'Otto Olsen'],
  '0751': ['Anna Agger', 'Asger Aaby'],
  '0851': ['Line Lauritzen', 'Lars Lund'],
};

const person = { assurance: 'SUBSTANTIAL' } as const;

function municipal(code: string): Persona[] {
  const [responsible, employee] = clerks[code] ?? ['Rikke Rask', 'Erik Exner'];
  const name = municipalNames[code] ?? code;
  return [
    {
      ...person,
      id: `responsible-${code}`,
      name: responsible,
      description: `Daycare responsible of ${name}`,
      mandates: [{ role: 'DAYCARE_RESPONSIBLE', municipality: code }],
    },
    {
      ...person,
      id: `employee-${code}`,
      name: employee,
      description: `Administers agreements and the register in ${name}`,
      mandates: [{ role: 'MUNICIPAL_EMPLOYEE', municipality: code }],
    },
  ];
}

const houses = [
  { ownership: 'MUNICIPAL', name: 'Mette Madsen', kind: 'municipal' },
  { ownership: 'SELF_OWNED', name: 'Sofie Sand', kind: 'self-owned' },
  { ownership: 'PRIVATE', name: 'Peter Poulsen', kind: 'private' },
  { ownership: 'OUTSOURCED', name: 'Ulla Ulrik', kind: 'outsourced' },
] as const;

function houseOf(units: readonly DemoRow[], { ownership, name, kind }: (typeof houses)[number]): Persona[] {
  const unit = units.find((row) => row.ownership === ownership && row.type !== 'CHILDMINDING');
  return unit
    ? [
        {
          ...person,
          id: `staff-${unit.number}`,
          name,
          description: `Administers agreements at ${unit.name} (${unit.number}), ${kind}, in ${municipalNames[unit.municipality]}`,
          mandates: [{ role: 'DAYCARE_EMPLOYEE', daycare: unit.number }],
        },
      ]
    : [];
}

function supplied({ number, name, system }: (typeof demoSuppliers)[number]): Persona[] {
  return [
    {
      ...person,
      id: system.id,
      name: system.name,
      description: `System ${system.id} of ${name}, connected to ${system.services.join(' and ')}`,
      mandates: [{ role: 'SUPPLIER_SYSTEM', system: system.id }],
    },
    {
      ...person,
      id: `supplier-${number}`,
      name: `Somebody at ${name}`,
      description: `Employee of the supplier ${name}`,
      mandates: [{ role: 'SUPPLIER', supplier: number }],
    },
  ];
}

const units = demoCountry().filter(({ level, municipality }) => level === 'UNIT' && municipality === '0751');

/** Who there is to try the demo country as. */
export const demoPersonas: readonly Persona[] = [
  ...municipal('0751'),
  ...houses.flatMap((house) => houseOf(units, house)),
  ...demoSuppliers.flatMap(supplied),
  ...['0101', '0461', '0851'].flatMap(municipal),
  {
    ...person,
    id: 'municipal-system-0751',
    name: 'Register upkeep of Aarhus',
    description: "Aarhus' own system for the register's upkeep",
    mandates: [{ role: 'MUNICIPAL_SYSTEM', municipality: '0751', system: 'S1001' }],
  },
  { ...person, id: 'agency', name: 'Astrid Agersø', description: 'The agency', mandates: [{ role: 'AGENCY' }] },
  {
    ...person,
    id: 'dashboard',
    name: 'National dashboard',
    description: 'Reads statistics of the whole country',
    mandates: [{ role: 'DASHBOARD' }],
  },
  {
    id: 'responsible-0751-low',
    name: 'Anna Agger',
    description: 'The daycare responsible of Aarhus, logged in with level low: may look, not decide',
    assurance: 'LOW',
    mandates: [{ role: 'DAYCARE_RESPONSIBLE', municipality: '0751' }],
  },
];

/** Who there is: everyone in the demo country, the agency alone without it. */
export const personasOf = (withCountry: boolean): readonly Persona[] =>
  withCountry ? demoPersonas : demoPersonas.filter(({ id }) => id === 'agency');
