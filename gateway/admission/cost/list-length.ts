import { type ArgumentNode, type FieldNode, type GraphQLField, Kind, type OperationDefinitionNode } from 'graphql';
import type { Amount } from './amount.ts';
import type { ListSize } from './read-weights.ts';

/** What a list is taken for where nothing is said of it. */
const UNSAID = 10;

/** How many rows this field answers by what is said of its list, and what is asked of it as a page. */
export interface ListLength {
  readonly rows: Amount;
  readonly page: Amount | undefined;
}

export function lengthOf(
  { arguments: given = [] }: FieldNode,
  field: GraphQLField<unknown, unknown>,
  { size, operation }: { readonly size: ListSize | undefined; readonly operation: OperationDefinitionNode },
): ListLength {
  const otherwise = size?.assumed ?? UNSAID;
  for (const name of size?.slicing ?? []) {
    const declared = field.args.find((argument) => argument.name === name)?.defaultValue;
    const byDefault = typeof declared === 'number' ? declared : otherwise;
    const argument = given.find((each) => each.name.value === name);
    if (!argument && declared === undefined) continue;
    const asked = argument ? askedIn(argument, byDefault, operation) : byDefault;
    return { rows: asked, page: asked };
  }
  return { rows: otherwise, page: undefined };
}

function askedIn({ value }: ArgumentNode, byDefault: number, operation: OperationDefinitionNode): Amount {
  if (value.kind === Kind.INT) return Math.max(0, Number(value.value));
  if (value.kind !== Kind.VARIABLE) return byDefault;
  const name = value.name.value;
  const declared = operation.variableDefinitions?.find(({ variable }) => variable.name.value === name)?.defaultValue;
  const left = declared?.kind === Kind.INT ? Number(declared.value) : byDefault;
  return (given) => {
    const rows = given[name];
    return typeof rows === 'number' && Number.isFinite(rows) ? Math.max(0, rows) : left;
  };
}
