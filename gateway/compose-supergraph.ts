import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { schemaOf, type SubgraphName, subgraphNames } from './subgraphs.ts';

/** One schema of all subgraphs; says every fault at once where they do not fit. */
export function composeSupergraph(urlOf: (name: SubgraphName) => string): string {
  const { supergraphSdl, errors } = composeServices(
    subgraphNames.map((name) => ({ name, url: urlOf(name), typeDefs: parse(schemaOf(name)) })),
  );
  if (!supergraphSdl) throw new Error(`The subgraphs do not compose:\n${(errors ?? []).map(({ message }) => message).join('\n')}`);
  return supergraphSdl;
}
