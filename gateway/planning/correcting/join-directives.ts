import {
  type DirectiveNode,
  type DocumentNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  type SelectionSetNode,
} from 'graphql';

export type FieldedType = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/** The types of a supergraph that have fields, by name. */
export function fieldedTypes({ definitions }: DocumentNode): ReadonlyMap<string, FieldedType> {
  const types = new Map<string, FieldedType>();
  for (const each of definitions)
    if (each.kind === Kind.OBJECT_TYPE_DEFINITION || each.kind === Kind.INTERFACE_TYPE_DEFINITION) types.set(each.name.value, each);
  return types;
}

export const interfacesOf = ({ interfaces }: FieldedType): readonly string[] => (interfaces ?? []).map(({ name }) => name.value);

/** What a directive's argument says: a text, or a name of the supergraph's list of graphs. */
export function textOf({ arguments: given }: DirectiveNode, argument: string): string | undefined {
  const value = given?.find(({ name }) => name.value === argument)?.value;
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined;
}

/** A set of fields as the directives of federation write it. */
export function parseFieldSet(text: string): SelectionSetNode {
  const [operation] = parse(`{ ${text} }`, { noLocation: true }).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`${text} is no set of fields.`);
  return operation.selectionSet;
}

export const printFieldSet = (set: SelectionSetNode): string => set.selections.map((selection) => print(selection)).join(' ');

/** What each graph's subgraph is called, by its name in the supergraph. */
export function subgraphNames({ definitions }: DocumentNode): ReadonlyMap<string, string> {
  const list = definitions.find((each) => each.kind === Kind.ENUM_TYPE_DEFINITION && each.name.value === 'join__Graph');
  const values = list?.kind === Kind.ENUM_TYPE_DEFINITION ? (list.values ?? []) : [];
  return new Map(values.map(({ name, directives }) => [name.value, directives?.[0] ? (textOf(directives[0], 'name') ?? '') : '']));
}
