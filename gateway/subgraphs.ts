import { readFileSync } from 'node:fs';

/** The subgraphs behind the gateway; another one is one more line here. */
export const subgraphNames = ['institutions', 'agreements', 'identities'] as const;
export type SubgraphName = (typeof subgraphNames)[number];

/** The same as one of ours; an error where it is none. */
export function subgraphNamed(name: string): SubgraphName {
  const found = subgraphNames.find((known) => known === name);
  if (!found) throw new Error(`There is no subgraph ${name}.`);
  return found;
}

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

/** A subgraph's schema as it serves it: the shared value types before its own. */
export function schemaOf(name: SubgraphName): string {
  return `${read('../shared/common.graphql')}\n${read(`../subgraphs/${name}/schema.graphql`)}`;
}

/** The subgraph that holds persons. */
export const IDENTITIES = 'identities' satisfies SubgraphName;

/** Reads of persons go by what holds when they start (the lease): nobody joins one that is in flight. */
export const sharesReads = (name: string): boolean => name !== IDENTITIES;
