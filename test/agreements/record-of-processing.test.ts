import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Actor } from '#shared/actor.ts';
import { recordLine, type ToldProcessing } from '../../subgraphs/agreements/outside/record-columns.ts';
import { engines } from '../support/databases.ts';
import {
  agency,
  approve,
  eventually,
  type Installation,
  load,
  registerSuppliers,
  requestAccess,
  row,
  startRegisterAndAgreements,
} from '../support/installation.ts';
import { actorWith } from '../support/subgraphs.ts';

const responsible = actorWith([{ role: 'DAYCARE_RESPONSIBLE', municipality: '0751' }]);
const staffOf = (daycare: string) => actorWith([{ role: 'DAYCARE_EMPLOYEE', daycare }]);
const asked = `query($d: InstitutionNumber, $m: MunicipalityCode, $first: Int = 50, $after: Cursor) {
  recordOfProcessing(daycare: $d, municipality: $m, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes {
    controller controllerCompanyNumber daycareNumber daycareName processor { name companyNumber } system { name } service { name } purposeKind purpose
    dataCategories personCategories processingAgreement since until state legalBasis recipients retention } } }`;

describe.each(engines)('the record of processing on $engine', (engine) => {
  let here: Installation;
  const grant = async (system: string, service: string, daycare: string, decider: Actor) => {
    const [result] = await requestAccess(here.ask, system, service, [daycare]);
    const { data } = await here.ask(decider, approve, { ids: [result.request.id] });
    return data.approveRequests.results[0].request.access.id as string;
  };
  beforeAll(async () => {
    here = await startRegisterAndAgreements(engine);
    await load(here.register, [
      row('G91001'),
      row('G91002', { ownership: 'SELF_OWNED' }),
      row('G91003', { ownership: 'PRIVATE' }),
      row('G92001', { institution: 'G91001' }),
      row('G93001', { institution: 'G91002', ownership: 'SELF_OWNED', companyNumber: '90000093' }),
      row('G94001', { institution: 'G91003', ownership: 'PRIVATE', companyNumber: '90000094' }),
    ]);
    await registerSuppliers(here.ask);
    await eventually(
      () => requestAccess(here.ask, 'S1002', 'ws17-communication', ['G94001']),
      ([result]) => result.refusal?.code !== 'NOT_FOUND',
    );
    const revoked = await grant('S1003', 'ws17-small', 'G92001', responsible);
    await here.ask(responsible, 'mutation($ids: [ID!]!) { revokeAccesses(ids: $ids, reason: "enough") { dryRun } }', { ids: [revoked] });
    await grant('S1003', 'ws17-medium', 'G92001', responsible);
    await grant('S1001', 'ws10-import', 'G93001', staffOf('G93001'));
    await grant('S1001', 'ws10-import', 'G94001', staffOf('G94001'));
  });
  afterAll(() => here.stop());
  const record = (actor: Actor, variables: object) => here.ask(actor, asked, { ...variables });

  test("a municipality's record names every access ever granted, by whom it is controlled, and when it ended; a private daycare keeps its own", async () => {
    const { data } = await record(responsible, { m: '0751' });
    const { totalCount, nodes } = data.recordOfProcessing;
    expect(totalCount).toBe(3);
    expect((await record(agency, { m: '0751' })).data.recordOfProcessing.totalCount).toBe(3);
    expect(nodes.map(({ daycareNumber, state, until }: ToldProcessing) => [daycareNumber, state, until !== null])).toEqual([
      ['G92001', 'REVOKED', true],
      ['G92001', 'ACTIVE', false],
      ['G93001', 'ACTIVE', false],
    ]);
    expect(nodes[0]).toMatchObject({
      controller: 'Aarhus Kommune',
      processor: { name: 'Supplier 1003', companyNumber: '92000001' },
      purpose: 'To do its work',
      dataCategories: ['name and UniID', 'role at the daycare', 'groups and rooms'],
      personCategories: ['children', 'staff'],
      processingAgreement: 'DPA 1',
    });
    expect(Date.parse(nodes[0].until)).toBeGreaterThanOrEqual(Date.parse(nodes[0].since));
    expect(nodes[2]).toMatchObject({
      controller: 'Daycare G93001',
      controllerCompanyNumber: '90000093',
      personCategories: ['children', 'contact persons', 'staff'],
    });
    expect(nodes[2].legalBasis).toContain('national number');
    const own = (await record(staffOf('G94001'), { d: 'G94001' })).data.recordOfProcessing;
    expect(own.nodes).toMatchObject([{ controller: 'Daycare G94001', controllerCompanyNumber: '90000094' }]);
  });

  test('it is for the controller and the agency; everyone else is refused, there or not', async () => {
    const codeOf = async (actor: Actor, variables: object) => (await record(actor, variables)).errors?.[0].extensions.code ?? 'shown';
    const neighbour = actorWith([{ role: 'DAYCARE_RESPONSIBLE', municipality: '0101' }]);
    const table: [string, Actor, object, string][] = [
      ['agency', agency, { m: '0751' }, 'shown'],
      ['agency', agency, { d: 'G94001' }, 'shown'],
      ['municipal employee', actorWith([{ role: 'MUNICIPAL_EMPLOYEE', municipality: '0751' }]), { m: '0751' }, 'shown'],
      ['responsible', responsible, { d: 'G93001' }, 'shown'],
      ['responsible, private', responsible, { d: 'G94001' }, 'NOT_PERMITTED'],
      ['neighbour', neighbour, { m: '0751' }, 'NOT_PERMITTED'],
      ['neighbour', neighbour, { d: 'G92001' }, 'NOT_PERMITTED'],
      ['another house', staffOf('G92001'), { d: 'G93001' }, 'NOT_PERMITTED'],
      ['a house, the whole', staffOf('G92001'), { m: '0751' }, 'NOT_PERMITTED'],
      ['nowhere', responsible, { d: 'G99999' }, 'NOT_PERMITTED'],
      ['supplier', actorWith([{ role: 'SUPPLIER', supplier: '1003' }]), { m: '0751' }, 'NOT_PERMITTED'],
      ['system', actorWith([{ role: 'SUPPLIER_SYSTEM', system: 'S1003' }]), { d: 'G92001' }, 'NOT_PERMITTED'],
      ['dashboard', actorWith([{ role: 'DASHBOARD' }]), { m: '0751' }, 'NOT_PERMITTED'],
      ['both places', responsible, { m: '0751', d: 'G92001' }, 'INVALID_INPUT'],
      ['no place', responsible, {}, 'INVALID_INPUT'],
    ];
    const answers = await Promise.all(
      table.map(async ([who, actor, variables]) => [who, actor, variables, await codeOf(actor, variables)]),
    );
    expect(answers.map(([who, , , code]) => [who, code])).toEqual(table.map(([who, , , code]) => [who, code]));
    expect(await record(neighbour, { d: 'G92001' })).toEqual(await record(neighbour, { d: 'G99999' }));
  });

  test('page by page it is the same record', async () => {
    const first = (await record(responsible, { m: '0751', first: 2 })).data.recordOfProcessing;
    const rest = (await record(responsible, { m: '0751', first: 2, after: first.pageInfo.endCursor })).data.recordOfProcessing;
    expect([...first.nodes, ...rest.nodes]).toEqual((await record(responsible, { m: '0751' })).data.recordOfProcessing.nodes);
    expect(rest.pageInfo.hasNextPage).toBe(false);
  });
});

describe('the file', () => {
  const told: ToldProcessing = {
    controller: 'Aarhus Kommune',
    controllerCompanyNumber: null,
    daycareNumber: 'G92001',
    daycareName: 'Trold; og "Nisse"',
    processor: { name: '=cmd()', companyNumber: '92000001' },
    system: { name: ' +1' },
    service: { name: 'Users, small package' },
    purposeKind: 'LEARNING_MATERIAL',
    purpose: 'Two\nlines',
    dataCategories: ['name and UniID'],
    personCategories: ['children', 'staff'],
    processingAgreement: '-DPA 1',
    since: '2026-11-24T23:30:00.000Z',
    until: null,
    state: 'CLOSED_BY_AGENCY',
    legalBasis: 'law',
    recipients: 'nobody',
    retention: 'a while',
  };
  const place = mkdtempSync(join(tmpdir(), 'tilslut-'));
  let server: Server;
  let url = '';
  let pages = 0;
  let broken = false;
  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.url === '/dev/token') return void response.end(JSON.stringify({ access_token: 'x' }));
      pages += 1;
      const page = {
        totalCount: 1000,
        pageInfo: { hasNextPage: pages < 2, endCursor: 'x' },
        nodes: Array.from({ length: 500 }, () => told),
      };
      const answer = broken && pages > 1 ? { errors: [{ message: 'It is full.' }] } : { data: { page } };
      setTimeout(() => response.end(JSON.stringify(answer)), broken ? 0 : 1100);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  });
  afterAll(() => {
    server.close();
    rmSync(place, { recursive: true, force: true });
  });
  const run = async (args: readonly string[], more: NodeJS.ProcessEnv = { TILSLUT_URL: url }) => {
    pages = 0;
    const child = spawn(process.execPath, ['subgraphs/agreements/commands/record-of-processing.ts', ...args], {
      env: { PATH: process.env.PATH ?? '', TILSLUT_DATA: join(place, 'none'), ...more },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (words) => (output += words));
    const [code] = await once(child, 'close');
    return { code, output };
  };

  test('a line runs no formula and breaks into no second one, and a spreadsheet reads it back', () => {
    const [cells] = parse(recordLine(told), { delimiter: ';' }) as string[][];
    expect(cells).toHaveLength(19);
    expect(cells?.slice(3, 7)).toEqual(['Trold; og "Nisse"', "'=cmd()", '92000001', "' +1"]);
    expect([cells?.[8], cells?.[9], cells?.[12], cells?.[13], cells?.[14], cells?.[15]]).toEqual([
      'Learning material',
      'Two\nlines',
      "'-DPA 1",
      '2026-11-24',
      '',
      'Closed by agency',
    ]);
  });

  test('the command writes it whole, tells how far it is when it takes long, and leaves no half file', async () => {
    const file = join(place, 'record.csv');
    const { code, output } = await run(['--municipality', '0751', file]);
    expect([code, output]).toEqual([0, expect.stringMatching(/1000 of 1000 processings[\s\S]*1000 processings are in/)]);
    const text = readFileSync(file, 'utf8');
    expect(text.startsWith('\uFEFFController now (dataansvarlig);')).toBe(true);
    expect((parse(text.slice(1), { delimiter: ';' }) as string[][]).length).toBe(1001);
    broken = true;
    const other = join(place, 'other.csv');
    expect(await run(['--daycare', 'G94001', other])).toMatchObject({ code: 1, output: expect.stringContaining('It is full.') });
    expect([existsSync(other), readdirSync(place)]).toEqual([false, ['record.csv']]);
  }, 20_000);

  test.each([
    [['--municipality', '0751'], {}, 'Whose record'],
    [['x.csv'], {}, 'Whose record'],
    [['--municipality', '0751', '--daycare', 'G94001', 'x.csv'], {}, 'Whose record'],
    [['--nothing', 'x.csv'], {}, 'Whose record'],
    [['--municipality', '0751', 'x.csv'], { TILSLUT_URL: '' }, 'No server runs'],
  ])('it says what it lacks: %j', async (args, more, sentence) => {
    expect(await run(args, { TILSLUT_URL: url, ...more })).toMatchObject({ code: 2, output: expect.stringContaining(sentence) });
  });
});
