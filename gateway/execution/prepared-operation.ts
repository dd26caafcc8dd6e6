import { type DocumentNode, type FragmentDefinitionNode, Kind, type OperationDefinitionNode, visit } from 'graphql';
import type { Path } from './gathering/places.ts';
import { rootNames, type Step } from './gathering/prepared-plan.ts';
import type { Choosing } from './shaping/collect-fields.ts';
import { type Shape, type ShapedField, shapeOf } from './shaping/shape.ts';

/** An operation with its plan, ready to be run for many requests. */
export interface PreparedOperation {
  readonly step: Step | undefined;
  /** How its answer looks under these variables. */
  readonly shape: (variables: Readonly<Record<string, unknown>>) => Shape;
  /** The first field of a shape's root that no subgraph is asked for. */
  readonly unplanned: (shape: Shape) => ShapedField | undefined;
  /** What the client calls what errors are told of. */
  readonly clientPath: (path: Path) => Path;
}

/** What an operation is prepared by. */
export interface Preparing extends Omit<Choosing, 'fragments' | 'conditions'> {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly step: Step | undefined;
}

/** Beyond this many choices of its conditional parts, an operation's shapes are worked out anew each time. */
const MOST_SHAPES = 64;

export function prepareOperation({ document, operation, step, ...choosing }: Preparing): PreparedOperation {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of document.definitions) if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  const chosenBy = variablesThatChoose(document);
  const planned = rootNames(step);
  const shapes = new Map<string, Shape>();
  return {
    step,
    shape: (variables) => {
      const key = chosenBy.map((name) => (variables[name] === true ? '1' : '0')).join('');
      const known = shapes.get(key);
      if (known) return known;
      const shape = shapeOf(operation, { ...choosing, fragments, conditions: variables });
      if (shapes.size < MOST_SHAPES) shapes.set(key, shape);
      return shape;
    },
    unplanned: ({ root, selection }) => selection.of(root.name)?.find((field) => field.meaning === 'value' && !planned.has(field.planned)),
    clientPath: clientPaths(choosing.renamed),
  };
}

/** The planner sets apart fields of different types under one name by names of its own. */
const PLANNERS_OWN = /__alias_\d+$/;

function clientPaths(renamed: ReadonlyMap<string, string>): (path: Path) => Path {
  const asked = new Map([...renamed].map(([alias, planned]) => [planned, alias]));
  const clientName = (step: string) => asked.get(step) ?? step.replace(PLANNERS_OWN, '');
  return (path) => path.map((step) => (typeof step === 'string' ? clientName(step) : step));
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
