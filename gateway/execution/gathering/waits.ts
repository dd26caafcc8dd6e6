import { type DocumentNode, type FieldNode, Kind, type OperationDefinitionNode, parse, print, type ValueNode, visit } from 'graphql';

const ARGUMENT = 'waitSeconds';

/** How a question that may wait for news does so: a field of the root that is given `waitSeconds`. */
export interface Waits {
  /** Whether it does, under these variables. */
  readonly holds: (variables: Readonly<Record<string, unknown>>) => boolean;
  /** The same question, answered at once. */
  readonly atOnce: string;
}

/** Nothing where the question never waits. */
export function waitsOf(operation: string): Waits | undefined {
  if (!operation.includes(ARGUMENT)) return undefined;
  const document = parse(operation, { noLocation: true });
  const values = operationsOf(document)
    .flatMap(({ selectionSet }) => selectionSet.selections)
    .flatMap((selection) => (selection.kind === Kind.FIELD ? argumentsOf(selection) : []));
  if (values.length === 0) return undefined;
  return { holds: (variables) => values.some((value) => secondsOf(value, variables) > 0), atOnce: print(withoutWaiting(document)) };
}

const operationsOf = ({ definitions }: DocumentNode): OperationDefinitionNode[] =>
  definitions.flatMap((each) => (each.kind === Kind.OPERATION_DEFINITION ? [each] : []));

const argumentsOf = (field: FieldNode): ValueNode[] =>
  (field.arguments ?? []).flatMap(({ name, value }) => (name.value === ARGUMENT ? [value] : []));

function secondsOf(value: ValueNode, variables: Readonly<Record<string, unknown>>): number {
  if (value.kind === Kind.INT) return Number(value.value);
  return value.kind === Kind.VARIABLE ? Number(variables[value.name.value] ?? 0) : 0;
}

/** Leaves the argument out, and the variables that nothing else uses. */
function withoutWaiting(document: DocumentNode): DocumentNode {
  const without: DocumentNode = visit(document, { Argument: ({ name }) => (name.value === ARGUMENT ? null : undefined) });
  const used = new Set<string>();
  visit(without, {
    VariableDefinition: ({ directives }) => (directives?.length ? undefined : false),
    Variable: ({ name }) => void used.add(name.value),
  });
  return visit(without, { VariableDefinition: ({ variable }) => (used.has(variable.name.value) ? undefined : null) });
}
