import { type DocumentNode, type FragmentDefinitionNode, Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import type { Path } from './gathering/places.ts';
import { rootNames, type Step } from './gathering/prepared-plan.ts';
import type { Choosing } from './shaping/collect-fields.ts';
import { type Shape, shapeOf } from './shaping/shape.ts';

/** An operation with its plan, for one choice of its conditional parts, ready to be run for many requests. */
export interface PreparedOperation {
  readonly step: Step | undefined;
  /** How its answer looks. */
  readonly shape: Shape;
  /** The first field of the root that no subgraph is asked for. */
  readonly unplanned: string | undefined;
  /** What the client calls the place that an error is told of; the nearest that it asked for, where the gateway asked for more. */
  readonly clientPath: (path: Path) => Path;
}

/** What an operation is prepared by. */
export interface Preparing extends Omit<Choosing, 'fragments'> {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly step: Step | undefined;
}

export function prepareOperation({ document, operation, step, ...choosing }: Preparing): PreparedOperation {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of document.definitions) if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  const shape = shapeOf(operation, { ...choosing, fragments });
  const planned = rootNames(step);
  const unplanned = shape.selection.of(shape.root.name)?.find((field) => field.meaning === 'value' && !planned.has(field.planned));
  return { step, shape, unplanned: unplanned?.name, clientPath: clientPaths(operation, fragments, choosing.renamed) };
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** The planner sets apart fields of different types under one name by names of its own. */
const PLANNERS_OWN = /__alias_\d+$/;

function clientPaths(operation: OperationDefinitionNode, fragments: Fragments, renamed: ReadonlyMap<string, string>) {
  const aliases = new Map([...renamed].map(([alias, planned]) => [planned, alias]));
  return (path: Path): Path => {
    const told: (string | number)[] = [];
    let asked: readonly SelectionSetNode[] = [operation.selectionSet];
    for (const step of path) {
      const name = typeof step === 'string' ? (aliases.get(step) ?? step.replace(PLANNERS_OWN, '')) : undefined;
      const below = name === undefined ? asked : setsUnder(name, asked, fragments);
      if (!below) return told;
      told.push(name ?? step);
      asked = below;
    }
    return told;
  };
}

/** What is asked below a name, on whatever type; nothing where the name itself is not asked for. */
function setsUnder(name: string, sets: readonly SelectionSetNode[], fragments: Fragments): readonly SelectionSetNode[] | undefined {
  const found: SelectionSetNode[] = [];
  let isAsked = false;
  for (const { selections } of sets)
    for (const each of selections) {
      if (each.kind === Kind.FIELD) {
        if ((each.alias ?? each.name).value !== name) continue;
        isAsked = true;
        if (each.selectionSet) found.push(each.selectionSet);
        continue;
      }
      const set = each.kind === Kind.INLINE_FRAGMENT ? each.selectionSet : fragments.get(each.name.value)?.selectionSet;
      const within = set && setsUnder(name, [set], fragments);
      if (!within) continue;
      isAsked = true;
      found.push(...within);
    }
  return isAsked ? found : undefined;
}
