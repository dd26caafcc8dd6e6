import { type DocumentNode, type FieldNode, Kind, parse, print, stripIgnoredCharacters, visit } from 'graphql';
import type { Fetch, PlanNode, RequiredSelection, Rewrite } from '../query-plan.ts';
import type { ArguedField, ArguedSupergraph } from './argued-fields.ts';
import { groupsOf, only, withoutOthers } from './fetch-groups.ts';

/**
 * Turns a plan over fields of their own into one that subgraphs understand: asked for by their names with arguments, under aliases that
 * meet no other, and told to whoever requires them under their names again. What cannot be told at once is asked for apart.
 */
export function arguePlan(node: PlanNode, argued: ArguedSupergraph): PlanNode {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return { ...node, nodes: node.nodes.map((each) => arguePlan(each, argued)) };
    case 'Flatten':
      return { ...node, node: arguePlan(node.node, argued) };
    case 'Condition':
      return {
        ...node,
        ...(node.ifClause && { ifClause: arguePlan(node.ifClause, argued) }),
        ...(node.elseClause && { elseClause: arguePlan(node.elseClause, argued) }),
      };
    case 'Fetch':
      return argueFetch(node, argued);
  }
}

function argueFetch(fetch: Fetch, argued: ArguedSupergraph): PlanNode {
  const document = parse(fetch.operation, { noLocation: true });
  const [first, ...others] = fetch.requires ? groupsOf(document, fetch.serviceName, argued) : [];
  if (!first || others.length === 0) return asked(fetch, document, argued);
  return {
    kind: 'Parallel',
    nodes: [first, ...others].map((group) => {
      const { document: part, variables } = only(document, group.fields);
      const requires = withoutOthers(fetch.requires ?? [], group.needed, argued.fields);
      const variableUsages = (fetch.variableUsages ?? []).filter((name) => variables.has(name));
      return asked({ ...fetch, requires, variableUsages }, part, argued);
    }),
  };
}

function asked(fetch: Fetch, document: DocumentNode, { fields }: ArguedSupergraph): Fetch {
  const operation = visit(document, {
    Field: (node): FieldNode | undefined => {
      const field = fields.get(node.name.value);
      if (!field) return undefined;
      return { ...node, alias: node.alias ?? node.name, name: { kind: Kind.NAME, value: field.called }, arguments: field.arguments };
    },
  });
  const renamed = renames(fetch.requires ?? [], [], fields);
  return {
    ...fetch,
    operation: stripIgnoredCharacters(print(operation)),
    ...(renamed.length > 0 && { inputRewrites: [...renamed, ...(fetch.inputRewrites ?? [])] }),
  };
}

/** Deepest first, so that no path goes through what has been renamed. */
function renames(requires: readonly RequiredSelection[], path: readonly string[], fields: ReadonlyMap<string, ArguedField>): Rewrite[] {
  return requires.flatMap((each) => {
    if (each.kind === 'InlineFragment')
      return renames(each.selections, each.typeCondition ? [...path, `... on ${each.typeCondition}`] : path, fields);
    const here = [...path, each.name];
    const called = fields.get(each.name)?.called;
    const own: Rewrite[] = called === undefined ? [] : [{ kind: 'KeyRenamer', path: here, renameKeyTo: called }];
    return [...renames(each.selections ?? [], here, fields), ...own];
  });
}
