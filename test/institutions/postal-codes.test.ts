import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { postalCodesEdition, townOfPostalCode } from '../../subgraphs/institutions/domain/addresses/postal-codes.ts';

// The real register is no part of the project; where it is not beside it, its test says that it is left out.
const file = new URL('../../../shared/data/dagtilbudsregister.csv', import.meta.url).pathname;
const there = existsSync(file);
if (!there) console.log('The real register is not here: its postal codes are not compared.');

const all = Array.from({ length: 10_000 }, (_, code) => String(code).padStart(4, '0')).flatMap((code) => {
  const town = townOfPostalCode(code);
  return town === undefined ? [] : [`${code} ${town}`];
});

describe('postal codes (R14, R15)', () => {
  // biome-ignore format: a table
  test.each([
    ['0800', 'Høje Taastrup'], ['0999', 'København C'], ['1000', 'København K'], ['1432', 'København K'], ['1499', 'København K'],
    ['1500', 'København V'], ['1799', 'København V'], ['1800', 'Frederiksberg C'], ['1999', 'Frederiksberg C'], ['2000', 'Frederiksberg'],
    ['2100', 'København Ø'], ['3760', 'Gudhjem'], ['4305', 'Orø'], ['5985', 'Søby Ærø'], ['6210', 'Barsø'], ['8000', 'Aarhus C'],
    ['8245', 'Risskov Ø'], ['9220', 'Aalborg Øst'], ['9990', 'Skagen'],
  ])('%s is %s', (code, town) => {
    expect(townOfPostalCode(code)).toBe(town);
  });

  test.each(['0000', '2001', '9991', '3900', '3800', '100', '800', '02000', '2000 ', 'Skagen', '', '__proto__', 'constructor', '1e3'])(
    'there is no postal code "%s" in Denmark proper',
    (code) => {
      expect(townOfPostalCode(code)).toBeUndefined();
    },
  );

  test('there are some six hundred outside inner Copenhagen, each of four digits and with a town', () => {
    const outside = all.filter((entry) => !/^1\d{3} /.test(entry));
    expect(outside.length).toBeGreaterThan(590);
    expect(outside.length).toBeLessThan(620);
    expect(all.filter((entry) => !/^\d{4} [A-ZÆØÅ][A-Za-zÆØÅæøå -]*$/.test(entry))).toEqual([]);
  });

  test('whoever changes the table gives it a new edition, so that addresses are judged anew', () => {
    const digest = createHash('sha256').update(all.join('\n')).digest('hex').slice(0, 16);
    expect({ edition: postalCodesEdition, digest }).toEqual({ edition: '2026-11', digest: '95770e1047a21e61' });
  });

  (there ? test : test.skip)('every postal code of the real register is there, with the town it has there', () => {
    const rows: Record<string, string>[] = parse(readFileSync(file), { delimiter: ';', bom: true, columns: true });
    const told = new Set(rows.flatMap(({ postNummer, byNavn }) => (postNummer ? [`${postNummer} ${byNavn}`] : [])));
    expect(told.size).toBeGreaterThan(600);
    expect([...told].filter((entry) => !all.includes(entry))).toEqual([]);
  });
});
