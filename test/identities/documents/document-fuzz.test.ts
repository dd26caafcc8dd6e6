import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalText, type ImportDocument } from '../../../subgraphs/identities/domain/document/import-document.ts';
import { readDocument } from '../../../subgraphs/identities/domain/document/read-document.ts';
import { DocumentFault } from '../../../subgraphs/identities/domain/sent/document-fault.ts';
import { readImportDocument } from '../../../subgraphs/identities/outside/uni-login/read-import-document.ts';
import { child, contact, employee } from '../support/neighbourhood.ts';
import { xmlOf } from '../support/xml-of.ts';

const SECRET = '7101904242';
const { localPersonId: _, ...bare } = contact({ id: 'M', number: SECRET, more: { protected: false } });
const sound = xmlOf({
  daycare: 'G10001',
  source: 'Source',
  sourceDateTime: '2026-11-25T08:00:00Z',
  groups: [{ localId: 'Rød', type: 'Hovedgruppe' }],
  persons: [child({ id: 'K', number: SECRET }, { contacts: [bare] }), employee({ id: 'E', more: { address: { street: 'Ågade 1' } } })],
});

const pieces = [
  '<',
  '>',
  '/',
  '"',
  '&',
  ';',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?x?>',
  '<!DOCTYPE a>',
  '&#0;',
  '\0',
  'xmlns:a="b"',
  'a:',
  '\uFFFD',
  '\u0301',
  '<Group/>',
  'Å',
];
const place = fc.integer({ min: 0, max: sound.length });
/** A few letters taken out of a sound document, and something else put in. */
const wound = fc.record({
  at: place,
  gone: fc.integer({ min: 0, max: 12 }),
  put: fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 4 })),
});
const woundBy = (xml: string, { at, gone, put }: { at: number; gone: number; put: string }) =>
  xml.slice(0, at) + put + xml.slice(at + gone);

const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).map((text) => text.normalize('NFC'));
// What XML cannot hold at all, and what is left of a text with space around it.
const told = word.filter((text) => /^[^\p{Cc}\p{Cs}\uFFFD-\uFFFF\p{Cn}]+$/u.test(text) && text.trim() === text && !/\s/.test(text));

describe('whatever a document holds', () => {
  test('it is read, or it is a fault with its place, and nothing of a person is told of it', () => {
    fc.assert(
      fc.property(fc.array(wound, { minLength: 1, maxLength: 4 }), (wounds) => {
        const xml = wounds.reduce(woundBy, sound);
        try {
          const { document, fault } = readImportDocument(xml);
          if (fault) expect(JSON.stringify(fault)).not.toContain('4242');
          else expect(JSON.stringify(readDocument(document).notices)).not.toContain(SECRET);
        } catch (thrown) {
          if (!(thrown instanceof DocumentFault)) throw thrown;
          expect(JSON.stringify([thrown.message, thrown.place])).not.toContain('4242');
        }
      }),
      { numRuns: 3_000 },
    );
  });

  test('every text that a document can hold comes through it unchanged', () => {
    fc.assert(
      fc.property(told, told, told, (id, name, group) => {
        const document: ImportDocument = {
          daycare: 'G10001',
          source: name,
          sourceDateTime: 1_700_000_000_000,
          groups: [{ localId: group, type: 'Hold', name }],
          persons: [
            {
              localPersonId: id,
              person: { firstName: name, familyName: group, protected: false },
              external: { position: name, groups: [group] },
            },
          ],
        };
        expect(readImportDocument(xmlOf(document)).text).toBe(canonicalText(document));
      }),
      { numRuns: 500 },
    );
  });
});
