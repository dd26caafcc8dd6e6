import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { type ASTNode, type DocumentNode, Kind, parse, visit } from 'graphql';
import { subgraphNames } from '../../gateway/subgraphs.ts';

const read = (path: string) => parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
const schemas = [
  { name: 'common', document: read('shared/common.graphql') },
  ...subgraphNames.map((name) => ({ name, document: read(`subgraphs/${name}/schema.graphql`) })),
];

/** Arguments that say by their name all there is to say. */
const plainArguments = new Set(['after', 'first', 'idempotencyKey', 'number', 'version', 'reason', 'id', 'ids', 'filter']);

/** What another subgraph refers to. A key is an open door for `_entities`, so nothing else has one. */
const keyed = ['Municipality', 'Daycare', 'DaycareInstitution', 'PlacementUnit', 'AlternativeAddress', 'SupplierSystem'];

const described = schemas.flatMap(({ name, document }) =>
  definitionsIn(document).map((each) => ({ ...each, place: `${name}: ${each.place}` })),
);

describe('the schemas', () => {
  test('describe every type, field, argument and value', () => {
    for (const { name } of schemas) expect(described.filter(({ place }) => place.startsWith(`${name}: `)).length).toBeGreaterThan(30);
    expect(described.flatMap(({ place, description }) => (description ? [] : [place])).sort()).toEqual([]);
  });

  test('describe nothing by its own name only', () => {
    expect(described.flatMap(({ place, description }) => (saysOnlyItsName(place, description) ? [place] : [])).sort()).toEqual([]);
  });

  test('give a key only to what another subgraph refers to', () => {
    const withKey = schemas.flatMap(({ document }) => typesWithKey(document));
    expect([...new Set(withKey)].sort()).toEqual([...keyed].sort());
  });
});

describe('a schema', () => {
  const { definitions } = parse(
    'type T @key(fields: "a") { a(first: Int, b: Int): Int } extend type U { "C c." cC: Int } "The e." enum E { "E one." EONE "Good." F }',
  );
  const found = definitionsIn({ kind: Kind.DOCUMENT, definitions });

  test('is read to its last argument, but for those that need no words', () => {
    expect(found.map(({ place }) => place)).toEqual(['T', 'T.a', 'T.a(b)', 'U.cC', 'E', 'E.EONE', 'E.F']);
    expect(found.filter(({ place, description }) => saysOnlyItsName(place, description)).map(({ place }) => place)).toEqual([
      'U.cC',
      'E',
      'E.EONE',
    ]);
    expect(typesWithKey({ kind: Kind.DOCUMENT, definitions })).toEqual(['T']);
  });
});

interface Described {
  readonly place: string;
  readonly description: string;
}

type Named = ASTNode & { readonly name: { readonly value: string }; readonly description?: { readonly value: string } | undefined };

/** Everything in a schema that can be described, by its place: `Query.inbox(filter)`. */
function definitionsIn(document: DocumentNode): Described[] {
  const found: Described[] = [];
  const path: string[] = [];
  visit(document, {
    enter: (node) => {
      if (!isNamed(node)) return;
      path.push(node.name.value);
      const isPlain = path.length === 3 && plainArguments.has(node.name.value);
      if (!isPlain && !node.kind.endsWith('Extension'))
        found.push({ place: placeOf(path), description: node.description?.value.trim() ?? '' });
    },
    leave: (node) => {
      if (isNamed(node)) path.pop();
    },
  });
  return found;
}

/** A type, an extension of one, a field, an argument, an input field or a value. */
function isNamed(node: ASTNode): node is Named {
  return /^(Scalar|Object|Interface|Union|Enum|InputObject)Type(Definition|Extension)$|^(Field|InputValue|EnumValue)Definition$/.test(
    node.kind,
  );
}

function placeOf([type, field, argument]: readonly string[]): string {
  return [type, field && `.${field}`, argument && `(${argument})`].filter(Boolean).join('');
}

function saysOnlyItsName(place: string, description: string): boolean {
  const name = place.replace(/\)$/, '').split(/[.(]/).at(-1) ?? '';
  const words = description.toLowerCase().replace(/^(the|an?|its) /, '');
  return words !== '' && words.replaceAll(/[^a-z0-9]/g, '') === name.toLowerCase().replaceAll('_', '');
}

function typesWithKey({ definitions }: DocumentNode): string[] {
  return definitions.flatMap((node) =>
    isNamed(node) && 'directives' in node && node.directives?.some(({ name }) => name.value === 'key') ? [node.name.value] : [],
  );
}
