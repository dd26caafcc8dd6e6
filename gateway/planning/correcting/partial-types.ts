import { type DirectiveNode, type DocumentNode, Kind, type OperationTypeNode, type TypeNode } from 'graphql';
import { fieldedTypes, subgraphNames, textOf } from './join-directives.ts';

/** What subgraphs know of interfaces and unions that have other types in one of them than in another. */
export interface PartialTypes {
  /** Whether there is none of the kind. */
  readonly isEmpty: boolean;
  rootOf(operation: OperationTypeNode): string;
  typeOf(type: string, field: string): string;
  /** Types behind such an interface or union in a subgraph; none of any other type. */
  membersOf(type: string, subgraph: string): readonly string[];
  /** Whether a subgraph tells a type's field by itself, and nothing is asked below it. */
  tellsLeaf(type: string, field: string, subgraph: string): boolean;
}

export function partialTypes(supergraph: DocumentNode): PartialTypes {
  const types = fieldedTypes(supergraph);
  const names = subgraphNames(supergraph);
  const inSubgraph = (directive: DirectiveNode) => names.get(textOf(directive, 'graph') ?? '') ?? '';
  const members = membership(supergraph, inSubgraph);
  for (const [name, bySubgraph] of members)
    if (new Set([...bySubgraph.values()].map((each) => [...each].sort().join())).size < 2) members.delete(name);
  const fieldOf = (type: string, field: string) => types.get(type)?.fields?.find(({ name }) => name.value === field);
  const isUnion = (name: string) =>
    supergraph.definitions.some((each) => each.kind === Kind.UNION_TYPE_DEFINITION && each.name.value === name);
  return {
    isEmpty: members.size === 0,
    rootOf: (operation) => `${operation[0]?.toUpperCase()}${operation.slice(1)}`,
    typeOf: (type, field) => {
      const definition = fieldOf(type, field);
      return definition ? namedType(definition.type) : '';
    },
    membersOf: (type, subgraph) => [...(members.get(type)?.get(subgraph) ?? [])],
    tellsLeaf: (type, field, subgraph) => {
      const definition = fieldOf(type, field);
      if (!definition || types.has(namedType(definition.type)) || isUnion(namedType(definition.type))) return false;
      const joined = (definition.directives ?? []).filter(({ name }) => name.value === 'join__field');
      if (joined.length === 0) return true;
      return joined.some((each) => inSubgraph(each) === subgraph && (each.arguments ?? []).every(({ name }) => harmless.has(name.value)));
    },
  };
}

/** A field with any more to say of it is left to the planner. */
const harmless = new Set(['graph', 'type']);

function membership({ definitions }: DocumentNode, inSubgraph: (directive: DirectiveNode) => string) {
  const members = new Map<string, Map<string, Set<string>>>();
  const add = (type: string, member: string, subgraph: string) => {
    const bySubgraph = members.get(type) ?? new Map<string, Set<string>>();
    members.set(type, bySubgraph.set(subgraph, (bySubgraph.get(subgraph) ?? new Set()).add(member)));
  };
  for (const each of definitions)
    if (each.kind === Kind.UNION_TYPE_DEFINITION || each.kind === Kind.OBJECT_TYPE_DEFINITION)
      for (const directive of each.directives ?? []) {
        const { value: name } = directive.name;
        if (name === 'join__unionMember') add(each.name.value, textOf(directive, 'member') ?? '', inSubgraph(directive));
        if (name === 'join__implements') add(textOf(directive, 'interface') ?? '', each.name.value, inSubgraph(directive));
      }
  return members;
}

const namedType = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type));
