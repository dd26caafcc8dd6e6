import { xmlOf } from '../support/xml-of.ts';
import type { KnownNumbers } from './known-numbers.ts';

const person = (more: object = {}) => ({ firstName: 'Kim', familyName: 'Kendt', protected: false, ...more });
type Line = Readonly<Record<string, unknown>>;

/** Lines with a number where it belongs, written in each way, and malformed: as children, contacts, employees and externals. */
function soundLines({ next, plain, malformed }: KnownNumbers, many: number): Line[] {
  const contact = (nth: string, nationalNumber: string) => ({
    localPersonId: nth,
    relation: 'Mor',
    hasCustody: true,
    accessLevel: 2,
    person: person({ nationalNumber }),
  });
  return Array.from({ length: many }, (_, nth) => [
    {
      localPersonId: `B${nth}`,
      person: person({ nationalNumber: nth === 0 ? plain() : next() }),
      child: { mainGroup: 'Rød', contacts: [contact(`K${nth}`, next()), contact(`L${nth}`, malformed())] },
    },
    { localPersonId: `A${nth}`, person: person({ nationalNumber: next() }), employee: { positions: ['Vikar'] } },
    {
      localPersonId: `E${nth}`,
      person: person({ nationalNumber: next(), protected: true, aliasFirstName: 'Al', aliasFamilyName: 'As' }),
      external: { position: 'Ekstern' },
    },
    { localPersonId: `M${nth}`, person: person({ nationalNumber: malformed() }), child: {} },
  ]).flat();
}

/** Lines with a number in each text, where it does not belong. */
function strayLines({ next, plain }: KnownNumbers): Line[] {
  const within = () => `Ib ${next()} her`;
  const texts = [
    'firstName',
    'familyName',
    'aliasFirstName',
    'aliasFamilyName',
    'nationalNumberKind',
    'birthDate',
    'gender',
    'photoId',
    'email',
  ];
  const persons = [
    ...texts.flatMap((field) => [{ [field]: next() }, { [field]: within() }]),
    { email: `${plain()}@example.dk` },
    { protected: true, aliasFirstName: within(), aliasFamilyName: within() },
    {
      phones: [
        { kind: next(), number: '99999999' },
        { kind: 'MOBILE', number: next() },
      ],
    },
    { address: { street: within(), town: 'By' } },
    { address: { street: 'Vej 1', postalCode: plain(), town: within(), countryCode: 'DK', municipalityCode: plain() } },
  ];
  const places: object[] = [
    { child: { mainGroup: next(), groups: [within()], level: plain(), studentNumber: next(), location: within() } },
    {
      child: {
        contacts: [
          {
            localPersonId: within(),
            relation: next(),
            person: person({ nationalNumber: next() }),
            companyNumber: plain(),
            productionUnitNumber: plain(),
          },
        ],
      },
    },
    { child: { contacts: [{ localPersonId: 'S1', relation: 'Far', person: person({ firstName: within(), email: within() }) }] } },
    { employee: { positions: [within(), next()], shortName: next(), occupation: within(), location: plain(), groups: [within()] } },
    { external: { position: within(), groups: [next()] } },
  ];
  return [
    ...persons.map((more, nth) => ({ localPersonId: `P${nth}`, person: person(more), child: {} })),
    ...places.map((place, nth) => ({ localPersonId: `Q${nth}`, person: person(), ...place })),
    ...[next(), plain(), within(), `x${plain()}`].map((localPersonId) => ({ localPersonId, person: person(), child: {} })),
  ];
}

/** A document with numbers in it, as variables of `submitImport`. */
export function importWith(numbers: KnownNumbers, daycare: string, more: object = {}): any {
  const { next, plain } = numbers;
  return {
    daycare,
    source: 'Kanariefugle',
    sourceDateTime: new Date().toISOString(),
    schoolYear: next(),
    sourceVersion: `version ${next()}`,
    groups: [
      { localId: 'Rød', name: `Stue ${next()}`, type: 'Hovedgruppe', level: plain(), line: next(), from: next(), to: next() },
      { localId: next(), name: 'Blå', type: 'Hovedgruppe' },
      { localId: `g-${plain()}`, name: next(), type: next() },
    ],
    persons: [...soundLines(numbers, 30), ...strayLines(numbers)],
    ...more,
  };
}

/** The same in today's format, sound and broken. */
export function documentsOfToday(numbers: KnownNumbers, daycare: string): string[] {
  const { next, plain } = numbers;
  const xml = xmlOf(importWith(numbers, daycare, { source: 'Kanarie-XML' }));
  return [
    xml,
    xml.slice(0, xml.length / 2),
    xml.replace('<Institution>', `<Institution id="${plain()}">${next()}`),
    xml.replace('<Institution>', `<Institution><Ny${plain()}>${next()}</Ny${plain()}>`),
    xml.replace('<?xml version="1.0" encoding="utf-8"?>', `<!DOCTYPE a [<!ENTITY e "${next()}">]>`),
    xml.replace('<Institution>', `<Institution><!-- ${next()} --><?pi ${next()}?>&e${plain()};`),
    xmlOf(importWith(numbers, daycare, { source: next() })),
    xmlOf(importWith(numbers, plain())),
    xmlOf(importWith(numbers, daycare, { sourceDateTime: next() })),
    next(),
  ];
}
