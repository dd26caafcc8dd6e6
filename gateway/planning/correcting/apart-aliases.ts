import { type DocumentNode, type FieldNode, Kind, visit } from 'graphql';

/** A question as it is planned, and under which names it asks for what its client calls otherwise. */
export interface ApartQuestion {
  readonly document: DocumentNode;
  /** The name in the plan of each alias that had to be set apart. */
  readonly renamed: ReadonlyMap<string, string>;
}

/**
 * Sets apart the aliases that a plan may need for itself. A plan asks for keys and requirements under the names of their fields: where a
 * client calls something else so, the two would meet in one question, or the client would tell a subgraph what only another may.
 */
export function apartAliases(document: DocumentNode, isFieldName: (name: string) => boolean): ApartQuestion {
  const aliases = new Set<string>();
  visit(document, { Field: ({ alias, name }) => void (alias && alias.value !== name.value && aliases.add(alias.value)) });
  const isTaken = (name: string) => isFieldName(name) || name.includes('__') || name in Object.prototype;
  const renamed = new Map<string, string>();
  for (const alias of aliases)
    if (isTaken(alias))
      renamed.set(
        alias,
        freeName(renamed.size, (name) => isFieldName(name) || aliases.has(name)),
      );
  if (renamed.size === 0) return { document, renamed };
  const apart: DocumentNode = visit(document, {
    Field: (node): FieldNode | undefined => {
      const name = node.alias && node.alias.value !== node.name.value ? renamed.get(node.alias.value) : undefined;
      return name === undefined ? undefined : { ...node, alias: { kind: Kind.NAME, value: name } };
    },
  });
  return { document: apart, renamed };
}

function freeName(number: number, isTaken: (name: string) => boolean): string {
  let name = `asked_${number}`;
  while (isTaken(name)) name = `${name}_`;
  return name;
}
