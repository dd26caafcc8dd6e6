import { Supergraph } from '@apollo/federation-internals';
import { printSchema } from 'graphql';
import { type ReadSupergraph, type SupergraphTold, supergraphOf } from './supergraph.ts';

// Federation's library takes long to load and to read: the gateway has it in the planner's thread, commands here.

export const tellSupergraph = (supergraph: Supergraph): SupergraphTold => ({
  schema: printSchema(supergraph.apiSchema().toGraphQLJSSchema()),
  urls: supergraph.subgraphsMetadata().map(({ name, url }) => [name, url]),
});

/** Reads a supergraph's text; a text that is none is an error that says why. */
export const readSupergraph = (sdl: string): ReadSupergraph => supergraphOf(sdl, tellSupergraph(Supergraph.build(sdl)));
