import type { ApolloServer } from '@apollo/server';
import type { FastifyInstance, FastifyReply, HTTPMethods } from 'fastify';
import type { Log } from '#shared/present-error.ts';
import { refusal } from '#shared/refusal.ts';
import type { AdmitQuestion } from './admission/admit-question.ts';
import { limitBody } from './admission/bodies/limit-body.ts';
import { limitsFor } from './admission/limits.ts';
import type { Entrance } from './entrance.ts';
import type { GatewayContext } from './fetching/asker.ts';
import { graphQlHandler } from './graphql-over-http.ts';
import { answerRefusal } from './http-answers.ts';
import type { GatewayMetrics } from './operating/metrics.ts';
import { noteAnswer } from './operating/request-log.ts';
import type { TurnedAway, Turnstile } from './overload/turnstile.ts';
import { beginVisit, knownVisit } from './visit.ts';

export interface RouteParts {
  readonly entrance: Entrance;
  /** None where anybody is let in. */
  readonly door: Turnstile | undefined;
  readonly admit: AdmitQuestion;
  readonly apollo: ApolloServer<GatewayContext>;
  readonly log: Log;
  readonly metrics: GatewayMetrics;
}

const otherMethods: HTTPMethods[] = ['HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'];
const byPost = refusal('INVALID_INPUT', 'Questions come by POST, or by GET.');

/** The way in, cheapest first: the token, what its client may still send, the body's size, a place, the question; then it is answered. */
export function graphQlRoutes(app: FastifyInstance, { entrance, door, admit, apollo, log, metrics }: RouteParts): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    onResponse: async (request, reply) => noteAnswer(request, reply, { log, metrics }),
    exposeHeadRoute: false,
    onRequest: async (request, reply) => {
      const actor = await entrance.admit(request.headers.authorization);
      if (typeof actor === 'string')
        return answerRefusal(reply.header('www-authenticate', 'Bearer'), 401, refusal('UNAUTHENTICATED', actor));
      beginVisit(request, reply, actor);
      return turnAway(reply, await door?.pass(request, reply));
    },
    preParsing: limitBody((request) => limitsFor(knownVisit(request).actor, entrance.isGuarded), answerRefusal),
    preHandler: async (request, reply) => {
      const turned = await door?.takePlace(request);
      return turned ? turnAway(reply, turned) : admit(request, reply, knownVisit(request).actor);
    },
    handler: graphQlHandler(apollo, {
      context: async (request) => ({ requestId: request.id, visit: knownVisit(request) }),
    }),
  });
  app.route({
    method: otherMethods,
    url: '/graphql',
    handler: async (_request, reply) => answerRefusal(reply.header('allow', 'GET, POST'), 405, byPost),
  });
}

const turnAway = (reply: FastifyReply, refused: TurnedAway | undefined): unknown =>
  refused && answerRefusal(reply.header('retry-after', refused.retrySeconds), refused.status, refused.told);
