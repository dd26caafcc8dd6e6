import { writeFileSync } from 'node:fs';
import { composeSupergraph } from './compose-supergraph.ts';
import { compositionHints } from './composition-hints.ts';

/** Where the gateway finds the supergraph, and the subgraphs by the names that docker-compose.yml gives them. */
export const supergraphFile = new URL('./supergraph.graphql', import.meta.url);
export const composed = (): string => composeSupergraph((name) => `http://${name}:4000/graphql`);

if (import.meta.main) {
  const supergraph = composed();
  writeFileSync(supergraphFile, supergraph);
  for (const hint of compositionHints(supergraph)) console.warn(`Warning: ${hint}`);
  console.log('gateway/supergraph.graphql is written.');
}
