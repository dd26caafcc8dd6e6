import { type DocumentNode, type FieldNode, Kind, type OperationDefinitionNode, type SelectionSetNode, visit } from 'graphql';
import type { RequiredSelection } from '../query-plan.ts';
import { type ArguedField, type ArguedSupergraph, neederKey } from './argued-fields.ts';

/** Fields of entities, and what they require that is planned by a name of its own. */
interface Group {
  readonly fields: Set<FieldNode>;
  readonly needed: Set<string>;
}

/** Which fields of the entities can be asked for at once: no two that require the same field with different arguments. */
export function groupsOf(document: DocumentNode, subgraph: string, argued: ArguedSupergraph): readonly Group[] {
  const groups: Group[] = [];
  for (const { field, type } of entityFields(document)) {
    const needed = argued.neededBy.get(neederKey(subgraph, type, field.name.value)) ?? new Set();
    const group = groups.find((each) => !clash(each.needed, needed, argued.fields)) ?? { fields: new Set(), needed: new Set() };
    if (group.fields.size === 0) groups.push(group);
    group.fields.add(field);
    for (const name of needed) group.needed.add(name);
  }
  return groups;
}

const clash = (one: ReadonlySet<string>, other: ReadonlySet<string>, fields: ReadonlyMap<string, ArguedField>): boolean =>
  [...one].some((name) => [...other].some((each) => each !== name && fields.get(each)?.called === fields.get(name)?.called));

function entityFields(document: DocumentNode): readonly { readonly field: FieldNode; readonly type: string }[] {
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return [];
  const [entities] = operation.selectionSet.selections;
  return entities?.kind === Kind.FIELD && entities.selectionSet ? fieldsIn(entities.selectionSet, '') : [];
}

const fieldsIn = ({ selections }: SelectionSetNode, type: string): { field: FieldNode; type: string }[] =>
  selections.flatMap((each) => {
    if (each.kind === Kind.FIELD) return [{ field: each, type }];
    return each.kind === Kind.INLINE_FRAGMENT ? fieldsIn(each.selectionSet, each.typeCondition?.name.value ?? type) : [];
  });

interface Part {
  readonly document: DocumentNode;
  readonly variables: ReadonlySet<string>;
}

/** The question with these fields of the entities alone, and the variables that are left in it. */
export function only(document: DocumentNode, fields: ReadonlySet<FieldNode>): Part {
  const all = new Set(entityFields(document).map(({ field }) => field));
  const part: DocumentNode = visit(document, {
    Field: { enter: (node) => (all.has(node) && !fields.has(node) ? null : undefined) },
    InlineFragment: { leave: (node) => (node.selectionSet.selections.length === 0 ? null : undefined) },
  });
  const variables = new Set<string>();
  visit(part, { Variable: ({ name }, _key, parent) => void (isDefinition(parent) || variables.add(name.value)) });
  const defined: DocumentNode = visit(part, {
    OperationDefinition: (node): OperationDefinitionNode => ({
      ...node,
      variableDefinitions: node.variableDefinitions?.filter(({ variable }) => variables.has(variable.name.value)),
    }),
  });
  return { document: defined, variables };
}

const isDefinition = (parent: unknown): boolean =>
  typeof parent === 'object' && parent !== null && 'kind' in parent && parent.kind === Kind.VARIABLE_DEFINITION;

/** What is told of an entity, without what only other groups require of it. */
export function withoutOthers(
  requires: readonly RequiredSelection[],
  needed: ReadonlySet<string>,
  fields: ReadonlyMap<string, ArguedField>,
): readonly RequiredSelection[] {
  return requires.flatMap((each): readonly RequiredSelection[] => {
    if (each.kind === 'Field' && fields.has(each.name) && !needed.has(each.name)) return [];
    if (!each.selections) return [each];
    const selections = withoutOthers(each.selections, needed, fields);
    return selections.length > 0 ? [{ ...each, selections }] : [];
  });
}
