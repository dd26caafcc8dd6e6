import { type DirectiveNode, type FieldDefinitionNode, Kind } from 'graphql';
import type { ArguedField } from './argued-fields.ts';
import { type FieldedType, interfacesOf, textOf } from './join-directives.ts';

/** What is known of the fields that are required with arguments while a supergraph is gone through. */
export interface Naming {
  readonly types: ReadonlyMap<string, FieldedType>;
  readonly subgraphs: ReadonlyMap<string, string>;
  readonly fields: Map<string, ArguedField>;
  readonly names: Map<string, string>;
  readonly neededBy: Map<string, Set<string>>;
  /** Names of the new fields of each type. */
  readonly added: Map<string, Set<string>>;
  /** Which graphs require each of them, by type and name. */
  readonly graphs: Map<string, Set<string>>;
}

/** A type with the fields of its own that are planned instead of those with arguments. */
export function withOwnFields(type: FieldedType, naming: Naming): FieldedType {
  const own = naming.added.get(type.name.value);
  if (!own) return type;
  const argued = new Set([...own].map((name) => naming.fields.get(name)?.called));
  const fields = (type.fields ?? []).map((field) => (argued.has(field.name.value) ? unlessUnused(field, type, naming) : field));
  const added = [...own].flatMap((name) => {
    const definition = type.fields?.find((field) => field.name.value === naming.fields.get(name)?.called);
    return definition ? [ownDefinition(name, definition, type, naming)] : [];
  });
  return { ...type, fields: [...fields, ...added] };
}

/** A graph that only required the field with arguments has no more use for it, unless an interface wants it there. */
function unlessUnused(field: FieldDefinitionNode, type: FieldedType, { types }: Naming): FieldDefinitionNode {
  const isWanted = interfacesOf(type).some((name) => types.get(name)?.fields?.some((each) => each.name.value === field.name.value));
  return isWanted ? field : { ...field, directives: field.directives?.filter((each) => !isExternal(each)) };
}

function ownDefinition(name: string, field: FieldDefinitionNode, type: FieldedType, { added, graphs }: Naming): FieldDefinitionNode {
  const isWanted = interfacesOf(type).some((each) => added.get(each)?.has(name));
  const isUsed = (each: DirectiveNode) =>
    isWanted || !isExternal(each) || graphs.get(`${type.name.value}.${name}`)?.has(textOf(each, 'graph') ?? '');
  return { ...field, name: { kind: Kind.NAME, value: name }, arguments: [], directives: field.directives?.filter(isUsed) };
}

const isExternal = ({ arguments: given }: DirectiveNode): boolean =>
  given?.some(({ name, value }) => name.value === 'external' && value.kind === Kind.BOOLEAN && value.value) === true;
