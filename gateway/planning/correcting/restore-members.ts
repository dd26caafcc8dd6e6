import {
  type DefinitionNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionSetNode,
  stripIgnoredCharacters,
} from 'graphql';
import type { Fetch, PlanNode } from '../query-plan.ts';
import type { PartialTypes } from './partial-types.ts';

type Sets = readonly SelectionSetNode[];

interface Restoring {
  readonly partial: PartialTypes;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly subgraph: string;
}

export interface AskedQuestion {
  readonly question: DocumentNode;
  readonly operationName: string | undefined;
}

/**
 * Asks a subgraph again for what is asked of types that it has behind an interface or union and another subgraph has not. Where both may
 * be asked for the same field, the planner takes what is impossible in the one to be impossible in the other.
 */
export function restoreMembers(plan: PlanNode, { question, operationName }: AskedQuestion, partial: PartialTypes): PlanNode {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of question.definitions) if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  const asked = question.definitions.flatMap((each) => (isAsked(each, operationName) ? [each.selectionSet] : []));
  return restored(plan, asked, { partial, fragments, subgraph: '' });
}

const isAsked = (each: DefinitionNode, operationName: string | undefined): each is OperationDefinitionNode =>
  each.kind === Kind.OPERATION_DEFINITION && (operationName === undefined || each.name?.value === operationName);

function restored(node: PlanNode, asked: Sets, restoring: Restoring): PlanNode {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return { ...node, nodes: node.nodes.map((each) => restored(each, asked, restoring)) };
    case 'Flatten': {
      const names = node.path.filter((step) => typeof step === 'string' && step !== '@');
      const below = names.reduce<Sets>((sets, name) => setsUnder(String(name), sets, restoring), asked);
      return { ...node, node: restored(node.node, below, restoring) };
    }
    case 'Condition':
      return node;
    case 'Fetch':
      return restoredFetch(node, asked, { ...restoring, subgraph: node.serviceName });
  }
}

function restoredFetch(fetch: Fetch, asked: Sets, restoring: Restoring): Fetch {
  const document = parse(fetch.operation, { noLocation: true });
  const definitions = document.definitions.map((each) => {
    if (each.kind !== Kind.OPERATION_DEFINITION) return each;
    const [entities] = each.selectionSet.selections;
    if (!fetch.requires || entities?.kind !== Kind.FIELD || !entities.selectionSet)
      return { ...each, selectionSet: whole(each.selectionSet, restoring.partial.rootOf(each.operation), asked, restoring) };
    const selectionSet = whole(entities.selectionSet, '', asked, restoring);
    return { ...each, selectionSet: { ...each.selectionSet, selections: [{ ...entities, selectionSet }] } };
  });
  return { ...fetch, operation: stripIgnoredCharacters(print({ ...document, definitions })) };
}

function whole(set: SelectionSetNode, type: string, asked: Sets, restoring: Restoring): SelectionSetNode {
  const selections = set.selections.map((each) => {
    if (each.kind === Kind.FRAGMENT_SPREAD || !each.selectionSet) return each;
    if (each.kind === Kind.INLINE_FRAGMENT)
      return { ...each, selectionSet: whole(each.selectionSet, each.typeCondition?.name.value ?? type, asked, restoring) };
    const below = setsUnder((each.alias ?? each.name).value, asked, restoring);
    return { ...each, selectionSet: whole(each.selectionSet, restoring.partial.typeOf(type, each.name.value), below, restoring) };
  });
  return { ...set, selections: [...selections, ...missing(set, type, asked, restoring)] };
}

/** Fragments on members that the subgraph knows, and that nothing is asked of although it is in the question. */
function missing(set: SelectionSetNode, type: string, asked: Sets, restoring: Restoring): SelectionSetNode['selections'] {
  const { partial, subgraph } = restoring;
  const taken = new Set(set.selections.flatMap((each) => namesIn(each)));
  return partial.membersOf(type, subgraph).flatMap((member) => {
    if (set.selections.some((each) => each.kind === Kind.INLINE_FRAGMENT && each.typeCondition?.name.value === member)) return [];
    const leaves = leavesOf(member, asked, restoring).filter(({ alias, name }) => !taken.has((alias ?? name).value));
    for (const { alias, name } of leaves) taken.add((alias ?? name).value);
    if (leaves.length === 0) return [];
    const typeCondition = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: member } } as const;
    return [{ kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet: { kind: Kind.SELECTION_SET, selections: leaves } } as const];
  });
}

const namesIn = (selection: SelectionSetNode['selections'][number]): readonly string[] => {
  if (selection.kind === Kind.FIELD) return [(selection.alias ?? selection.name).value];
  return selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet.selections.flatMap(namesIn) : [];
};

/** What is asked of a type by its name that the subgraph tells by itself: leaves, and without variables. */
function leavesOf(member: string, asked: Sets, restoring: Restoring, isInside = false): readonly FieldNode[] {
  const { partial, fragments, subgraph } = restoring;
  return asked.flatMap(({ selections }) =>
    selections.flatMap((each): readonly FieldNode[] => {
      if (each.kind === Kind.FIELD) {
        const isTold = isInside && !each.arguments?.length && partial.tellsLeaf(member, each.name.value, subgraph);
        return isTold ? [each] : [];
      }
      const fragment = each.kind === Kind.INLINE_FRAGMENT ? each : fragments.get(each.name.value);
      if (!fragment) return [];
      return leavesOf(member, [fragment.selectionSet], restoring, isInside || fragment.typeCondition?.name.value === member);
    }),
  );
}

const setsUnder = (name: string, asked: Sets, restoring: Restoring): Sets =>
  asked.flatMap(({ selections }) =>
    selections.flatMap((each): Sets => {
      if (each.kind === Kind.FIELD) return (each.alias ?? each.name).value === name && each.selectionSet ? [each.selectionSet] : [];
      const set = each.kind === Kind.INLINE_FRAGMENT ? each.selectionSet : restoring.fragments.get(each.name.value)?.selectionSet;
      return set ? setsUnder(name, [set], restoring) : [];
    }),
  );
