import {
  type ArgumentNode,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type FieldNode,
  Kind,
  print,
  type SelectionSetNode,
  type TypeNode,
} from 'graphql';
import { type FieldedType, fieldedTypes, interfacesOf, parseFieldSet, printFieldSet, subgraphNames, textOf } from './join-directives.ts';
import { type Naming, withOwnFields } from './own-fields.ts';

/** A field that is required with arguments, under the name that it is planned by. */
export interface ArguedField {
  readonly called: string;
  readonly arguments: readonly ArgumentNode[];
}

/** What the planner plans by instead of the supergraph, where `@requires` gives arguments, and what its names stand for. */
export interface ArguedSupergraph {
  readonly supergraph: DocumentNode;
  readonly fields: ReadonlyMap<string, ArguedField>;
  /** Which of them a subgraph needs to answer a type's field: by subgraph, type and field. */
  readonly neededBy: ReadonlyMap<string, ReadonlySet<string>>;
}

export const neederKey = (subgraph: string, type: string, field: string): string => `${subgraph} ${type} ${field}`;

/**
 * Gives each field that some `@requires` asks for with arguments a field of its own without any. The planner plans by names alone: it
 * would ask for `price(currency: "USD")`, `price(currency: "EUR")` and a client's `price(currency: "DKK")` as one.
 */
export function argueFields(supergraph: DocumentNode): ArguedSupergraph {
  const naming = startNaming(supergraph);
  const rewritten = new Map([...naming.types].map(([name, type]) => [name, withRequires(type, naming)]));
  const definitions = supergraph.definitions.map((each) => {
    const type = 'name' in each && each.name ? rewritten.get(each.name.value) : undefined;
    return type ? withOwnFields(type, naming) : each;
  });
  return { supergraph: { ...supergraph, definitions }, fields: naming.fields, neededBy: naming.neededBy };
}

/** What one `@requires` of one graph needs. */
interface Needing {
  readonly naming: Naming;
  readonly graph: string;
  readonly needed: Set<string>;
}

const startNaming = (supergraph: DocumentNode): Naming => ({
  types: fieldedTypes(supergraph),
  subgraphs: subgraphNames(supergraph),
  fields: new Map(),
  names: new Map(),
  neededBy: new Map(),
  added: new Map(),
  graphs: new Map(),
});

function withRequires(type: FieldedType, naming: Naming): FieldedType {
  const fields = (type.fields ?? []).map((field) => ({
    ...field,
    directives: field.directives?.map((directive) => withArguedSet(directive, type, field, naming)),
  }));
  return { ...type, fields };
}

function withArguedSet(directive: ConstDirectiveNode, type: FieldedType, field: FieldDefinitionNode, naming: Naming): ConstDirectiveNode {
  const requires = directive.name.value === 'join__field' ? textOf(directive, 'requires') : undefined;
  if (requires === undefined || !directive.arguments) return directive;
  const needing: Needing = { naming, graph: textOf(directive, 'graph') ?? '', needed: new Set() };
  const argued = printFieldSet(arguedSet(parseFieldSet(requires), type.name.value, needing));
  if (needing.needed.size === 0) return directive;
  naming.neededBy.set(neederKey(naming.subgraphs.get(needing.graph) ?? '', type.name.value, field.name.value), needing.needed);
  const value = { kind: Kind.STRING, value: argued } as const;
  return { ...directive, arguments: directive.arguments.map((each) => (each.name.value === 'requires' ? { ...each, value } : each)) };
}

function arguedSet(set: SelectionSetNode, type: string, needing: Needing): SelectionSetNode {
  const selections = set.selections.map((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return selection;
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const on = selection.typeCondition?.name.value ?? type;
      return { ...selection, selectionSet: arguedSet(selection.selectionSet, on, needing) };
    }
    const definition = needing.naming.types.get(type)?.fields?.find(({ name }) => name.value === selection.name.value);
    if (!definition) return selection;
    const below = selection.selectionSet && arguedSet(selection.selectionSet, namedType(definition.type), needing);
    const deeper: FieldNode = below ? { ...selection, selectionSet: below } : selection;
    return (definition.arguments ?? []).length > 0 ? ownField(deeper, type, needing) : deeper;
  });
  return { ...set, selections };
}

/** The same field under a name of its own, which its type and all that implement it get. */
function ownField(field: FieldNode, type: string, { naming, graph, needed }: Needing): FieldNode {
  const { fields, names, added, graphs, types } = naming;
  const called = field.name.value;
  const given = (field.arguments ?? []).toSorted((one, other) => one.name.value.localeCompare(other.name.value));
  const key = `${called}(${given.map((argument) => print(argument)).join(', ')})`;
  const name = names.get(key) ?? `${called}__required_${names.size}`;
  names.set(key, name);
  fields.set(name, { called, arguments: given });
  needed.add(name);
  graphs.set(`${type}.${name}`, (graphs.get(`${type}.${name}`) ?? new Set()).add(graph));
  for (const each of types.values())
    if (each.name.value === type || interfacesOf(each).includes(type))
      added.set(each.name.value, (added.get(each.name.value) ?? new Set()).add(name));
  return { ...field, name: { kind: Kind.NAME, value: name }, arguments: [] };
}

const namedType = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type));
