import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { foldText, foldingsOf, searchWords } from '../../subgraphs/institutions/domain/searching/fold-text.ts';
import { readText } from '../../subgraphs/institutions/domain/searching/read-text.ts';

describe('a folded text', () => {
  // biome-ignore format: a table
  test.each([
    ['Børnehuset Åen',          'boernehuset aaen'],
    ['ÆØÅ æøå',                 'aeoeaa aeoeaa'],
    ['A\u030Ahuset',            'aahuset'], // the ring on its own, as some keyboards send it
    ['Öland, Ängen & Übung',    'oeland aengen ubung'],
    ['Ǿre og Ǽre',              'oere og aere'],
    ['Café  Née--Straße',       'cafe nee strasse'],
    ["  Klub 5'inn (afd. II) ", 'klub 5 inn afd ii'],
    ['Tippo\\puljedagpleje',    'tippo puljedagpleje'],
    ['100% _under_ "tag"',      '100 under tag'],
    ['👶🏽 🏠',                   ''],
    ['幼稚園',                   '幼稚園'],
  ])('of %s is %s', (text, folded) => expect(foldText(text)).toBe(folded));

  test('of any letter of the first two planes folds no further, and has letters and figures only', () => {
    const wrong: string[] = [];
    for (let point = 0; point <= 0x1ffff; point++) {
      const folded = foldText(String.fromCodePoint(point));
      if (!/^[\p{L}\p{N}]*$/u.test(folded) || foldText(folded) !== folded) wrong.push(point.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  test('of any text folds no further, and has single spaces', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = foldText(text);
        expect(foldText(folded)).toBe(folded);
        expect(folded).toMatch(/^([\p{L}\p{N}]+( [\p{L}\p{N}]+)*)?$/u);
      }),
    );
  });

  test.each([
    ['København', ['koebenhavn', 'kobenhavn']],
    ['Aabenraa', ['aabenraa', 'abenra']],
    ['Åbenrå', ['aabenraa', 'abenra']],
    ['Bækken', ['baekken', 'bakken']],
    ['Østergård', ['oestergaard', 'ostergard', 'ostergaard', 'oestergard']],
    ['Solsikken', ['solsikken']],
  ])('of %s is found under %j', (text, foldings) => expect(foldingsOf(text)).toEqual(foldings));

  test('gives each word once, first as it is spelt', () => {
    expect(searchWords(['Åen', 'Aaen Øst', ''])).toEqual({ spelt: ['aaen', 'oest'], otherwise: ['aen', 'ost'] });
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom(...'aåeæoøn ') })), (texts) => {
        const { spelt, otherwise } = searchWords(texts);
        const words = [...spelt, ...otherwise];
        expect(new Set(words).size).toBe(words.length);
        for (const folding of texts.flatMap(foldingsOf)) expect(words).toEqual(expect.arrayContaining(folding.split(' ').filter(Boolean)));
      }),
    );
  });
});

describe('a text to search for', () => {
  test.each([
    ['nothing', ''],
    ['punctuation only', ' %_"\\ … 👶'],
    ['more than 200 characters', 'å'.repeat(201)],
    ['more than ten words', 'a b c d e f g h i j k'],
  ])('of %s is refused', (_, text) => {
    expect(() => readText(text)).toThrow(
      expect.objectContaining({
        refusal: expect.objectContaining({ code: 'INVALID_INPUT', facts: expect.arrayContaining([{ name: 'field', value: 'text' }]) }),
      }),
    );
  });

  test('may have 200 characters and ten words', () => {
    expect(readText(`${'🏠'.repeat(100)}${'å'.repeat(100)}`)).toEqual(['aa'.repeat(100)]);
    expect(readText('a b c d e f g h i j')).toHaveLength(10);
  });
});
