import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { startJudge } from '../../../gateway/admission/judge.ts';
import { kindsOf, limitsOf } from '../../../gateway/admission/limits.ts';
import { weighedSchema } from './judging.ts';

const sdl = 'type Query { a: Int b(x: Int): Int }';
const supergraph = { sdl, schema: weighedSchema(sdl).schema };
const start = (registered: readonly string[] = []) => startJudge({ supergraph, kinds: kindsOf(true), registered });
const keyOf = (text: string) => `some-schema:${createHash('sha256').update(text).digest('hex')}`;

describe('the judge', () => {
  test('looks at the same text once, and hands its document to who executes it', async () => {
    const judge = start();
    const judged = judge.judge('{ a }');
    expect(judge.judge('{ a }')).toBe(judged);
    expect(await judge.documents.get(keyOf('{ a }'))).toBe(judged.document);
    expect(await judge.documents.get(keyOf('{ b }'))).toBeUndefined();
  });

  test('hands out no document that does not fit', async () => {
    const judge = start();
    for (const text of ['{ a', '{ c }', '{ ...F } fragment F on Query { ...F }']) {
      judge.judge(text);
      expect(await judge.documents.get(keyOf(text))).toBeUndefined();
    }
  });

  test('tells a few faults at most, without what would fit, and of directives one', () => {
    const judge = start();
    const errors = judge.judge(`{ ${Array.from({ length: 50 }, (_, at) => `aa${at}`).join(' ')} }`).errors();
    expect(errors).toHaveLength(5);
    expect(errors.map(({ message }) => message).join()).not.toContain('Did you mean');
    expect(judge.judge('{ a @x @y @z @x }').errors()).toHaveLength(1);
    expect(judge.judge('{ a @x @y @z @x c }').errors().length).toBeLessThanOrEqual(2);
  });

  test('forgets what has not been asked for long, but no registered text', async () => {
    const long = `query (${Array.from({ length: 500 }, (_, at) => `$v${at}: Int`).join()}) { a }`;
    const judge = start(['{ a a a }']);
    const first = judge.judge('{ a }');
    for (let at = 0; at < 2_100; at++) judge.judge(`{ a b(x: ${at}) }`);
    expect(judge.judge('{ a }')).not.toBe(first);
    const large = judge.judge(`${long} `);
    for (let at = 0; at < 110; at++) judge.judge(`${long} # ${at}`);
    expect(judge.judge(`${long} `)).not.toBe(large);
    expect(await judge.documents.get(keyOf('{ a a a }'))).toBeDefined();
  });

  test('measures a text no further than anybody may go', () => {
    const { measures, document } = start().judge('{ a } '.repeat(20_000));
    expect(measures).toEqual({ document: 120_000, tokens: 0, nesting: 0 });
    expect(document).toBeUndefined();
    expect(start().judge(`{ ${'a '.repeat(10_000)} }`).measures.tokens).toBe(limitsOf.system.tokens + 1);
  });
});
