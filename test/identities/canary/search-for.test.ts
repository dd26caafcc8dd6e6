import { describe, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { knownNumbers } from './known-numbers.ts';
import { searchFor } from './search-for.ts';

const numbers = knownNumbers();
const hex = (text: string) => Buffer.from(text).toString('hex');
const ways: Readonly<Record<string, (number: string) => string>> = {
  plain: (number) => number,
  'at the end of a word': (number) => `alias${number}`,
  dashed: (number) => `${number.slice(0, 6)}-${number.slice(6)}`,
  spaced: (number) => `${number.slice(0, 6)} ${number.slice(6)}`,
  'in four parts': (number) => number.replace(/^(..)(..)(..)/, '$1 $2 $3 '),
  'after another number': (number) => `12 ${number}`,
  'in a URL': (number) => encodeURIComponent(`${number.slice(0, 6)} ${number.slice(6)}`),
  'with an encoded dash': (number) => `${number.slice(0, 6)}%2d${number.slice(6)}`,
  'encoded twice': (number) => `${number.slice(0, 6)}%252D${number.slice(6)}`,
  'encoded digit by digit': (number) => number.replaceAll(/\d/g, '%3$&'),
  'escaped in JSON': (number) => number.replaceAll(/\d/g, '\\u003$&'),
  'dash escaped in JSON': (number) => `${number.slice(0, 6)}\\u002d${number.slice(6)}`,
  'as the id of a trace': (number) => number.padStart(32, '0'),
  'as the beginning of one': (number) => number.padEnd(32, '0'),
  hex,
  'hex in capitals, dashed': (number) => hex(`${number.slice(0, 6)}-${number.slice(6)}`).toUpperCase(),
  'hex after a three': (number) => `3${hex(number)}3`,
  base64: (number) => Buffer.from(number).toString('base64'),
  'base64, one byte in': (number) => Buffer.from(`{${number}}`).toString('base64'),
  'base64, two bytes in': (number) => Buffer.from(`{"${number}"}`).toString('base64'),
  base64url: (number) => `eyJ${Buffer.from(`??${number.slice(0, 6)}-${number.slice(6)}>>`).toString('base64url')}`,
  'UTF-16': (number) => Buffer.from(number, 'utf16le').toString('latin1'),
};

describe('the search finds a number that is there', () => {
  test.each(Object.entries(ways))('%s', (_, written) => {
    for (const number of [...numbers.digits].slice(0, 50)) {
      const line = `{"time":1795600000123,"msg":"${written(number)}","level":30}\n`;
      expect(searchFor(numbers.digits, line).map((hit) => hit.split(' ')[1])).toContain(number);
    }
  });

  test('in a file, whichever of the thousand it is, well-formed or malformed', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tilslut-canary-'));
    const file = join(folder, 'store.sqlite');
    const each = Object.values(ways);
    const written = [...numbers.digits].map((number, nth) => Buffer.from(each[nth % each.length]!(number), 'latin1'));
    writeFileSync(file, Buffer.concat(written.flatMap((number) => [number, Buffer.from('\x01\xff,\n')])));
    const found = new Set(searchFor(numbers.digits, readFileSync(file)).map((hit) => hit.split(' ')[1]));
    expect([...numbers.digits].filter((number) => !found.has(number))).toEqual([]);
    rmSync(folder, { recursive: true });
  });

  test('and none that is not: not in a row of time stamps, nor in what was drawn by chance', () => {
    const stamps = Array.from(
      { length: 2_000 },
      (_, nth) => `{"at":${1795600000000 + nth},"ns":"${1795600000123456000n + BigInt(nth)}"}`,
    ).join();
    expect(searchFor(numbers.digits, stamps)).toEqual([]);
    expect(numbers.digits.size).toBe(1_000);
  });
});
