import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { type ASTNode, type DocumentNode, parse, visit } from 'graphql';
import { subgraphNames } from '../../gateway/subgraphs.ts';

const read = (path: string) => parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
const schemas = [
  { name: 'the shared value types', document: read('shared/common.graphql') },
  ...subgraphNames.filter((n) => n !== 'identities').map((name) => ({ name, document: read(`subgraphs/${name}/schema.graphql`) })),
];

/** Arguments that say by their name all there is to say. */
const plainArguments = new Set(['after', 'first', 'idempotencyKey', 'number', 'version', 'reason', 'id', 'ids', 'filter']);

/** What another subgraph refers to. A key is an open door for `_entities`, so nothing else has one. */
const keyed = ['Municipality', 'Daycare', 'DaycareInstitution', 'PlacementUnit', 'AlternativeAddress', 'SupplierSystem'];

// What says no more than its name today. Nothing is added here: a line goes when the description says what is meant.
const knownEmptyWords: readonly string[] = [];

describe.each(schemas)('the schema of $name', ({ document }) => {
  const described = definitionsIn(document);

  test('describes every type, field, argument and value', () => {
    expect(described.length).toBeGreaterThan(5);
    expect(described.filter(({ description }) => !description).map(({ place }) => place)).toEqual([]);
  });

  test('describes nothing by its own name only', () => {
    const empty = described.filter(({ place, description }) => saysOnlyItsName(place, description)).map(({ place }) => place);
    expect(empty.filter((place) => !knownEmptyWords.includes(place))).toEqual([]);
  });
});

test('only what another subgraph refers to has a key', () => {
  const withKey = schemas.flatMap(({ document }) => typesWithKey(document));
  expect([...new Set(withKey)].sort()).toEqual([...keyed].sort());
});

test('every description that says no more than a name is still known', () => {
  const empty = schemas.flatMap(({ document }) =>
    definitionsIn(document).filter(({ place, description }) => saysOnlyItsName(place, description)),
  );
  expect([...new Set(empty.map(({ place }) => place))].sort()).toEqual([...knownEmptyWords].sort());
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
      if (!isPlain && !node.kind.endsWith('Extension')) found.push({ place: placeOf(path), description: node.description?.value.trim() ?? '' });
    },
    leave: (node) => {
      if (isNamed(node)) path.pop();
    },
  });
  return found;
}

/** A type, an extension of one, a field, an argument, an input field or a value. */
function isNamed(node: ASTNode): node is Named {
  return /^(Scalar|Object|Interface|Union|Enum|InputObject)Type(Definition|Extension)$|^(Field|InputValue|EnumValue)Definition$/.test(node.kind);
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
  return definitions.flatMap((node) => (isNamed(node) && 'directives' in node && node.directives?.some(({ name }) => name.value === 'key') ? [node.name.value] : []));
}
