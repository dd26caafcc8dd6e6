import type { SmallSubgraph } from './small-federation.ts';
import { small } from './small-federation.ts';
import type { Dice } from './dice.ts';

/** A field of a made-up type: what it holds, which subgraph answers it, and what that has to be told for it. */
export interface MadeField {
  readonly name: string;
  readonly holds: 'text' | 'number' | 'kind' | 'sum' | 'one' | 'many' | 'item' | 'any';
  /** The type that it leads to. */
  readonly to: string;
  readonly isRequired: boolean;
  readonly owner: string;
  /** Fields of the same type, of other subgraphs, that it is reckoned from. */
  readonly requires: readonly MadeRequirement[];
}

export interface MadeRequirement {
  readonly field: MadeField;
  /** For a number, how often it is taken; for what leads on, the field that is asked of it. */
  readonly by: number | undefined;
  readonly below: MadeField | undefined;
}

export interface MadeType {
  readonly name: string;
  /** Whether it is known by its id here, by its code there. */
  readonly isCoded: boolean;
  readonly fields: readonly MadeField[];
}

export interface MadeFederation {
  readonly types: readonly MadeType[];
  readonly rows: ReadonlyMap<string, readonly Row[]>;
  readonly subgraphs: readonly string[];
  readonly rootOwner: ReadonlyMap<string, string>;
}

export type Row = Readonly<Record<string, any>>;

const ROWS = 3;
export const kinds = ['RED', 'GREEN', 'BLUE'];

export function madeFederation(dice: Dice, { coded }: { readonly coded: boolean }): MadeFederation {
  const subgraphs = ['alpha', 'beta', 'gamma'];
  const names = ['Ash', 'Birch', 'Cedar', 'Dogwood'];
  const isCoded = (name: string) => coded && name === 'Dogwood';
  const plain = (['text', 'text', 'number', 'number', 'kind', 'one', 'many', 'item', 'any'] as const).map((holds, index) => ({
    holds,
    index,
  }));
  const before = names.map((name) => ({
    name,
    isCoded: isCoded(name),
    fields: plain.map(
      ({ holds, index }): MadeField => ({
        name: `${holds}${index}`,
        holds,
        to: dice.one(names),
        isRequired: dice.chance(0.2),
        owner: dice.one(subgraphs),
        requires: [],
      }),
    ),
  }));
  const types = before.map((type) => ({ ...type, fields: [...type.fields, ...sums(type, before, dice, subgraphs)] }));
  const rows = new Map(names.map((name) => [name, Array.from({ length: ROWS }, (_, nth) => madeRow(name, nth, { types, dice }))]));
  const rootOwner = new Map(names.map((name) => [name, dice.one(isCoded(name) ? ['alpha', 'beta'] : subgraphs)]));
  return { types, rows, subgraphs, rootOwner };
}

function sums(type: MadeType, types: readonly MadeType[], dice: Dice, subgraphs: readonly string[]): MadeField[] {
  return [0, 1, 2].map((nth) => {
    const owner = dice.one(subgraphs);
    const others = type.fields.filter((field) => field.owner !== owner && !['item', 'any'].includes(field.holds));
    const requires = dice.some(others, 2).flatMap((field): MadeRequirement[] => {
      const leadsTo = types.find(({ name }) => name === field.to);
      const below = dice.one((leadsTo?.fields ?? []).filter(({ holds }) => holds === 'text' || holds === 'kind'));
      if (field.holds === 'one' || field.holds === 'many') return leadsTo?.isCoded ? [] : [{ field, by: undefined, below }];
      return [{ field, by: field.holds === 'number' ? dice.number(4) : undefined, below: undefined }];
    });
    return { name: `sum${nth}`, holds: 'sum', to: '', isRequired: false, owner, requires };
  });
}

function madeRow(type: string, nth: number, { types, dice }: { readonly types: readonly MadeType[]; readonly dice: Dice }): Row {
  const fields = types.find(({ name }) => name === type)!.fields.filter(({ holds }) => holds !== 'sum');
  const reference = (to: string) => ({ __typename: to, id: `${to}-${dice.number(ROWS)}` });
  const anywhere = (leading: readonly MadeType[]) => reference(dice.one(leading).name);
  const values: Record<MadeField['holds'], (field: MadeField) => unknown> = {
    text: ({ name }) => `${type} ${nth} ${name}`,
    number: () => dice.number(90) + 10,
    kind: () => dice.one(kinds),
    sum: () => null,
    one: ({ to }) => reference(to),
    many: ({ to }) => Array.from({ length: dice.number(4) }, () => (dice.chance(0.2) ? null : reference(to))),
    item: () => anywhere(types.filter(({ isCoded }) => !isCoded)),
    any: () => anywhere(types.slice(0, 2)),
  };
  const told = fields.map((field) => [field.name, !field.isRequired && dice.chance(0.15) ? null : values[field.holds](field)]);
  return { __typename: type, id: `${type}-${nth}`, code: `code-${type}-${nth}`, ...Object.fromEntries(told) };
}

/** What a sum is, of what it requires. */
export const sumOf = (requirements: readonly MadeRequirement[], told: (requirement: MadeRequirement) => unknown): string =>
  JSON.stringify(requirements.map((each) => told(each) ?? null));

const typeText: Record<MadeField['holds'], (to: string) => string> = {
  text: () => 'String',
  number: () => 'Int',
  kind: () => 'Kind',
  sum: () => 'String',
  one: (to) => to,
  many: (to) => `[${to}]`,
  item: () => 'Item',
  any: () => 'Any',
};

export const fieldText = ({ name, holds, to, isRequired }: MadeField): string =>
  `${name}${holds === 'number' ? '(by: Int = 1)' : ''}: ${typeText[holds](to)}${isRequired ? '!' : ''}`;

export const heldBy = ({ name, holds }: MadeField, row: Row, { by }: { by?: number | null }): unknown =>
  holds === 'number' && row[name] !== null ? row[name] * (by ?? 1) : row[name];

/** The subgraphs of a made-up federation. */
export const subgraphsOf = (made: MadeFederation): readonly SmallSubgraph[] =>
  made.subgraphs.map((name) => small(name, schemaOf(name, made), resolversOf(name, made)));

function schemaOf(subgraph: string, { types, rootOwner }: MadeFederation): string {
  const external = new Set<string>();
  const note = (type: string, field: MadeField) => field.owner !== subgraph && external.add(`${type}.${field.name}`);
  for (const type of types)
    for (const field of type.fields)
      if (field.owner === subgraph)
        for (const { field: required, below } of field.requires) {
          note(type.name, required);
          if (below) note(required.to, below);
        }
  const text = types.map((type) => {
    const keys = keysOf(type, subgraph);
    const fields = type.fields.flatMap((field) => {
      if (external.has(`${type.name}.${field.name}`)) return [`${fieldText(field)} @external`];
      return field.owner === subgraph ? [`${fieldText(field)}${requiresText(field)}`] : [];
    });
    const kept = keys.map((key) => `${key}: ID!`);
    return `type ${type.name} ${type.isCoded ? '' : 'implements Item'} ${keys.map((key) => `@key(fields: "${key}")`).join(' ')} { ${[...kept, ...fields].join(' ')} }`;
  });
  const roots = types
    .filter(({ name }) => rootOwner.get(name) === subgraph)
    .map(({ name }) => `all${name}: [${name}] one${name}(id: ID!): ${name}`);
  return `${text.join('\n')} interface Item { id: ID! } union Any = Ash | Birch enum Kind { ${kinds.join(' ')} } type Query { ${subgraph}: Boolean ${roots.join(' ')} }`;
}

const keysOf = ({ isCoded }: MadeType, subgraph: string): readonly string[] => {
  if (!isCoded) return ['id'];
  return { alpha: ['id'], beta: ['id', 'code'], gamma: ['code'] }[subgraph] ?? [];
};

function requiresText({ requires }: MadeField): string {
  const sets = requires.map(
    ({ field, by, below }) => `${field.name}${by === undefined ? '' : `(by: ${by})`}${below ? ` { ${below.name} }` : ''}`,
  );
  return sets.length > 0 ? ` @requires(fields: "${sets.join(' ')}")` : '';
}

function resolversOf(subgraph: string, { types, rows, rootOwner }: MadeFederation): Record<string, any> {
  const rowOf = (type: string, { id, code }: Row) => rows.get(type)!.find((row) => row.id === id || row.code === code);
  const roots = types
    .filter(({ name }) => rootOwner.get(name) === subgraph)
    .flatMap(({ name }): [string, unknown][] => [
      [`all${name}`, () => rows.get(name)],
      [`one${name}`, (_: unknown, key: Row) => rowOf(name, key) ?? null],
    ]);
  const ofTypes = types.map((type) => {
    const fields = type.fields
      .filter(({ owner }) => owner === subgraph)
      .map((field) => [
        field.name,
        (parent: Row, given: object) =>
          field.holds === 'sum'
            ? sumOf(field.requires, (each) =>
                each.below ? belowOf(parent.told[each.field.name], each.below) : parent.told[each.field.name],
              )
            : heldBy(field, rowOf(type.name, parent)!, given),
      ]);
    const keys = keysOf(type, subgraph).map((key) => [key, (parent: Row) => rowOf(type.name, parent)![key]]);
    const __resolveReference = (told: Row) => ({ __typename: type.name, id: told.id, code: told.code, told });
    return [type.name, { ...Object.fromEntries([...fields, ...keys]), __resolveReference }];
  });
  return { Query: { [subgraph]: () => true, ...Object.fromEntries(roots) }, ...Object.fromEntries(ofTypes) };
}

export const belowOf = (told: any, { name }: MadeField): unknown =>
  Array.isArray(told) ? told.map((each) => each?.[name] ?? null) : (told?.[name] ?? null);
