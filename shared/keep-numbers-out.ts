import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { holdsNationalNumber } from './national-number.ts';
import { refuse } from './refusal.ts';

/**
 * Refuses every act of which a text or an id holds a national number: what is said of an act is kept, told on and logged in clear.
 * Only what the schema types `NationalNumber` may hold one. Denies by default, so that a new argument is looked at, too; the
 * exceptions name acts, or inputs wherever they stand. It comes behind the permissions, so a stranger learns nothing new.
 */
export function keepNumbersOut(schema: GraphQLSchema, exceptions: readonly string[] = []): GraphQLSchema {
  const excepted = new Set(exceptions);
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const { resolve } = field;
    if (!resolve || excepted.has(field.name)) continue;
    field.resolve = (source, args, context, info) => {
      const [argument] = holding(field.args, args, excepted);
      if (argument) refuse('INVALID_INPUT', 'A text that is kept holds no national number.', { rule: 'N20', facts: { argument } });
      return resolve(source, args, context, info);
    };
  }
  return schema;
}

type Inputs = readonly (GraphQLArgument | GraphQLInputField)[];

/** The paths of the inputs that hold one. */
function holding(inputs: Inputs, given: unknown, excepted: ReadonlySet<string>): string[] {
  if (typeof given !== 'object' || given === null) return [];
  const values = new Map<string, unknown>(Object.entries(given));
  return inputs
    .filter(({ name }) => !excepted.has(name))
    .flatMap(({ name, type }) => holdingIn(type, values.get(name), excepted).map((path) => `${name}${path}`));
}

const texts = ['String', 'ID'];

function holdingIn(type: GraphQLInputType, value: unknown, excepted: ReadonlySet<string>): string[] {
  if (isNonNullType(type)) return holdingIn(type.ofType, value, excepted);
  if (isListType(type)) return (Array.isArray(value) ? value : []).flatMap((each) => holdingIn(type.ofType, each, excepted));
  if (isInputObjectType(type)) return holding(Object.values(type.getFields()), value, excepted).map((path) => `.${path}`);
  return texts.includes(type.name) && typeof value === 'string' && holdsNationalNumber(value) ? [''] : [];
}
