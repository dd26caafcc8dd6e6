import { Supergraph } from '@apollo/federation-internals';
import {
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';
import { readFileSync } from 'node:fs';
import type { KnownNumbers } from './known-numbers.ts';

export interface Question {
  readonly query: string;
  readonly variables?: object;
}

/** What stands in the inputs of a question: a fit value wherever a number is no text, numbers everywhere, or numbers as other things than text. */
export type Manner = 'fit' | 'numbers' | 'no texts';

const schema = Supergraph.build(readFileSync('gateway/supergraph.graphql', 'utf8')).apiSchema().toGraphQLJSSchema();

/** Every field that the public schema can be asked by, whatever is added to it, with a number in each of its inputs. */
export function questionsOf(manner: Manner, numbers: KnownNumbers, daycare: string): readonly Question[] {
  const roots = [schema.getQueryType(), schema.getMutationType()] as const;
  return roots.flatMap((root) =>
    Object.values(root?.getFields() ?? {})
      .filter(({ args }) => args.length > 0)
      .map((field) => questionOf(root === roots[1] ? 'mutation' : 'query', field, valuesBy(manner, numbers, daycare))),
  );
}

type ValueFor = (type: GraphQLInputType) => unknown;

function questionOf(kind: string, { name, args, type }: GraphQLField<unknown, unknown>, valueFor: ValueFor): Question {
  const given = args.flatMap(({ name: arg, type: wanted }) => {
    const value = valueFor(wanted);
    return value === undefined ? [] : [{ arg, wanted, value }];
  });
  const variables = given.length ? `(${given.map(({ arg, wanted }) => `$${arg}: ${wanted}`).join(', ')})` : '';
  const inputs = given.length ? `(${given.map(({ arg }) => `${arg}: $${arg}`).join(', ')})` : '';
  const selection = isLeafType(getNamedType(type)) ? '' : ' { __typename }';
  return {
    query: `${kind}${variables} { ${name}${inputs}${selection} }`,
    variables: Object.fromEntries(given.map(({ arg, value }) => [arg, value])),
  };
}

function valuesBy(manner: Manner, numbers: KnownNumbers, daycare: string): ValueFor {
  const fit: Readonly<Record<string, unknown>> = {
    Int: 1,
    Float: 1.5,
    Boolean: false,
    InstitutionNumber: daycare,
    MunicipalityCode: '0751',
    DateTime: new Date().toISOString(),
    Date: new Date().toISOString().slice(0, 10),
  };
  const odd = [() => Number(numbers.plain()), () => ({ is: numbers.next() }), () => [numbers.next(), [numbers.malformed()]]];
  let nth = 0;
  const leaf = (name: string): unknown => {
    if (manner === 'no texts') return odd[nth++ % odd.length]!();
    if (manner === 'fit' && (name in fit || name === 'Cursor')) return fit[name];
    return name === 'NationalNumber' && nth++ % 2 ? numbers.malformed() : numbers.next();
  };
  const valueFor: ValueFor = (type) => {
    if (isNonNullType(type)) return valueFor(type.ofType);
    if (isListType(type)) return [valueFor(type.ofType)].filter((each) => each !== undefined);
    if (isInputObjectType(type))
      return Object.fromEntries(Object.values(type.getFields()).map((field) => [field.name, valueFor(field.type)]));
    if (isEnumType(type) && manner === 'fit') return type.getValues()[0]?.name;
    return leaf(type.name);
  };
  return valueFor;
}

/** The same with its variables written into the document. */
export function withLiterals({ query, variables = {} }: Question): Question {
  const [, kind = '', rest = ''] = /^(\w+)(?:\(.*?\))? (\{.*)$/.exec(query) ?? [];
  return { query: `${kind} ${rest.replaceAll(/\$(\w+)/g, (_, name) => literal(Reflect.get(variables, name)))}` };
}

function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return isEnumName(value) ? String(value) : JSON.stringify(value);
  return `{${Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .map(([name, each]) => `${name}: ${literal(each)}`)
    .join(', ')}}`;
}

const isEnumName = (value: unknown): boolean => typeof value === 'string' && /^[A-Z][A-Z_]+$/.test(value);
