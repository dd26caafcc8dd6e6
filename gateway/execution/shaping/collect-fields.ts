import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  isAbstractType,
  isUnionType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** What decides which parts of a question count: its fragments, and the values of the variables in `@skip` and `@include`. */
export interface Choosing {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly conditions: Readonly<Record<string, unknown>>;
  /** Under which name the plan asks for an alias, where not under its own. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Whether a type, or a value of an enum, is there but hidden from clients. */
  readonly isHidden: (type: string, value?: string) => boolean;
}

/** The fields that are asked of one type, under their names in the answer, in the order in which they are answered. */
export function collectFields(
  sets: readonly SelectionSetNode[],
  type: GraphQLCompositeType,
  choosing: Choosing,
): ReadonlyMap<string, readonly FieldNode[]> {
  const found = new Map<string, FieldNode[]>();
  for (const { selections } of sets) collectInto(selections, type, choosing, found);
  return found;
}

function collectInto(
  selections: readonly SelectionNode[],
  type: GraphQLCompositeType,
  choosing: Choosing,
  found: Map<string, FieldNode[]>,
): void {
  for (const selection of selections) {
    if (!isIncluded(selection, choosing.conditions)) continue;
    if (selection.kind === Kind.FIELD) {
      const name = (selection.alias ?? selection.name).value;
      const nodes = found.get(name);
      if (nodes) nodes.push(selection);
      else found.set(name, [selection]);
      continue;
    }
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : choosing.fragments.get(selection.name.value);
    if (fragment && applies(fragment.typeCondition?.name.value, type, choosing.schema))
      collectInto(fragment.selectionSet.selections, type, choosing, found);
  }
}

function applies(condition: string | undefined, type: GraphQLCompositeType, schema: GraphQLSchema): boolean {
  if (condition === undefined || condition === type.name) return true;
  const wanted = schema.getType(condition);
  return isAbstractType(wanted) && !isUnionType(type) && schema.isSubType(wanted, type);
}

/** Whether `@skip` and `@include` leave it in, by literals and by the variables that are chosen by. */
function isIncluded({ directives }: SelectionNode, conditions: Readonly<Record<string, unknown>>): boolean {
  return (directives ?? []).every(({ name: { value: name }, arguments: given }) => {
    if (name !== 'skip' && name !== 'include') return true;
    const value = given?.find((argument) => argument.name.value === 'if')?.value;
    const holds = value?.kind === Kind.BOOLEAN ? value.value : value?.kind === Kind.VARIABLE && conditions[value.name.value] === true;
    return holds === (name === 'include');
  });
}
