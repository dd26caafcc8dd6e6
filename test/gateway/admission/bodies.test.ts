import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { jsonOutline } from '../../../gateway/admission/bodies/json-outline.ts';
import { largeBodyReader } from '../../../gateway/admission/bodies/large-body-reader.ts';
import { type Part, partsOf, putPart } from '../../../gateway/admission/bodies/parts.ts';
import { readJson } from '../../../gateway/admission/bodies/read-json.ts';

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));

/** Depth, values and longest text as they are found in what was parsed. */
function outlineOf(value: unknown): { depth: number; values: number } {
  if (typeof value !== 'object' || value === null) return { depth: 0, values: 1 };
  const inside = Object.values(value).map(outlineOf);
  return { depth: 1 + Math.max(0, ...inside.map(({ depth }) => depth)), values: 1 + inside.reduce((sum, { values }) => sum + values, 0) };
}

describe('a body that comes in', () => {
  test('is followed wherever it is cut, as deep as it is, and never with fewer values than it holds', () => {
    fc.assert(
      fc.property(fc.json(), fc.integer({ min: 1, max: 9 }), (text, piece) => {
        const { seen, follow } = jsonOutline();
        const bytes = bytesOf(text);
        for (let at = 0; at < bytes.length; at += piece) follow(bytes.subarray(at, at + piece));
        const { depth, values } = outlineOf(JSON.parse(text));
        expect(seen.depth).toBe(depth);
        expect(seen.values).toBeGreaterThanOrEqual(values);
        expect(seen.values).toBeLessThanOrEqual(2 * values + 1);
      }),
    );
  });

  test('has its longest text counted, ended or not, with what is escaped in it', () => {
    const { seen, follow } = jsonOutline();
    follow(bytesOf('{"ab":"c\\"[[[[d'));
    expect(seen).toMatchObject({ depth: 1, text: 8 });
    follow(bytesOf('ef","x":1'));
    expect(seen).toMatchObject({ depth: 1, text: 10 });
  });

  test('is cut into parts that make the same again', () => {
    fc.assert(
      fc.property(fc.json(), fc.integer({ min: 1, max: 200 }), (text, size) => {
        const value: unknown = JSON.parse(text);
        const whole: { whole?: unknown } = {};
        for (const part of partsOf(value, size)) putPart(whole, structuredClone(part));
        expect(whole.whole).toEqual(value);
      }),
    );
  });

  test('is cut into parts that are all small', () => {
    const rows = Array.from({ length: 5_000 }, (_, at) => ({ name: `Name ${at}`, list: [1, 2, 3], inside: { text: 'x'.repeat(50) } }));
    const parts: Part[] = [...partsOf({ query: '{ a }', variables: { input: { rows } } }, 10_000)];
    expect(parts.length).toBeGreaterThan(50);
    expect(Math.max(...parts.map((part) => JSON.stringify(part).length))).toBeLessThan(20_000);
  });

  test('names no prototype, however that is written', () => {
    for (const name of ['__proto__', '\\u005f_proto__', '__pr\\u006Fto__'])
      expect(() => readJson(bytesOf(`{"a":{"${name}" : 1}}`))).toThrow('__proto__');
    expect(readJson(bytesOf('{"a":"__proto__"}'))).toEqual({ a: '__proto__' });
  });
});

describe('a large body', () => {
  const reader = largeBodyReader();
  afterAll(() => reader.stop());
  const rows = Array.from({ length: 20_000 }, (_, at) => ({ at, text: `Ærø ${at}`, list: [at, null, true] }));

  test('is read as it is, beside the event loop, one after the other', async () => {
    let turns = 0;
    const turning = setInterval(() => turns++, 5);
    const text = JSON.stringify({ query: '{ a }', variables: { rows } });
    const read = await Promise.all([reader.read(bytesOf(text)), reader.read(bytesOf('[1]')), reader.read(bytesOf(text))]);
    clearInterval(turning);
    expect(read).toEqual([{ query: '{ a }', variables: { rows } }, [1], { query: '{ a }', variables: { rows } }]);
    expect(turns).toBeGreaterThan(3);
  });

  test('that is none is told as such, and the next one is read', async () => {
    await expect(reader.read(bytesOf('{"a":'))).rejects.toThrow('not JSON');
    await expect(reader.read(new Uint8Array([0x22, 0xff, 0x22]))).rejects.toThrow('not UTF-8');
    await expect(reader.read(bytesOf('{"__proto__":1}'))).rejects.toThrow('__proto__');
    expect(await reader.read(bytesOf('{}'))).toEqual({});
  });
});
