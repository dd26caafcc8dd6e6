import { executeSync, type GraphQLSchema, Kind, OperationTypeNode, type OperationDefinitionNode, type DocumentNode } from 'graphql';
import type { ShapedField } from './shape.ts';

/** Answers what is asked of the schema itself; no subgraph is asked for it. */
export function introspector(
  schema: GraphQLSchema,
  {
    document,
    operation,
    variables,
  }: {
    readonly document: DocumentNode;
    readonly operation: OperationDefinitionNode;
    readonly variables: Readonly<Record<string, unknown>>;
  },
): (field: ShapedField) => unknown {
  return ({ name, nodes }) => {
    const only: OperationDefinitionNode = {
      ...operation,
      operation: OperationTypeNode.QUERY,
      directives: [],
      selectionSet: { kind: Kind.SELECTION_SET, selections: nodes },
    };
    const definitions = [only, ...document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION)];
    const { data } = executeSync({ schema, document: { kind: Kind.DOCUMENT, definitions }, variableValues: variables });
    return data?.[name] ?? null;
  };
}
