import { type DirectiveNode, type DocumentNode, Kind, type SelectionNode, type SelectionSetNode, visit } from 'graphql';

/** Values of the variables that decide which parts of a question count. */
export type Conditions = Readonly<Record<string, unknown>>;

/** The variables in a question's `@skip` and `@include`. */
export function choosingVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ name: { value: name }, arguments: given }) => {
      if (name !== 'skip' && name !== 'include') return;
      for (const { value } of given ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

/**
 * Leaves out of a question what its conditions leave out, so that each choice is planned for itself. The planner makes conditional what it
 * fetches in the same go as a conditional part, asked for without condition or not.
 */
export function settleConditions(document: DocumentNode, conditions: Conditions): DocumentNode {
  let isSettled = true;
  const settled: DocumentNode = visit(document, {
    SelectionSet: {
      leave: (set): SelectionSetNode | undefined => {
        if (!set.selections.some((selection) => conditionsOf(selection, conditions).length > 0)) return undefined;
        isSettled = false;
        const selections = set.selections
          .filter((selection) => conditionsOf(selection, conditions).every(({ holds }) => holds))
          .map(unconditional);
        return { ...set, selections: selections.length > 0 ? selections : [nothing] };
      },
    },
  });
  return isSettled ? document : withoutUnused(settled);
}

const nothing: SelectionNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** The conditions of a part, and whether each lets it in. */
function conditionsOf({ directives }: SelectionNode, conditions: Conditions) {
  return (directives ?? []).filter(isCondition).map((directive) => {
    const condition = directive.arguments?.find((argument) => argument.name.value === 'if')?.value;
    const literal = condition?.kind === Kind.BOOLEAN && condition.value;
    const value = condition?.kind === Kind.VARIABLE ? conditions[condition.name.value] === true : literal;
    return { holds: value === (directive.name.value === 'include') };
  });
}

const isCondition = ({ name: { value: name } }: DirectiveNode): boolean => name === 'skip' || name === 'include';

const unconditional = <Selection extends SelectionNode>(selection: Selection): Selection => ({
  ...selection,
  directives: (selection.directives ?? []).filter((directive) => !isCondition(directive)),
});

/** Fragments that nothing asks for any more are no part of a question. */
function withoutUnused(document: DocumentNode): DocumentNode {
  const used = new Set<string>();
  visit(document, { FragmentSpread: ({ name }) => void used.add(name.value) });
  const definitions = document.definitions.filter((each) => each.kind !== Kind.FRAGMENT_DEFINITION || used.has(each.name.value));
  return definitions.length === document.definitions.length ? document : withoutUnused({ ...document, definitions });
}
