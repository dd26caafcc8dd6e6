import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDocumentFile } from '../../subgraphs/identities/commands/document-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'tilslut-'));
const at = (name: string, content: string | Uint8Array = '') => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the file of a document', () => {
  test.each<[string, string | Uint8Array, object]>([
    ['is XML where it begins with <, also behind a mark and space', '\uFEFF \n<a/>', { xml: ' \n<a/>' }],
    ['is JSON where it is JSON', '\uFEFF{"a":1}', { input: { a: 1 } }],
    ['is neither', 'daycare;G10001', { unfit: expect.stringContaining('neither XML') }],
    ['is empty', ' \n', { unfit: 'is empty.' }],
    [
      'is Latin-1 that calls itself UTF-8',
      Buffer.from('<?xml version="1.0" encoding="UTF-8"?><a>Å</a>', 'latin1'),
      { unfit: expect.stringContaining('not UTF-8') },
    ],
    ['is UTF-16', Buffer.from('\uFEFF<a/>', 'utf16le'), { unfit: expect.stringContaining('UTF-16') }],
  ])('%s', async (_, content, read) => {
    expect(await readDocumentFile(at('file', content))).toEqual(read);
  });

  test('of 1 GB is not read at all, and what has no end no further than 16 MB', async () => {
    const file = at('large.xml');
    truncateSync(file, 1024 ** 3);
    const before = process.resourceUsage().maxRSS;
    const began = performance.now();
    expect(await readDocumentFile(file)).toEqual({ unfit: expect.stringContaining('larger than 16 MB') });
    expect(await readDocumentFile('/dev/zero')).toEqual({ unfit: expect.stringContaining('larger than 16 MB') });
    expect(performance.now() - began).toBeLessThan(10_000);
    expect((process.resourceUsage().maxRSS - before) / 1024).toBeLessThan(128);
  });
});

describe('npm run import', () => {
  let server: Server;
  let asked = 0;
  let url = '';
  beforeAll(async () => {
    server = createServer((_, answer) => {
      asked += 1;
      answer.end('{}');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port }: Partial<AddressInfo> = Object(server.address());
    url = `http://127.0.0.1:${port}`;
  });
  afterAll(() => {
    server.close();
  });

  test('refuses a file that is too large without sending anything, in flat memory, and says so', async () => {
    const file = at('huge.xml');
    truncateSync(file, 1024 ** 3);
    // How much it held at the most, since it became this command and not the process that it was started from.
    const most = `/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]`;
    const script = `const { readFileSync, writeFileSync } = require('node:fs'); process.on('exit', () => writeFileSync(${JSON.stringify(join(folder, 'used'))}, ${most}));`;
    const measured = at('measure.cjs', script);
    const child = spawn(process.execPath, ['--require', measured, 'subgraphs/identities/commands/import.ts', '--as', 'S1001', file], {
      env: { PATH: process.env.PATH ?? '', TILSLUT_URL: url, TILSLUT_TOKEN: 'none' },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (told) => {
        output += told;
      });
    const [code] = await once(child, 'close');
    expect([code, asked]).toEqual([1, 0]);
    expect(output).toContain('huge.xml: is larger than 16 MB; a document is of one daycare, and no such is so large.');
    expect(output).toContain('0 of 1 documents taken in.');
    expect(Number(readFileSync(join(folder, 'used'), 'utf8')) / 1024).toBeLessThan(256);
  });
});
