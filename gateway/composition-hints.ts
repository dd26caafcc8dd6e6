import { type DirectiveNode, type FieldDefinitionNode, Kind, parse, type SelectionSetNode } from 'graphql';
import { type FieldedType, fieldedTypes, parseFieldSet, subgraphNames, textOf } from './planning/correcting/join-directives.ts';

/** What composes, but is easily answered wrongly by a gateway; each a sentence that names the fields. */
export function compositionHints(supergraphSdl: string): readonly string[] {
  const supergraph = parse(supergraphSdl, { noLocation: true });
  const types = [...fieldedTypes(supergraph).values()];
  const subgraphs = subgraphNames(supergraph);
  const named = (directive: DirectiveNode) => subgraphs.get(textOf(directive, 'graph') ?? '') ?? '';
  return [
    ...types.flatMap((type) => overlappingKeys(type, named)),
    ...types.flatMap((type) => (type.fields ?? []).flatMap((field) => arguedRequirements(type, field, named))),
  ];
}

type Named = (directive: DirectiveNode) => string;

/** Keys of several fields that share some but not all: what is fetched for one looks as if it were enough for the other. */
function overlappingKeys(type: FieldedType, named: Named): readonly string[] {
  const keys = new Map<string, readonly string[]>();
  const where = new Map<string, Set<string>>();
  for (const directive of type.directives ?? []) {
    const key = directive.name.value === 'join__type' ? textOf(directive, 'key') : undefined;
    if (key === undefined) continue;
    keys.set(key, leaves(parseFieldSet(key)));
    where.set(key, (where.get(key) ?? new Set()).add(named(directive)));
  }
  const all = [...keys];
  return all.flatMap(([key, fields], index) =>
    all.slice(index + 1).flatMap(([other, others]) => {
      const shared = fields.filter((field) => others.includes(field));
      if (shared.length === 0 || shared.length === fields.length || shared.length === others.length) return [];
      const subgraphs = [...new Set([...(where.get(key) ?? []), ...(where.get(other) ?? [])])].sort().join(', ');
      return [`${type.name.value} has the keys "${key}" and "${other}", which overlap in ${shared.join(', ')} (${subgraphs}).`];
    }),
  );
}

/** The fields of a set that hold no others, each by its path. */
const leaves = ({ selections }: SelectionSetNode, path = ''): readonly string[] =>
  selections.flatMap((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    if (selection.kind === Kind.INLINE_FRAGMENT) return leaves(selection.selectionSet, path);
    const here = `${path}${selection.name.value}`;
    return selection.selectionSet ? leaves(selection.selectionSet, `${here}.`) : [here];
  });

/** Requirements with arguments share a name in the answer with whatever else is asked of that field. */
const arguedRequirements = (type: FieldedType, field: FieldDefinitionNode, named: Named): readonly string[] =>
  (field.directives ?? []).flatMap((directive) => {
    const requires = directive.name.value === 'join__field' ? textOf(directive, 'requires') : undefined;
    const argued = requires === undefined ? [] : arguedIn(parseFieldSet(requires));
    if (argued.length === 0) return [];
    return [`${type.name.value}.${field.name.value} requires ${argued.join(', ')} with arguments (${named(directive)}).`];
  });

const arguedIn = ({ selections }: SelectionSetNode, path = ''): readonly string[] =>
  selections.flatMap((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    if (selection.kind === Kind.INLINE_FRAGMENT) return arguedIn(selection.selectionSet, path);
    const here = `${path}${selection.name.value}`;
    const own = (selection.arguments ?? []).length > 0 ? [here] : [];
    return [...own, ...(selection.selectionSet ? arguedIn(selection.selectionSet, `${here}.`) : [])];
  });
