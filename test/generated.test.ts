import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from '@graphql-codegen/cli';
import { expect, test } from '@jest/globals';
import config from '../codegen.ts';
import { subgraphNames } from '../gateway/subgraphs.ts';
import { root } from './support/sources.ts';

const generated: readonly { readonly filename: string; readonly content: string }[] = await generate(
  { ...config, cwd: root, silent: true },
  false,
);

test('each subgraph has its resolver types made from its schema', () => {
  const expected = subgraphNames.map((name) => `subgraphs/${name}/graphql/schema.generated.ts`);
  expect(generated.map(({ filename }) => filename).sort()).toEqual([...expected].sort());
});

test.each(generated)('$filename is what the schema makes it, to the byte', ({ filename, content }) => {
  expect(readFileSync(join(root, filename), 'utf8')).toBe(content);
});
