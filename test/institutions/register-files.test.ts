import { describe, expect, test } from '@jest/globals';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import type { Client } from '#shared/graphql-client.ts';
import { demoCountry } from '../../demo/country.ts';
import { exportRegisterFile } from '../../subgraphs/institutions/commands/export-register-file.ts';
import { loadRegisterFile } from '../../subgraphs/institutions/commands/load-register-file.ts';
import { joinValues, splitValues } from '../../subgraphs/institutions/outside/csv-line.ts';
import { defusedText, originalText } from '../../subgraphs/institutions/outside/defused-text.ts';
import { type ExportedDaycare, exportedLine, headerLine } from '../../subgraphs/institutions/outside/exported-columns.ts';
import { rowFrom } from '../../subgraphs/institutions/outside/register-columns.ts';
import { emptyRegisters, everyDaycare, silent, takeRows } from '../support/stand-alone-register.ts';

const real = new URL('../../../shared/data/dagtilbudsregister.csv', import.meta.url).pathname;
if (!existsSync(real)) console.log('The real register is not here: its test is left out.');

const { place, open } = emptyRegisters();
const withoutDay = (file: string) => readFileSync(file, 'utf8').replaceAll(/;\d{4}-\d\d-\d\d\r\n/g, ';\r\n');

/** Exports a register, loads the file into an empty one, and exports that. */
async function goRound(ask: Client, name: string) {
  const [first, second] = [join(place, `${name}-1.csv`), join(place, `${name}-2.csv`)];
  const exported = await exportRegisterFile(first, ask, silent);
  const { ask: copy } = await open();
  const loaded = await loadRegisterFile(first, copy, silent);
  await exportRegisterFile(second, copy, silent);
  return { first, second, exported, loaded, copy };
}

const cluster = { level: 'INSTITUTION', municipality: '0751', ownership: 'MUNICIPAL', closed: false, name: 'Område' };
const lying = { street: 'Ågade', houseNumber: '1', postalCode: '8000', town: 'Aarhus C' };
const unit = {
  ...cluster,
  level: 'UNIT',
  type: 'AGE_INTEGRATED',
  address: lying,
  companyNumber: '90000751',
  productionUnitNumber: '9000000001',
};

const hardAddress = {
  ...lying,
  street: "'=Søndergade, 1;2",
  houseNumber: ' 4 B ',
  town: '-by',
  supplementaryTown: '\tved ”åen”  ',
  municipalityCode: '0740',
  latitude: -0.000000123,
  longitude: 10.203921000000001,
  addressId: "''=0a3f50b8",
};

/** What files find hard: texts that look like something else, and daycares that are closed under what is closed or has changed since. */
const hardRows = [
  { ...cluster, number: 'G70000', name: '=1+1' },
  {
    ...unit,
    number: 'G70001',
    institution: 'G70000',
    name: 'Ærø; "Åhaven"\r\nog Ø\ni to linjer',
    email: '@ærø.example',
    phone: '+45 86 00 00 00',
    address: hardAddress,
  },
  {
    ...unit,
    number: 'D70002',
    level: 'LOCATION',
    type: null,
    institution: 'G70000',
    unit: 'G70001',
    name: "'Skovhytten'",
    productionUnitNumber: null,
  },
  { ...cluster, number: 'G70010', ownership: 'PRIVATE', closed: true, name: 'Lukket område' },
  { ...unit, number: 'G70011', institution: 'G70010', ownership: 'PRIVATE', closed: true, name: 'Lukket enhed', type: 'NURSERY' },
  { ...unit, number: 'G70012', level: 'LOCATION', type: null, unit: 'G70011', ownership: 'PRIVATE', closed: true, name: 'Lukket adresse' },
  { ...cluster, number: 'G70020' },
  { ...unit, number: 'G70021', institution: 'G70020', closed: true, name: 'Lukket da området var kommunalt' },
];

describe('the register written as its own file and read again', () => {
  test('says the same of every daycare, open and closed, and the second file is the first to the byte', async () => {
    const { ask } = await open();
    const types = ['CLUB', 'LEISURE_HOME', 'SPECIAL', 'KINDERGARTEN_FROM_TWO'].map((type, nth) => ({
      ...unit,
      number: `G7003${nth}`,
      institution: 'G70000',
      type,
    }));
    const taken = [...(await takeRows(ask, demoCountry())), ...(await takeRows(ask, [...hardRows, ...types]))];
    expect(new Set(taken.map(({ outcome }) => outcome))).toEqual(new Set(['CREATED']));
    const regoverned = { ...cluster, number: 'G70020', municipality: '0740', ownership: 'SELF_OWNED' };
    expect(await takeRows(ask, [regoverned])).toMatchObject([{ outcome: 'CHANGED' }]);
    const { first, second, exported, loaded, copy } = await goRound(ask, 'demo');
    const before = await everyDaycare(ask);
    expect(before.G70021).toMatchObject({ ownership: 'MUNICIPAL', municipality: { code: '0751' }, status: 'CLOSED' });
    // Blanks around a house number or a town mean nothing, and are not kept.
    const { houseNumber, supplementaryTown } = hardAddress;
    expect(before.G70001.address).toEqual({
      ...hardAddress,
      houseNumber: houseNumber.trim(),
      supplementaryTown: supplementaryTown.trim(),
    });
    expect(exported).toEqual({ rows: { INSTITUTION: 27, UNIT: 63, LOCATION: 6 }, planned: 0, changedMeanwhile: false });
    expect(loaded).toMatchObject({ created: 96, refused: 0, missing: 0 });
    expect(await everyDaycare(copy)).toEqual(before);
    expect(withoutDay(second)).toBe(withoutDay(first));
  });

  test('loaded into the register that it came from changes nothing, the older closed daycares included', async () => {
    const { ask } = await open();
    await takeRows(ask, [...demoCountry(), ...hardRows]);
    await takeRows(ask, [{ ...cluster, number: 'G70020', ownership: 'SELF_OWNED' }]);
    const file = join(place, 'again.csv');
    const { rows } = await exportRegisterFile(file, ask, silent);
    expect(await loadRegisterFile(file, ask, silent)).toMatchObject({
      created: 0,
      changed: 0,
      refused: 0,
      unchanged: rows.INSTITUTION + rows.UNIT + rows.LOCATION,
    });
  });

  (existsSync(real) ? test : test.skip)(
    'holds for the real register, whose own lines come out as they went in',
    async () => {
      const { ask } = await open();
      await loadRegisterFile(real, ask, silent);
      const { first, second, exported, loaded, copy } = await goRound(ask, 'real');
      expect(exported.rows).toEqual({ INSTITUTION: 1821, UNIT: 4810, LOCATION: 0 });
      expect(loaded).toMatchObject({ created: 6631, refused: 0 });
      expect(await everyDaycare(copy)).toEqual(await everyDaycare(ask));
      expect(withoutDay(second)).toBe(withoutDay(first));
      const known = new Set(linesWithTwentyColumns(first));
      const own = linesWithTwentyColumns(real);
      expect(own.length).toBe(6632);
      expect(own.filter((line) => !known.has(line))).toEqual([]);
    },
    60_000,
  );

  test('has clusters, units and locations in that order, each by number; what is planned only is left out, and counted', async () => {
    const { ask, folder } = await open();
    await takeRows(ask, [...hardRows, { ...cluster, number: 'G70099' }]);
    const database = new DatabaseSync(join(folder, 'institutions.sqlite'));
    database.exec("UPDATE daycare SET status = 'PLANNED' WHERE number = 'G70099'");
    database.close();
    const file = join(place, 'order.csv');
    expect(await exportRegisterFile(file, ask, silent)).toMatchObject({ planned: 1 });
    const text = readFileSync(file, 'utf8');
    expect(text.startsWith(`\uFEFF${headerLine}`)).toBe(true);
    const rows: Record<string, string>[] = parse(text, { delimiter: ';', bom: true, columns: true });
    expect(rows.map((row) => row.alternativAdresseNummer || row.anvisningsenhedsNummer || row.daginstitutionsNummer)).toEqual([
      'G70000',
      'G70010',
      'G70020',
      'G70001',
      'G70011',
      'G70021',
      'D70002',
      'G70012',
    ]);
    expect(rows.at(-1)).toMatchObject({
      dagtilbudsType: 'alternativ adresse',
      daginstitutionsNummer: 'G70010',
      anvisningsenhedsNummer: 'G70011',
      ejerformKode_Tekst: 'Privat',
      aktivitetsstatus: 'Nedlagt',
      cvrNummer: '90000751',
      kommuneKode_Tekst: 'Aarhus',
      senestOpdateret: new Date().toISOString().slice(0, 10),
    });
    expect(rows[3]).toMatchObject({ geoBredde: '-0,000000123', telefonNummer: "'+45 86 00 00 00", kommuneKode_Tekst: 'Silkeborg' });
  });

  test('an export that breaks off leaves the older file as it was, and nothing that looks like one', async () => {
    const { ask } = await open();
    await takeRows(ask, demoCountry());
    const file = join(place, 'broken.csv');
    writeFileSync(file, 'older');
    const breaking: Client = async (operation) => {
      if (JSON.stringify(operation.variables ?? {}).includes('"UNIT"')) throw new Error('The line went dead.');
      return ask(operation);
    };
    await expect(exportRegisterFile(file, breaking, silent)).rejects.toThrow('The line went dead.');
    expect(readFileSync(file, 'utf8')).toBe('older');
    expect(readdirSync(place).filter((name) => name.includes('broken'))).toEqual(['broken.csv']);
    await expect(exportRegisterFile(place, ask, silent)).rejects.toThrow('is no file');
  });
});

/** The lines of a file, cut to the columns that every export has. */
function linesWithTwentyColumns(file: string): string[] {
  const rows: string[][] = parse(readFileSync(file), { delimiter: ';', bom: true });
  return rows.map((row) =>
    row
      .slice(0, 20)
      .map((value) => value.trim())
      .join(';'),
  );
}

// Texts of what files and spreadsheets find special, more often than chance would have it.
const hardText = fc.string({
  unit: fc.constantFrom('=', '+', '-', '@', "'", '\t', '\r', '\n', '"', ';', ' ', '\u00a0', '\ufeff', 'æ', 'Å', '1', 'x', '𝄞'),
  maxLength: 8,
});
const anyText = fc.oneof(
  hardText,
  fc.string({ unit: 'grapheme', maxLength: 40 }).filter((text) => !text.includes('\0')),
);

describe('texts in files', () => {
  test('come back exactly, whatever they are, and none is a formula on the way', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(originalText(defusedText(text))).toBe(text);
        expect(defusedText(text)).not.toMatch(/^[=+\-@\t\r]/);
      }),
      { numRuns: 2000 },
    );
    expect(['=1+1', "'=1+1", "'Skovhytten'", 'a=b', '\t=1'].map(defusedText)).toEqual(["'=1+1", "''=1+1", "'Skovhytten'", 'a=b', "'\t=1"]);
  });

  test('a written line is read by us and by any other reader of CSV as what was written', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 2, maxLength: 6 }), (values) => {
        const line = joinValues(values);
        expect(splitValues(line.slice(0, -2))).toEqual(values);
        const [read] = parse(line, { delimiter: ';', record_delimiter: '\r\n' });
        if (values.some(Boolean)) expect(read).toEqual(values);
      }),
      { numRuns: 2000 },
    );
  });

  test('stray quotation marks and blanks of other writers are taken as they are meant', () => {
    expect(splitValues('"De fire" Årstider;12" skærm;"a;""b""" ; c ;" d ";')).toEqual([
      '"De fire" Årstider',
      '12" skærm',
      'a;"b"',
      'c',
      ' d ',
      '',
    ]);
    expect(splitValues('a;"b')).toBeUndefined();
  });

  test("a daycare's texts and coordinates are the same after its line", () => {
    const header = headerLine.trim().split(';');
    const texts = fc.record({ street: anyText, town: anyText, houseNumber: anyText, supplementaryTown: anyText, addressId: anyText });
    const degrees = fc.double({ min: -180, max: 180, noNaN: true }).map((value) => (Math.abs(value) < 1e-80 ? 0 : value));
    fc.assert(
      fc.property(texts, anyText, anyText, degrees, (address, name, phone, latitude) => {
        const told = { ...lying, ...address, latitude, longitude: 0, municipalityCode: '0751' };
        const daycare: ExportedDaycare = { ...asExported, name, phone, address: told };
        const values = splitValues(exportedLine(daycare).slice(0, -2)) ?? [];
        const faults: string[] = [];
        const row = rowFrom(Object.fromEntries(header.map((column, index) => [column, values[index]])), 2, (because) =>
          faults.push(because),
        );
        expect(faults).toEqual([]);
        expect(row).toMatchObject({ name, phone: phone || null });
        for (const [field, text] of Object.entries(address)) expect(row?.address).toHaveProperty(field, text || orNothing(field));
        expect(row?.address?.latitude).toBe(latitude);
      }),
      { numRuns: 1000 },
    );
  });
});

const orNothing = (field: string) => (field === 'street' || field === 'town' ? '' : null);
const asExported: ExportedDaycare = {
  number: 'G70001',
  level: 'UNIT',
  name: '',
  status: 'ACTIVE',
  ownership: 'MUNICIPAL',
  municipality: { code: '0751' },
  validFrom: '2026-11-23T08:00:00.000Z',
  institution: { number: 'G70000' },
  type: 'NURSERY',
};
