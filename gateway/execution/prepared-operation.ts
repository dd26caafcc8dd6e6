import { type DocumentNode, type FragmentDefinitionNode, type GraphQLSchema, Kind, type OperationDefinitionNode, visit } from 'graphql';
import type { Step } from './gathering/prepared-plan.ts';
import { type Shape, shapeOf } from './shaping/shape.ts';

/** An operation with its plan, ready to be run for many requests. */
export interface PreparedOperation {
  readonly step: Step | undefined;
  /** How its answer looks under these variables. */
  readonly shape: (variables: Readonly<Record<string, unknown>>) => Shape;
}

/** Beyond this many choices of its conditional parts, an operation's shapes are worked out anew each time. */
const MOST_SHAPES = 64;

export function prepareOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  step: Step | undefined,
): PreparedOperation {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of document.definitions) if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  const choosing = variablesThatChoose(document);
  const shapes = new Map<string, Shape>();
  return {
    step,
    shape: (variables) => {
      const key = choosing.map((name) => (variables[name] === true ? '1' : '0')).join('');
      const known = shapes.get(key);
      if (known) return known;
      const shape = shapeOf(operation, { schema, fragments, conditions: variables });
      if (shapes.size < MOST_SHAPES) shapes.set(key, shape);
      return shape;
    },
  };
}

function variablesThatChoose(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ name: { value: name }, arguments: given }) => {
      if (name !== 'skip' && name !== 'include') return;
      for (const { value } of given ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}
