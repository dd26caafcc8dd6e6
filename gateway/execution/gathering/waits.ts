import { type FieldNode, Kind, parse, type ValueNode } from 'graphql';

const ARGUMENT = 'waitSeconds';

/** Whether a question waits for news before it is answered: a field of the root that is given `waitSeconds`. */
export function waitsFor(operation: string): (variables: Readonly<Record<string, unknown>>) => boolean {
  if (!operation.includes(ARGUMENT)) return () => false;
  const values = parse(operation, { noLocation: true })
    .definitions.flatMap((each) => (each.kind === Kind.OPERATION_DEFINITION ? each.selectionSet.selections : []))
    .flatMap((selection) => (selection.kind === Kind.FIELD ? argumentsOf(selection) : []));
  return (variables) => values.some((value) => secondsOf(value, variables) > 0);
}

const argumentsOf = (field: FieldNode): ValueNode[] =>
  (field.arguments ?? []).flatMap(({ name, value }) => (name.value === ARGUMENT ? [value] : []));

function secondsOf(value: ValueNode, variables: Readonly<Record<string, unknown>>): number {
  if (value.kind === Kind.INT) return Number(value.value);
  return value.kind === Kind.VARIABLE ? Number(variables[value.name.value] ?? 0) : 0;
}
