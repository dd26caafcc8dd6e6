import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Supergraph } from '@apollo/federation-internals';
import { parse, validate } from 'graphql';
import { FAULT } from '#shared/present-error.ts';
import { refusalCodes } from '#shared/refusal.ts';
import { composeSupergraph } from '../../gateway/compose-supergraph.ts';
import { requestsAMinute } from '../../gateway/overload/budgets.ts';
import { embeddedStage, type Stage } from '../support/stage.ts';
import { root } from '../support/sources.ts';
import { differences, snippetsIn, tableColumn } from './snippets.ts';

const text = readFileSync(join(root, 'docs/integrate.md'), 'utf8');
const snippets = snippetsIn(text);
const written = 'http://127.0.0.1:4000';

describe('docs/integrate.md', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tilslut-docs-'));
  let stage: Stage;
  let issuer: Server;
  let environment: Record<string, string>;
  beforeAll(async () => {
    stage = await embeddedStage();
    issuer = await standardIssuer(() => stage.token({ as: 'S1003' }));
    const { port } = issuer.address() as AddressInfo;
    const client = { OIDC_ISSUER: `http://127.0.0.1:${port}`, CLIENT_ID: 'S1003', CLIENT_SECRET: 'a-secret' };
    environment = { PATH: `${join(process.execPath, '..')}:${process.env.PATH}`, ...client };
  }, 60_000);
  afterAll(async () => {
    issuer.close();
    await stage.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Runs lines in a shell; what they export holds for those after them. */
  const shell = async (lines: string): Promise<string> => {
    const end = '\necho; echo ==environment; env -0 | base64 -w0';
    const child = spawn('bash', ['-e', '-o', 'pipefail', '-c', lines.replaceAll(written, stage.url) + end], {
      cwd: folder,
      env: environment,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (told) => {
        output += told;
      });
    const [code] = await once(child, 'close');
    const [said = '', exported = ''] = output.split('==environment\n');
    if (code !== 0) throw new Error(`${lines}\n${output}`);
    const entries = Buffer.from(exported, 'base64').toString().split('\0').filter(Boolean);
    environment = Object.fromEntries(entries.map((entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)]));
    return said.replaceAll('\r', '').trim();
  };
  const operation = async (query: string, persona: string): Promise<string> => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await stage.token({ as: persona })}` };
    return (await fetch(`${stage.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) })).text();
  };

  test('every line of it runs as it stands, and answers as it says', async () => {
    let answered = '';
    const done: string[] = [];
    for (const { language, text: lines } of snippets) {
      const persona = /^# as (\S+)\n/.exec(lines)?.[1];
      const file = /^\/\/ (\S+\.mjs):/.exec(lines)?.[1];
      if (language === 'bash') answered = await shell(lines);
      else if (language === 'graphql' && persona) answered = await operation(lines, persona);
      else if (language === 'js' && file) writeFileSync(join(folder, file), lines);
      else if (language === 'json')
        expect({ lines, answered, differ: differences(JSON.parse(lines), JSON.parse(answered)) }).toMatchObject({ differ: [] });
      else if (language === 'text') expect({ answered, differ: differences(lines.trim(), answered) }).toMatchObject({ differ: [] });
      else continue;
      done.push(language);
    }
    expect(done.filter((language) => language === 'bash').length).toBeGreaterThanOrEqual(6);
    expect(done).toEqual(expect.arrayContaining(['bash', 'graphql', 'js', 'json', 'text']));
    expect(environment.TOKEN).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  }, 60_000);

  test('the mirror is the register, and hears by long poll of what changes', async () => {
    const mirrored = (): Record<string, { name: string; municipality: { code: string } }> =>
      JSON.parse(readFileSync(join(folder, 'mirror.json'), 'utf8')).daycares;
    const query =
      '{ daycares(first: 500, filter: { status: [PLANNED, ACTIVE, CLOSED] }) { nodes { number name status ownership municipality { code } } } }';
    const whole = async () => {
      const { data } = JSON.parse(await operation(query, 'agency'));
      return Object.fromEntries(data.daycares.nodes.map((node: { number: string }) => [node.number, node]));
    };
    expect(mirrored()).toEqual(await whole());
    const following = spawn(process.execPath, ['mirror.mjs'], { cwd: folder, env: environment, stdio: 'ignore' });
    const gone = once(following, 'exit');
    await pause(1_000);
    const { data } = JSON.parse(
      await operation(
        `{ daycares(first: 1, filter: { municipality: "0751", level: UNIT, ownership: MUNICIPAL }) { nodes { number version } } }`,
        'agency',
      ),
    );
    const [{ number, version }] = data.daycares.nodes;
    const changed = await operation(
      `mutation { changeUnit(number: "${number}", version: ${version}, changes: { name: "Nyt navn" }) { daycare { name } } }`,
      'employee-0751',
    );
    expect(JSON.parse(changed)).toEqual({ data: { changeUnit: { daycare: { name: 'Nyt navn' } } } });
    for (let tries = 0; tries < 200 && mirrored()[number]?.name !== 'Nyt navn'; tries++) await pause(25);
    expect(mirrored()[number]?.name).toBe('Nyt navn');
    following.kill();
    await gone;
    await shell('node mirror.mjs once');
    expect(mirrored()).toEqual(await whole());
  }, 60_000);

  test('the mirror waits as it is told where too much is asked, and goes on', async () => {
    let turnedAway = 0;
    const busy = createServer((request, response) => {
      const away = turnedAway < 2;
      if (away) turnedAway += 1;
      if (away) return void response.writeHead(turnedAway === 1 ? 429 : 503, { 'retry-after': '0' }).end('{}');
      response.end(JSON.stringify({ data: { daycareChanges: { nextCursor: 'c', caughtUp: true, changes: [] } } }));
      request.resume();
    });
    await new Promise<void>((ready) => busy.listen(0, '127.0.0.1', ready));
    const { port } = busy.address() as AddressInfo;
    await shell(`TILSLUT=http://127.0.0.1:${port} node mirror.mjs once`).finally(() => busy.close());
    expect(turnedAway).toBe(2);
  });
});

describe('what docs/integrate.md says', () => {
  const schema = Supergraph.build(composeSupergraph((name) => `http://${name}.invalid`))
    .apiSchema()
    .toGraphQLJSSchema();

  test('every operation in it is one that the schema knows', () => {
    const operations = [
      ...snippets.filter(({ language }) => language === 'graphql').map((snippet) => snippet.text),
      ...snippets.filter(({ language }) => language === 'js').flatMap(({ text: lines }) => queriesIn(lines)),
    ];
    expect(operations.length).toBeGreaterThan(4);
    for (const each of operations)
      expect({ each, faults: validate(schema, parse(each)).map(({ message }) => message) }).toEqual({ each, faults: [] });
  });

  test('its tables have every code that is answered, and no other', () => {
    const told = [...tableColumn(text, 'code | what to do'), ...tableColumn(text, 'code | what is measured')];
    expect([...new Set(told)].sort()).toEqual([...refusalCodes, FAULT].sort());
  });

  test('its budgets are those that are counted', () => {
    const { system, dashboard, administrator } = requestsAMinute;
    expect(text).toContain(
      `A system may send ${system.toLocaleString('en')} requests a minute, a dashboard ${dashboard}, a person ${administrator};`,
    );
  });

  test('what it shows is told from what is not so', () => {
    expect(differences({ a: ['x…', '…'] }, { a: ['xy'] })).toEqual([]);
    expect(differences({ a: 'x…', b: 1 }, { a: 'y', b: 2 })).toEqual(['.a: y', '.b: 2']);
    expect(differences({ a: [1] }, { a: [] })).toEqual(['.a: 0 of 1']);
    expect(differences({ a: { b: null } }, {})).toEqual(['.a: undefined']);
  });
});

/** The operations in template strings, with the one constant that they are put together from. */
function queriesIn(lines: string): string[] {
  const constant = /const daycare = '([^']*)'/.exec(lines)?.[1] ?? '';
  return [...lines.matchAll(/`((?:query|mutation)[^`]*)`/g)].map(([, query = '']) => query.replaceAll(/\$\{daycare\}/g, constant));
}

/** An OpenID Connect issuer that gives a token for a client's id and secret, and for nothing else. */
async function standardIssuer(token: () => Promise<string>): Promise<Server> {
  const server = createServer(async (request, response) => {
    const base = `http://${request.headers.host}`;
    if (request.url !== '/token') return void response.end(JSON.stringify({ issuer: base, token_endpoint: `${base}/token` }));
    let body = '';
    for await (const part of request) body += part;
    const isClient = request.headers.authorization === `Basic ${Buffer.from('S1003:a-secret').toString('base64')}`;
    if (!isClient || new URLSearchParams(body).get('grant_type') !== 'client_credentials') return void response.writeHead(401).end('{}');
    response.end(JSON.stringify({ access_token: await token(), token_type: 'Bearer', expires_in: 600 }));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return server;
}
