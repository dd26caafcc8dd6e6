import type { ImportDocument } from '../../../subgraphs/identities/domain/document/import-document.ts';
import { child, contact, numberOf } from './neighbourhood.ts';
import { xmlOf } from './xml-of.ts';

const address = (nth: number) => ({
  street: `Æblehaven ved den gamle Østergårds allé ${nth}, bagbygningen, ${'st. th. '.repeat(8)}`,
  postalCode: '8000',
  town: 'Aarhus C',
  countryCode: 'DK',
  municipalityCode: '0751',
});

const own = (id: string, nth: number) => ({
  id,
  first: `Fornavn ${id} ${'Åse Ægir '.repeat(6)}`.trim(),
  ...(nth < 8000 && { number: numberOf(nth) }),
  more: { address: address(nth), gender: 'K', email: `${id.toLowerCase().replace(' ', '.')}@parents.example`, protected: false },
});

/** So many children with four contacts each; some 3.3 kB of XML a child, so that 4,900 of them are nearly 16 MB. */
export function largeDocument(daycare: string, children: number, sourceDateTime: number): ImportDocument {
  const persons = Array.from({ length: children }, (_, nth) => {
    const contacts = ['M', 'F', 'A', 'B'].map((side, place) => {
      const { localPersonId: _, ...bare } = contact(own(`${side}${nth}`, children + nth * 4 + place), {
        relation: side === 'M' ? 'Mor' : 'Andet',
      });
      return bare;
    });
    return child(own(`K${nth}`, nth), { mainGroup: `Stue ${nth % 40}`, level: 'DT', contacts });
  });
  return { daycare, source: 'Large', sourceDateTime, persons };
}

export const largeXml = (...told: Parameters<typeof largeDocument>): string => xmlOf(largeDocument(...told));
