import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { idOf, readManifest } from '../../../gateway/admission/registered/read-manifest.ts';
import { type StandingProcess, startStandingProcess } from '../attacks/standing-process.ts';

const wide = `query Wide { ${Array.from({ length: 40 }, (_, at) => `v${at}: viewer { ${Array.from({ length: 10 }, (__, name) => `n${name}: id`).join(' ')} }`).join(' ')} }`;
const act = 'mutation Act { withdrawRequests(ids: ["1"]) { results { id refusal { code } } } }';
const inbox = 'query Inbox { inbox { totalCount } }';
const municipal = 'query Sums { registerStatistics(by: [OWNERSHIP]) { keys { key } } }';
const folder = mkdtempSync(join(tmpdir(), 'tilslut-operations-'));
const file = join(folder, 'operations.json');
const listOf = (documents: readonly string[]) =>
  Object.fromEntries(documents.map((document) => [idOf(document), { document, client: 'portal' }]));

let system: StandingProcess;
beforeAll(async () => {
  writeFileSync(file, JSON.stringify(listOf([wide, act, inbox, municipal])));
  system = await startStandingProcess({ PERSISTED_OPERATIONS: file });
}, 60_000);
afterAll(async () => {
  await system.stop();
  rmSync(folder, { recursive: true });
});

async function ask(body: object, as = 'employee-0751') {
  const response = await fetch(`${system.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await system.token(as)}` },
    body: JSON.stringify(body),
  });
  const told = JSON.parse(await response.text());
  return { status: response.status, code: told.errors?.[0]?.extensions.code, data: told.data };
}

describe('a registered operation', () => {
  test('is held to no limit when it comes by its id, in either form, and to all of them when it comes as a text', async () => {
    expect(await ask({ query: wide })).toMatchObject({ status: 400, code: 'TOO_MANY_ROOT_FIELDS' });
    const persisted = { extensions: { persistedQuery: { version: 1, sha256Hash: idOf(wide) } } };
    for (const body of [{ documentId: idOf(wide) }, persisted, { ...persisted, query: wide }]) {
      const { status, code, data } = await ask(body);
      expect({ status, code }).toEqual({ status: 200, code: undefined });
      expect(Object.keys(data)).toHaveLength(40);
    }
  });

  test('that is asked by its id is the one that is registered, and no other', async () => {
    expect(await ask({ documentId: idOf(wide), query: '{ viewer { id } }' })).toMatchObject({ status: 400, code: 'INVALID_INPUT' });
    expect(await ask({ documentId: idOf('{ viewer { id } }') })).toMatchObject({ status: 404, code: 'OPERATION_UNKNOWN' });
  });

  test('is asked with the permissions of who sends it', async () => {
    expect(await ask({ documentId: idOf(inbox) }, 'dashboard')).toMatchObject({ code: 'NOT_PERMITTED' });
  });

  test('can be asked by GET if it only reads', async () => {
    const headers = { authorization: `Bearer ${await system.token('agency')}`, 'apollo-require-preflight': '1' };
    const statusOf = async (document: string) => (await fetch(`${system.url}/graphql?documentId=${idOf(document)}`, { headers })).status;
    expect([await statusOf(wide), await statusOf(act)]).toEqual([200, 405]);
  });
});

describe('a list of operations', () => {
  const write = (given: unknown) => {
    const other = join(folder, 'other.json');
    writeFileSync(other, JSON.stringify(given));
    return other;
  };
  const check = (given: unknown) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['gateway/admission/registered/check-manifest.ts', write(given)]);
    return { status, told: `${stdout}${stderr}` };
  };

  test('names every fault at once, and none of it is taken', () => {
    const given = { abc: { document: '{ a }', client: 'portal' }, def: { document: 5, client: 'portal' } };
    expect(() => readManifest(write(given))).toThrow(/abc: is not the SHA-256.*\ndef: needs a document/);
    expect(() => readManifest(write([]))).toThrow('no list');
  });

  test('is checked against the supergraph', () => {
    expect(check(listOf([wide, act, municipal]))).toEqual({ status: 0, told: '3 operations fit.\n' });
    const { status, told } = check(listOf([wide, '{ viewer { nothing } }', '{ viewer {']));
    expect(status).toBe(1);
    expect(told).toContain(`${idOf('{ viewer { nothing } }')} of portal: Cannot query field "nothing"`);
    expect(told).toContain(`${idOf('{ viewer {')} of portal: Syntax Error`);
  });
});
