import { type ApolloServer, type ApolloServerPlugin, type BaseContext, HeaderMap } from '@apollo/server';
import type { FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import { GRAPHQL, isToldByStatus } from './admission/requests/media-type.ts';

/** Hands an admitted question to Apollo Server; what came by GET is a body by now. */
export function graphQlHandler<Context extends BaseContext>(
  apollo: ApolloServer<Context>,
  { context }: { readonly context: (request: FastifyRequest, reply: FastifyReply) => Promise<Context> },
): RouteHandlerMethod {
  return async (request, reply) => {
    const { status, headers, body } = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', headers: headersOf(request), body: request.body, search: '' },
      context: () => context(request, reply),
    });
    for (const [name, value] of headers) reply.header(name, value);
    reply.code(status ?? 200);
    if (body.kind === 'complete') return body.string;
    throw new Error('An answer in parts was not asked for.');
  };
}

/** By these Apollo Server knows a request that a browser would have asked leave for. */
const preflighted = ['content-type', 'x-apollo-operation-name', 'apollo-require-preflight'] as const;

/** What Apollo Server looks at. Which of the two media types is wanted has been read already: of `accept` it gets the outcome. */
function headersOf({ headers }: FastifyRequest): HeaderMap {
  const map = new HeaderMap();
  for (const name of preflighted) if (headers[name] !== undefined) map.set(name, String(headers[name]));
  if (isToldByStatus(headers.accept)) map.set('accept', GRAPHQL);
  return map;
}

/** What is wrong with a question is told by its status to whom GraphQL's own media type goes; in plain JSON the answer is 200. */
export const tellsByMediaType: ApolloServerPlugin<BaseContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ request, response }) => {
      if (response.http.status === 400 && request.http?.headers.get('accept') !== GRAPHQL) response.http.status = 200;
    },
  }),
};
