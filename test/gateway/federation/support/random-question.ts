import {
  type GraphQLCompositeType,
  type GraphQLField,
  getNamedType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isUnionType,
  parse,
  validate,
} from 'graphql';
import type { Dice } from './dice.ts';

export interface RandomQuestion {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

interface Asking {
  readonly schema: GraphQLSchema;
  readonly dice: Dice;
  readonly fragments: string[];
  readonly names: readonly string[];
}

/** Any question that fits the schema: with aliases, fragments of every kind, conditions, arguments and typenames. */
export function randomQuestion(schema: GraphQLSchema, dice: Dice): RandomQuestion {
  const names = Object.values(schema.getTypeMap()).flatMap((type) =>
    'getFields' in type && !type.name.startsWith('__') ? Object.keys(type.getFields()) : [],
  );
  for (;;) {
    const fragments: string[] = [];
    const selection = selectionOf(schema.getQueryType()!, 3, { schema, dice, fragments, names });
    const body = `${selection} ${fragments.join(' ')}`;
    const used = ['yes', 'no', 'times'].filter((name) => body.includes(`$${name}`));
    const types: Record<string, string> = { yes: 'Boolean!', no: 'Boolean = false', times: 'Int' };
    const query = `query${used.length > 0 ? ` (${used.map((name) => `$${name}: ${types[name]}`).join(' ')})` : ''} ${body}`;
    if (validate(schema, parse(query)).length > 0) continue;
    const all: Record<string, unknown> = {
      yes: dice.chance(0.5),
      times: dice.number(9),
      ...(dice.chance(0.5) && { no: dice.chance(0.5) }),
    };
    return { query, variables: Object.fromEntries(Object.entries(all).filter(([name]) => used.includes(name))) };
  }
}

function selectionOf(type: GraphQLCompositeType, depth: number, asking: Asking): string {
  const { dice } = asking;
  const parts = Array.from({ length: 1 + dice.number(4) }, () => {
    if (isUnionType(type) || dice.chance(0.25)) return fragmentOf(type, depth, asking);
    if (dice.chance(0.1)) return `${dice.chance(0.5) ? 'kindOf: ' : ''}__typename`;
    const field = dice.one(Object.values(type.getFields()).filter(({ type: of }) => depth > 0 || !isCompositeType(getNamedType(of))));
    return fieldOf(field, depth, asking);
  });
  return `{ ${parts.join(' ')} }`;
}

function fieldOf(field: GraphQLField<unknown, unknown>, depth: number, asking: Asking): string {
  const { dice, names } = asking;
  const alias = dice.chance(0.3) ? `${dice.one([...names, 'other', 'another', 'toString'])}: ` : '';
  const given = field.args.flatMap(({ name }) => {
    if (name === 'id') return [`id: "${field.name.slice(3)}-${dice.number(4)}"`];
    return dice.chance(0.6) ? [`by: ${dice.chance(0.5) ? '$times' : dice.number(5)}`] : [];
  });
  const of = getNamedType(field.type);
  const below = isCompositeType(of) ? selectionOf(of, depth - 1, asking) : '';
  return `${alias}${field.name}${given.length > 0 ? `(${given.join(' ')})` : ''}${condition(dice)} ${below}`;
}

function fragmentOf(type: GraphQLCompositeType, depth: number, asking: Asking): string {
  const { schema, dice, fragments } = asking;
  const possible = isAbstractType(type) ? [...schema.getPossibleTypes(type)] : [type];
  const on = dice.one<GraphQLCompositeType>([
    ...possible,
    type,
    ...(possible.some(({ name }) => name !== 'Query' && name !== 'Dogwood') ? [asItem(schema)] : []),
  ]);
  const selection = selectionOf(on, depth, asking);
  if (dice.chance(0.3)) {
    const name = `F${fragments.length}`;
    // Its place is taken before what it holds is written.
    fragments.push(`fragment ${name} on ${on.name} ${selection}`);
    return `...${name}${condition(dice)}`;
  }
  return `... ${on === type && dice.chance(0.3) ? '' : `on ${on.name}`}${condition(dice)} ${selection}`;
}

const asItem = (schema: GraphQLSchema): GraphQLCompositeType => {
  const item = schema.getType('Item');
  if (!isCompositeType(item)) throw new Error('There is no Item.');
  return item;
};

const condition = (dice: Dice): string =>
  dice.chance(0.85) ? '' : ` @${dice.one(['skip', 'include'])}(if: ${dice.one(['$yes', '$no', 'true', 'false'])})`;
