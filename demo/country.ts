/** A row of the register as `loadRegisterRows` takes it. */
export interface DemoRow {
  readonly line: number;
  readonly level: 'INSTITUTION' | 'UNIT' | 'LOCATION';
  readonly number: string;
  readonly institution?: string;
  readonly unit?: string;
  readonly name: string;
  readonly municipality: string;
  readonly ownership: 'MUNICIPAL' | 'SELF_OWNED' | 'PRIVATE' | 'OUTSOURCED';
  readonly legalBasis: string;
  readonly type?: string;
  readonly closed: false;
  readonly address?: { readonly street: string; readonly houseNumber: string; readonly postalCode: string; readonly town: string };
  readonly companyNumber?: string;
  readonly productionUnitNumber?: string;
  readonly email?: string;
  readonly legacyNumbers?: readonly string[];
}

const towns = [
  { code: '0101', postalCode: '2200', town: 'København N' },
  { code: '0461', postalCode: '5000', town: 'Odense C' },
  { code: '0751', postalCode: '8000', town: 'Aarhus C' },
  { code: '0851', postalCode: '9000', town: 'Aalborg' },
] as const;

/** What is made in each municipality: clusters of a form of ownership, with so many units of a kind. */
const plan = [
  { name: 'Område Nord', ownership: 'MUNICIPAL', legalBasis: 'DAYCARE_19_2', type: 'AGE_INTEGRATED', units: 3 },
  { name: 'Område Syd', ownership: 'MUNICIPAL', legalBasis: 'DAYCARE_19_2', type: 'KINDERGARTEN', units: 3 },
  { name: 'Den selvejende', ownership: 'SELF_OWNED', legalBasis: 'DAYCARE_19_3', type: 'AGE_INTEGRATED', units: 3 },
  { name: 'Den private', ownership: 'PRIVATE', legalBasis: 'DAYCARE_19_5', type: 'NURSERY', units: 2 },
  { name: 'Den udliciterede', ownership: 'OUTSOURCED', legalBasis: 'DAYCARE_19_4', type: 'AGE_INTEGRATED', units: 2 },
  { name: 'Dagplejen', ownership: 'MUNICIPAL', legalBasis: 'DAYCARE_21_2', type: 'CHILDMINDING', units: 1 },
] as const;

const names = [
  'Solsikken',
  'Mælkebøtten',
  'Kastanjen',
  'Egernet',
  'Æblehaven',
  'Ørnereden',
  'Åkanden',
  'Lærken',
  'Pindsvinet',
  'Månestrålen',
  'Skovtrolden',
  'Bølgen',
  'Regnbuen',
  'Kløvermarken',
];
const streets = ['Birkevej', 'Søndergade', 'Ågade', 'Møllebakken', 'Kirkestien', 'Engvej'];

/** The daycares of the demo country: made up, with company numbers that belong to nobody. */
export function demoCountry(): DemoRow[] {
  const issue = numbersFrom(90_000);
  let line = 0;
  return towns.flatMap(({ code, postalCode, town }, place) => {
    const rows: Omit<DemoRow, 'line'>[] = [];
    let unitsHere = 0;
    for (const [index, { name, ownership, legalBasis, type, units }] of plan.entries()) {
      const common = { municipality: code, ownership, legalBasis, closed: false } as const;
      const institution = issue();
      rows.push({ ...common, level: 'INSTITUTION', number: institution, name: `${name}, ${town}` });
      // Municipal units carry the municipality's company number, all others their own.
      const companyNumber = ownership === 'MUNICIPAL' ? `9000${code}` : `91${code}${String(index).padStart(2, '0')}`;
      for (let nth = 0; nth < units; nth++) {
        const address = {
          street: streets[(unitsHere + place) % streets.length] ?? 'Birkevej',
          houseNumber: String(unitsHere + 1),
          postalCode,
          town,
        };
        const number = issue();
        const of = { ...common, institution, type, address, companyNumber, productionUnitNumber: `90${number.slice(1)}${code.slice(1)}` };
        rows.push({
          ...of,
          level: 'UNIT',
          number,
          name: type === 'CHILDMINDING' ? `Dagplejen, ${town}` : `${names[unitsHere % names.length]}`,
          email: `${number.toLowerCase()}@daycare.example`,
          ...(place === 0 && rows.length === 1 ? { legacyNumbers: ['A10001'] } : {}),
        });
        unitsHere += 1;
        if (index === 0 && nth === 0) {
          rows.push({
            ...common,
            level: 'LOCATION',
            number: issue(),
            institution,
            unit: number,
            name: 'Skovhytten',
            address: { ...address, street: 'Skovvejen', houseNumber: '100' },
            companyNumber,
            productionUnitNumber: of.productionUnitNumber,
          });
        }
      }
    }
    return rows.map((row) => ({ ...row, line: ++line }));
  });
}

function numbersFrom(first: number): () => string {
  let next = first;
  return () => `G${next++}`;
}

/** The suppliers of the demo country, their systems, and what these are connected to. */
export const demoSuppliers = [
  {
    number: '1001',
    name: 'Pladsanvisning ApS',
    companyNumber: '92000001',
    system: { id: 'S1001', name: 'Placement system', services: ['ws10-import'] },
  },
  {
    number: '1002',
    name: 'Kommunikation A/S',
    companyNumber: '92000002',
    system: { id: 'S1002', name: 'Communication platform', services: ['ws17-communication'] },
  },
  {
    number: '1003',
    name: 'Læremidler I/S',
    companyNumber: '92000003',
    system: { id: 'S1003', name: 'Learning material', services: ['ws17-small', 'ws17-medium'] },
  },
] as const;
