import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { standAlone } from '../../subgraphs/institutions/stand-alone.ts';
import { loadRegisterFile } from '../../subgraphs/institutions/commands/load-register-file.ts';
import { everyDaycare, silent } from '../support/stand-alone-register.ts';
import { fileOf, kinds, type Line, secondLines } from './support/second-register-file.ts';

// The real register is no part of the project; where it is not beside it, these tests say that they are left out.
const folder = new URL('../../../shared/data/', import.meta.url).pathname;
const file = join(folder, 'dagtilbudsregister.csv');
const there = existsSync(file);
if (!there) console.log('The real register is not here: its tests are left out.');

(there ? describe : describe.skip)('the real register', () => {
  const place = mkdtempSync(join(tmpdir(), 'tilslut-'));
  let register: Awaited<ReturnType<typeof standAlone>>;
  let rows: Record<string, string>[];
  let firstLoading = 0;
  beforeAll(async () => {
    rows = parse(readFileSync(file), { delimiter: ';', bom: true, columns: true });
    register = await standAlone(place);
  });
  afterAll(async () => {
    await register.stop();
    rmSync(place, { recursive: true, force: true });
  });

  test('loads within 20 seconds, each row once; a second run changes nothing', async () => {
    const started = performance.now();
    const first = await loadRegisterFile(file, register.client, silent);
    firstLoading = performance.now() - started;
    expect(firstLoading).toBeLessThan(20_000);
    expect(first).toEqual({ created: rows.length, changed: 0, unchanged: 0, refused: 0, firstRefused: [], missing: 0 });
    expect(await loadRegisterFile(file, register.client, silent)).toEqual({
      created: 0,
      changed: 0,
      unchanged: rows.length,
      refused: 0,
      firstRefused: [],
      missing: 0,
    });
  }, 60_000);

  test("counts by ownership and by kind are the file's", async () => {
    const units = rows.filter(({ dagtilbudsType }) => dagtilbudsType === 'anvisningsenhed');
    const count = async (filter: string) =>
      (await register.client({ query: `{ daycares(filter: { level: UNIT, ${filter} }) { totalCount } }` })).data.daycares.totalCount;
    const ownerships = { 1: 'MUNICIPAL', 2: 'SELF_OWNED', 3: 'PRIVATE', 4: 'OUTSOURCED' };
    for (const [code, ownership] of Object.entries(ownerships))
      expect({ ownership, count: await count(`ownership: [${ownership}]`) }).toEqual({
        ownership,
        count: units.filter(({ ejerformKode }) => ejerformKode === code).length,
      });
    const types = {
      6010: 'NURSERY',
      6011: 'KINDERGARTEN',
      6012: 'AGE_INTEGRATED',
      6013: 'CHILDMINDING',
      6014: 'KINDERGARTEN_FROM_TWO',
      6020: 'LEISURE_HOME',
      6021: 'CLUB',
      6022: 'SPECIAL',
    };
    for (const [code, type] of Object.entries(types))
      expect({ type, count: await count(`type: [${type}]`) }).toEqual({
        type,
        count: units.filter(({ instType3 }) => instType3 === code).length,
      });
  });

  test("Copenhagen's 468 units and their clusters page through without a gap or a double", async () => {
    const own = rows
      .filter(({ admKommuneKode }) => admKommuneKode === '0101')
      .map((row) => row.anvisningsenhedsNummer || row.daginstitutionsNummer)
      .sort();
    const seen: string[] = [];
    for (let after: string | null = '', page = 0; after !== null; page++) {
      const { data } = await register.client({
        query:
          'query($after: Cursor) { daycares(filter: { municipality: "0101" }, first: 97, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { number level } } }',
        variables: { after: after || null },
      });
      seen.push(...data.daycares.nodes.map(({ number }: { number: string }) => number));
      if (page === 0) expect(data.daycares.totalCount).toBe(own.length);
      after = data.daycares.pageInfo.hasNextPage ? data.daycares.pageInfo.endCursor : null;
    }
    expect(seen).toEqual(own);
    expect(
      rows.filter(({ admKommuneKode, dagtilbudsType }) => admKommuneKode === '0101' && dagtilbudsType === 'anvisningsenhed'),
    ).toHaveLength(468);
  });

  test('our 98 municipalities are the official ones', async () => {
    const official: Record<string, string>[] = parse(readFileSync(join(folder, 'municipalities.csv')), { columns: true, bom: true });
    const { data } = await register.client({ query: '{ municipalities { code name } }' });
    expect(data.municipalities).toEqual(official.map(({ kommunekode, name }) => ({ code: kommunekode, name })));
  });

  test('five hundred changes of every kind come with a second file, both files in 20 seconds; a third run changes nothing', async () => {
    expect(Object.values(kinds).reduce((sum, count) => sum + count, 0)).toBe(500);
    const second = secondLines(rows);
    const path = join(place, 'five-hundred.csv');
    writeFileSync(path, fileOf(second.lines));
    const started = performance.now();
    const { firstRefused, ...counts } = await loadRegisterFile(path, register.client, silent);
    const seconds = [firstLoading, performance.now() - started].map((milliseconds) => milliseconds / 1000);
    console.log(`The real register in ${seconds[0]?.toFixed(1)} s, five hundred changes in ${seconds[1]?.toFixed(1)} s.`);
    const { created, changed } = second;
    expect(firstRefused).toEqual([]);
    expect(counts).toEqual({ created, changed, unchanged: second.lines.length - created - changed, refused: 0, missing: 0 });
    expect(seconds.reduce((sum, each) => sum + each)).toBeLessThan(20);
    expect(await loadRegisterFile(path, register.client, silent)).toMatchObject({ created: 0, changed: 0, unchanged: second.lines.length });
    await seen(second.lines);
  }, 60_000);

  /** The register says what the lines do. */
  const seen = async (lines: readonly Line[]) => {
    const ownerships: Record<string, string> = { 1: 'MUNICIPAL', 2: 'SELF_OWNED', 3: 'PRIVATE' };
    const said = lines.map((line) => {
      const number = line.alternativAdresseNummer || line.anvisningsenhedsNummer || line.daginstitutionsNummer;
      const common = [number, line.dagtilbudsNavn?.trim(), line.aktivitetsstatus === 'Nedlagt', ownerships[line.ejerformKode ?? '']];
      if (line.dagtilbudsType === 'daginstitution') return common;
      return [...common, line.daginstitutionsNummer, line.vejNavn?.trim(), line.pNummer || null];
    });
    const known = Object.values(await everyDaycare(register.client)).map((told) => {
      const common = [told.number, told.name, told.status === 'CLOSED', told.ownership];
      if (told.level === 'INSTITUTION') return common;
      return [...common, (told.unit ?? told).institution.number, told.address.street, told.productionUnitNumber];
    });
    const byNumber = ([one]: unknown[], [other]: unknown[]) => (String(one) < String(other) ? -1 : 1);
    expect(known.sort(byNumber)).toEqual(said.sort(byNumber));
  };

  test('a row is changed, another closed, a bad line named; what is not in the file is left as it is', async () => {
    const lines = readFileSync(file, 'utf8').split('\n');
    const units = lines.filter((line) => line.startsWith('anvisningsenhed'));
    const changed = units[0]!.replace('Halvdagsbørnehaven', 'Heldagsbørnehaven').replace('55,68539', '55,7');
    const closed = units[1]!.replace(';Aktiv;', ';Nedlagt;');
    const bad = [units[2]!.replace(';6012;', ';9999;'), units[3]!.split(';').slice(0, 9).join(';'), units[4]!.replace(/;0101;/, ';0999;')];
    const second = join(place, 'second.csv');
    writeFileSync(second, [lines[0], changed, closed, ...bad].join('\n'));
    const { firstRefused, missing, ...counts } = await loadRegisterFile(second, register.client, silent);
    expect(counts).toEqual({ created: 0, changed: 2, unchanged: 0, refused: 3 });
    expect(firstRefused.map(({ line }) => line)).toEqual([4, 5, 6]);
    expect(missing).toBeGreaterThan(6000);
    const [, , number] = closed.split(';');
    const { data } = await register.client({
      query: 'query($n: InstitutionNumber!) { daycare(number: $n) { status history { nodes { kind changes { field } } } } }',
      variables: { n: number },
    });
    expect(data.daycare).toMatchObject({
      status: 'CLOSED',
      history: { nodes: [{ kind: 'CLOSED', changes: [{ field: 'status' }] }, { kind: 'REGISTERED' }] },
    });
  });
});
