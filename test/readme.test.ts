import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { Supergraph } from '@apollo/federation-internals';
import { parse, validate } from 'graphql';
import { composeSupergraph } from '../gateway/compose-supergraph.ts';

const root = new URL('../', import.meta.url);
const readme = readFileSync(new URL('README.md', root), 'utf8');

describe('the README', () => {
  test("the main job's operations are ones that the schema knows", () => {
    const schema = Supergraph.build(composeSupergraph((name) => `http://${name}.invalid`))
      .apiSchema()
      .toGraphQLJSSchema();
    const blocks = [...readme.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, block]) => block ?? '');
    const operations = blocks.flatMap((block) => block.split(/\n(?=# \d|mutation|\{ )/)).filter((text) => /^(mutation|\{)/m.test(text));
    expect(operations.length).toBeGreaterThan(4);
    for (const operation of operations)
      expect({ operation, faults: validate(schema, parse(operation)).map(({ message }) => message) }).toEqual({ operation, faults: [] });
  });

  test('the places it names are there, and so are the commands', () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
    for (const [, script] of readme.matchAll(/npm run ([\w-]+)/g)) expect(Object.keys(scripts)).toContain(script);
    const named = [...readme.matchAll(/`((?:subgraphs|shared|gateway|docs)\/[^`*…]*)`/g), ...readme.matchAll(/\]\(([^)h][^)]*)\)/g)].map(
      ([, path]) => path ?? '',
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
  });
});
