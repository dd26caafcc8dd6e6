import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionNode, type SelectionSetNode } from 'graphql';

/** How large a document becomes when every fragment stands where it is spread. */
export interface ShapeMeasures {
  /** Fields, fragments and directives. */
  readonly expanded: number;
  /** Fields inside one another. */
  readonly depth: number;
  readonly directives: number;
  /** Spreads that lead back to the fragment they stand in. */
  readonly circles: number;
}

const nothing: ShapeMeasures = { expanded: 0, depth: 0, directives: 0, circles: 0 };

/** Each fragment is measured once and counted as often as it is spread, so this takes as long as the document as it was sent. */
export function measureShape({ definitions }: DocumentNode): ShapeMeasures {
  const fragments = new Map(definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])));
  const measured = new Map<string, ShapeMeasures | 'being measured'>();

  const ofFragment = (name: string): ShapeMeasures => {
    const known = measured.get(name);
    if (known === 'being measured') return { ...nothing, circles: 1 };
    if (known) return known;
    const fragment = fragments.get(name);
    if (!fragment) return nothing;
    measured.set(name, 'being measured');
    const found = of(fragment);
    measured.set(name, found);
    return found;
  };
  const inside = (node: SelectionNode): ShapeMeasures => {
    if (node.kind === Kind.FRAGMENT_SPREAD) return ofFragment(node.name.value);
    const within = node.selectionSet ? ofSet(node.selectionSet) : nothing;
    return node.kind === Kind.FIELD ? { ...within, depth: within.depth + 1 } : within;
  };
  const ofSet = ({ selections }: SelectionSetNode): ShapeMeasures => sum(selections.map((node) => withOwn(node, inside(node))));
  const of = (node: Pick<FragmentDefinitionNode, 'selectionSet' | 'directives'>) => withOwn(node, ofSet(node.selectionSet));

  const operations = definitions.flatMap((each) => (each.kind === Kind.OPERATION_DEFINITION ? [of(each)] : []));
  return sum([...operations, ...[...fragments.keys()].filter((name) => !measured.has(name)).map(ofFragment)]);
}

const withOwn = ({ directives = [] }: Pick<SelectionNode, 'directives'>, within: ShapeMeasures): ShapeMeasures => ({
  ...within,
  expanded: saturated(within.expanded + 1 + directives.length),
  directives: saturated(within.directives + directives.length),
});

const sum = (parts: readonly ShapeMeasures[]): ShapeMeasures =>
  parts.reduce(
    (all, part) => ({
      expanded: saturated(all.expanded + part.expanded),
      depth: Math.max(all.depth, part.depth),
      directives: saturated(all.directives + part.directives),
      circles: saturated(all.circles + part.circles),
    }),
    nothing,
  );

const saturated = (count: number) => Math.min(count, Number.MAX_SAFE_INTEGER);
