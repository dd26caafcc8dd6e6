import { readFileSync, writeFileSync } from 'node:fs';
import { buildSchema, type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { breakingChanges } from './breaking-changes.ts';
import { composeSupergraph } from './compose-supergraph.ts';
import { compositionHints } from './composition-hints.ts';
import { readSupergraph } from './planning/tell-supergraph.ts';

/** Where the gateway finds the supergraph, and the subgraphs by the names that docker-compose.yml gives them. */
export const supergraphFile = new URL('./supergraph.graphql', import.meta.url);
export const composed = (): string => composeSupergraph((name) => `http://${name}:4000/graphql`);

/** What clients were promised with the last release. */
export const releasedFile = new URL('./released.graphql', import.meta.url);
export const released = (): GraphQLSchema => buildSchema(readFileSync(releasedFile, 'utf8'));

/** `npm run compose`: writes the supergraph, unless it would break what the last release promised; with `--release` the promise as well. */
async function compose(isRelease: boolean): Promise<number> {
  const supergraph = composed();
  const { schema } = readSupergraph(supergraph);
  const broken = await breakingChanges(released(), schema);
  for (const change of broken) console.error(`Breaks clients: ${change}`);
  if (broken.length > 0) {
    console.error('Nothing is written. Deprecate in this release what is to go with the next, and add beside it what takes its place.');
    return 1;
  }
  for (const hint of compositionHints(supergraph)) console.warn(`Warning: ${hint}`);
  writeFileSync(supergraphFile, supergraph);
  console.log('gateway/supergraph.graphql is written.');
  if (isRelease) {
    writeFileSync(releasedFile, `${printSchema(lexicographicSortSchema(schema))}\n`);
    console.log('gateway/released.graphql holds what this release promises.');
  }
  return 0;
}

if (import.meta.main) process.exitCode = await compose(process.argv.includes('--release'));
