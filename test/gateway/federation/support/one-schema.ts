import { buildSchema, execute, type GraphQLFieldResolver, type GraphQLSchema, parse } from 'graphql';
import { belowOf, fieldText, kinds, type MadeFederation, type MadeField, type Row, sumOf, heldBy } from './random-federation.ts';

/** The same types and rows in one schema, answered by graphql-js: what a gateway before their subgraphs has to answer. */
export interface OneSchema {
  readonly schema: GraphQLSchema;
  /** What is told where one subgraph is away, if one is. */
  ask(
    query: string,
    variables: Record<string, unknown>,
    away?: string,
  ): Promise<{ readonly data: unknown; readonly places: readonly string[][] }>;
}

export function oneSchema(made: MadeFederation): OneSchema {
  const schema = buildSchema(sdlOf(made));
  return {
    schema,
    ask: async (query, variables, away) => {
      const { data, errors = [] } = await execute({
        schema,
        document: parse(query),
        variableValues: variables,
        fieldResolver: resolver(made, away),
      });
      return { data: JSON.parse(JSON.stringify(data ?? null)), places: errors.map(({ path }) => (path ?? []).map(String)) };
    },
  };
}

function sdlOf({ types, subgraphs }: MadeFederation): string {
  const text = types.map(({ name, isCoded, fields }) => {
    const keys = isCoded ? 'id: ID! code: ID!' : 'id: ID!';
    return `type ${name}${isCoded ? '' : ' implements Item'} { ${keys} ${fields.map(fieldText).join(' ')} }`;
  });
  const roots = types.map(({ name }) => `all${name}: [${name}] one${name}(id: ID!): ${name}`);
  return `${text.join('\n')} interface Item { id: ID! } union Any = Ash | Birch enum Kind { ${kinds.join(' ')} }
    type Query { ${subgraphs.map((name) => `${name}: Boolean`).join(' ')} ${roots.join(' ')} }`;
}

function resolver({ types, rows, rootOwner }: MadeFederation, away: string | undefined): GraphQLFieldResolver<any, any> {
  const rowOf = (type: string, id: string) => rows.get(type)!.find((row) => row.id === id) ?? null;
  const check = (owner: string | undefined) => {
    if (owner === away && away !== undefined) throw new Error('away');
  };
  const told = (row: Row, field: MadeField, below: MadeField | undefined, by: number | undefined): unknown => {
    check(field.owner);
    const value = heldBy(field, row, { by });
    if (!below) return value;
    const whole = (each: Row | null) => each && rowOf(each.__typename, each.id);
    const found = Array.isArray(value) ? value.map(whole) : whole(value as Row | null);
    if (Array.isArray(found) ? found.some((each) => each) : found) check(below.owner);
    return belowOf(found, below);
  };
  return (source, given, _, { parentType, fieldName }) => {
    if (parentType.name === 'Query') {
      const name = fieldName.slice(3);
      if (!rows.has(name)) {
        check(fieldName);
        return true;
      }
      check(rootOwner.get(name));
      return fieldName.startsWith('all') ? rows.get(name) : rowOf(name, given.id);
    }
    const row = rowOf(parentType.name, source.id)!;
    const field = types.find(({ name }) => name === parentType.name)!.fields.find(({ name }) => name === fieldName);
    if (!field) return row[fieldName];
    check(field.owner);
    if (field.holds !== 'sum') return heldBy(field, row, given);
    return sumOf(field.requires, (each) => told(row, each.field, each.below, each.by));
  };
}
