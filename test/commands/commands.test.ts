import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoDocument } from '../../demo/document.ts';
import { holderOf } from '#shared/lock-file.ts';
import { castAt } from '../../demo/steps.ts';
import { eventually } from '../support/installation.ts';
import { xmlOf } from '../identities/support/xml-of.ts';
import { openDaycare } from '../support/opened-daycare.ts';

const place = mkdtempSync(join(tmpdir(), 'tilslut-'));
const folder = join(place, 'data');
const environment = (more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH ?? '',
  APOLLO_TELEMETRY_DISABLED: '1',
  TILSLUT_DATA: folder,
  PORT: '0',
  ...more,
});

/** Runs a command to its end as a person would, and keeps what it wrote. */
async function run(file: string, args: readonly string[] = [], more: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [file, ...args], { env: environment(more) });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (told) => {
      output += told;
    });
  const [code] = await once(child, 'close');
  return { code, output };
}

const loadRegister = 'subgraphs/institutions/commands/load-register.ts';
const exportRegister = 'subgraphs/institutions/commands/export-register.ts';
const header =
  'dagtilbudsType;daginstitutionsNummer;anvisningsenhedsNummer;alternativAdresseNummer;dagtilbudsNavn;ejerformKode;ejerformKode_Tekst;instType3;instType3_Tekst;aktivitetsstatus;admKommuneKode;admKommuneKode_Tekst;vejNavn;husNummer;postNummer;byNavn;geoBredde;geoLaengde;cvrNummer;pNummer';
const rows = [
  'daginstitution;G70000;;;Område Øst;1;Kommunal;;;Aktiv;0751;Aarhus;;;;;;;;',
  'anvisningsenhed;G70000;G70001;;"Trold; og ""Nisse""";1;Kommunal;6012;Aldersintegreret;Aktiv;0751;Aarhus;Ågade;1;8000;Aarhus C;56,1;10,2;90000751;9000000001',
];

describe('the commands, beside one server and without it', () => {
  let server: ChildProcess;
  let greeting = '';
  const start = async () => {
    server = spawn(process.execPath, ['start.ts'], { env: environment() });
    server.stdout?.on('data', (told) => {
      greeting += told;
    });
    server.stderr?.on('data', (told) => {
      greeting += told;
    });
    await eventually(
      async () => greeting,
      (told) => told.includes('npm run demo'),
    );
  };
  const stop = async () => {
    const gone = once(server, 'exit');
    server.kill('SIGTERM');
    return (await gone)[0];
  };
  beforeAll(start, 60_000);
  afterAll(async () => {
    if (server.exitCode === null) await stop();
    rmSync(place, { recursive: true, force: true });
  });

  test('npm start tells where things are and who there is; its folder is its own', async () => {
    expect(greeting).toMatch(/GraphQL {3}http:\/\/127\.0\.0\.1:\d+\/graphql/);
    for (const persona of ['responsible-0751', 'S1001', 'agency']) expect(greeting).toContain(persona);
    const second = await run('start.ts');
    expect(second).toMatchObject({ code: 1, output: expect.stringContaining('in use by process') });
    expect(existsSync(join(folder, 'vault-keys.json'))).toBe(true);
  });

  test('npm run demo plays the main job and ends with 0', async () => {
    const { code, output } = await run('demo/play.ts');
    expect(output).toContain('All steps answered as they should.');
    expect(code).toBe(0);
  }, 60_000);

  test('npm run load-register loads through the server and names bad lines; another header takes nothing', async () => {
    const file = join(place, 'register.csv');
    writeFileSync(file, `\uFEFF${[header, ...rows, rows[1]!.replace('G70001', 'G7'), rows[1]!.slice(0, 60)].join('\r\n')}\r\n`);
    const first = await run(loadRegister, [file]);
    expect(first).toMatchObject({ code: 0, output: expect.stringContaining('through the server at') });
    expect(first.output).toContain('2 created, 0 changed, 0 unchanged, 2 refused.');
    expect(first.output).toMatch(/line 4: .*institution number[\s\S]*line 5: The line has \d+ columns/);
    expect((await run(loadRegister, [file])).output).toContain('0 created, 0 changed, 2 unchanged, 2 refused.');
    writeFileSync(file, `a;b\n1;2\n`);
    expect(await run(loadRegister, [file])).toMatchObject({
      code: 1,
      output: expect.stringContaining("not the register's header"),
    });
    writeFileSync(file, Buffer.from(`${header}\n${rows[0]}\n`, 'latin1'));
    expect(await run(loadRegister, [file])).toMatchObject({
      code: 1,
      output: expect.stringContaining('not UTF-8'),
    });
    expect(await run(loadRegister, [join(place, 'none.csv')])).toMatchObject({
      code: 1,
      output: expect.stringContaining('There is no file'),
    });
  }, 60_000);

  test('npm run export-register writes what the running server has, and says what a file has no place for', async () => {
    const file = join(place, 'exported.csv');
    const { code, output } = await run(exportRegister, [file]);
    expect(output).toMatch(/through the server at [\s\S]*25 clusters, 57 units and 4 locations, the closed among them, are in /);
    expect(output).toContain('no place for legal bases, older numbers, history');
    expect(code).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain(
      `\r\n${rows[1]!.replace('Aldersintegreret', 'Aldersintegreret institution')};;0751;Aarhus;;;;`,
    );
    expect((await run(loadRegister, [file])).output).toContain('0 created, 0 changed, 86 unchanged, 0 refused.');
    expect(await run(exportRegister)).toMatchObject({ code: 2, output: expect.stringContaining('-- FILE.csv') });
    expect(await run(exportRegister, [join(place, 'none', 'exported.csv')])).toMatchObject({
      code: 1,
      output: expect.stringContaining('There is no folder for'),
    });
  }, 60_000);

  test('npm run import hands in a folder of documents, and says of each what became of it', async () => {
    const url = holderOf(folder)?.url ?? '';
    await openDaycare(castAt(url), 'G90053');
    const documents = join(place, 'documents');
    mkdirSync(documents);
    writeFileSync(join(documents, '1-good.json'), JSON.stringify(demoDocument('G90053', new Date(), { children: 3 })));
    writeFileSync(join(documents, '2-elsewhere.json'), JSON.stringify(demoDocument('G90054', new Date(), { children: 3 })));
    writeFileSync(join(documents, '3-broken.json'), '{');
    const today = { ...demoDocument('G90053', new Date(Date.now() + 60_000), { children: 3 }) };
    writeFileSync(join(documents, '4-today.xml'), xmlOf(today));
    writeFileSync(join(documents, '5-unknown.xml'), xmlOf(today).replace('</Institution>', '<Kitchen/></Institution>'));
    const { code, output } = await run('subgraphs/identities/commands/import.ts', ['--as', 'S1001', documents]);
    expect(code).toBe(1);
    expect(output).toMatch(/1-good\.json: G90053 \d+ persons/);
    expect(output).toContain('NO_ACTIVE_ACCESS');
    expect(output).toContain('3-broken.json: is neither XML, which begins with <, nor JSON.');
    expect(output).toMatch(/4-today\.xml: G90053 \d+ persons; 0 ties begun/);
    expect(output).toMatch(
      /5-unknown\.xml: REFUSED INVALID_INPUT: .*\(fault UNKNOWN_ELEMENT, path \/UNILoginImport\/Institution, line \d+/,
    );
    expect(output).toContain('2 of 5 documents taken in.');
    expect(output).not.toMatch(/\d{10}/);
    expect(await run('subgraphs/identities/commands/import.ts', [documents])).toMatchObject({
      code: 2,
      output: expect.stringContaining('--as S1001'),
    });
  }, 60_000);

  test('on SIGTERM it ends calmly; the register then loads on the files, and all is there when it starts again', async () => {
    const keys = readFileSync(join(folder, 'vault-keys.json'), 'utf8');
    expect(await stop()).toBe(0);
    expect(holderOf(folder)).toBeUndefined();
    const file = join(place, 'more.csv');
    writeFileSync(file, [header, rows[0], rows[1], rows[1]!.replace('G70001', 'G70002'), ''].join('\n'));
    expect((await run(loadRegister, [file])).output).toMatch(/through the files in[\s\S]*1 created, 0 changed, 2 unchanged, 0 refused/);
    const exported = join(place, 'exported.csv');
    expect(await run(exportRegister, [exported])).toMatchObject({
      code: 0,
      output: expect.stringMatching(/through the files in [\s\S]*25 clusters, 58 units and 4 locations/),
    });
    expect(readFileSync(exported, 'utf8')).toContain(';G70002;');
    const nowhere = { TILSLUT_DATA: join(place, 'nowhere') };
    expect(await run(exportRegister, [exported], nowhere)).toMatchObject({
      code: 1,
      output: expect.stringContaining('There is no register in'),
    });
    expect(existsSync(nowhere.TILSLUT_DATA)).toBe(false);
    greeting = '';
    await start();
    const agency = castAt(holderOf(folder)?.url ?? '')({ as: 'agency' });
    const { data } = await agency({
      query: '{ daycare(number: "g 70002") { number name } dataAccesses(filter: { state: [ACTIVE] }) { totalCount } }',
    });
    expect(data.daycare).toEqual({ number: 'G70002', name: 'Trold; og "Nisse"' });
    expect(data.dataAccesses.totalCount).toBeGreaterThan(4);
    expect(readFileSync(join(folder, 'vault-keys.json'), 'utf8')).toBe(keys);
  }, 60_000);
});
