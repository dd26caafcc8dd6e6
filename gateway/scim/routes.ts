import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { describeFault } from '#shared/fault-log.ts';
import type { Log } from '#shared/present-error.ts';
import type { Entrance } from '../entrance.ts';
import type { TurnedAway, Turnstile } from '../overload/turnstile.ts';
import { beginVisit, knownVisit } from '../visit.ts';
import type { AskUsers } from './ask-users.ts';
import { serviceProviderConfig, USER_SCHEMA, userResourceType, userSchema } from './discovery.ts';
import { listOf, listUsers, type ListQuery } from './list-users.ts';
import { errorBody, ScimError } from './scim-error.ts';
import { only, userResource } from './user-resource.ts';

const PATH = '/scim/v2';
const RETRY_SECONDS = '5';

export interface ScimParts {
  readonly entrance: Entrance;
  /** None where anybody is let in. */
  readonly door: Turnstile | undefined;
  readonly ask: AskUsers;
  readonly log: Log;
}

interface UserRoute {
  readonly Params: { readonly id: string };
  readonly Querystring: ListQuery;
}

/** SCIM 2.0, read only, beside GraphQL: the same tokens, the same accesses, the same log of reads. Registered under its path. */
export async function scimRoutes(app: FastifyInstance, { entrance, door, ask, log }: ScimParts): Promise<void> {
  app.removeAllContentTypeParsers();
  // what is sent is never looked at, since nothing is written here
  app.addContentTypeParser('*', (_request, body, done) => {
    body.resume();
    done(null);
  });
  app.setErrorHandler((fault, request, reply) => answerError(reply, errorFrom(fault, request, log)));
  app.setNotFoundHandler((_request, reply) => answerError(reply, new ScimError(404, 'There is nothing here; see /ResourceTypes.')));
  app.addHook('onRequest', async (request, reply) => {
    const actor = await entrance.admit(request.headers.authorization);
    if (typeof actor === 'string') throw new ScimError(401, actor);
    beginVisit(request, reply, actor);
    turnAway(await door?.pass(request, reply));
  });
  app.addHook('preHandler', async (request) => turnAway(await door?.takePlace(request)));
  const answering = (request: FastifyRequest) => ({ ask, visit: knownVisit(request), requestId: request.id, base: baseOf(request) });
  app.get<{ Querystring: ListQuery }>('/Users', async (request, reply) =>
    answer(reply, await listUsers(answering(request), request.query)),
  );
  app.get<UserRoute>('/Users/:id', async (request, reply) => {
    const { visit, requestId, base } = answering(request);
    const { users } = await ask(visit, requestId, { uniId: request.params.id, first: 1, counted: false });
    const [user] = users;
    if (!user) throw new ScimError(404, 'There is no such user in your reach.');
    const { attributes, excludedAttributes } = request.query;
    const wanted = { attributes: textOf(attributes), excludedAttributes: textOf(excludedAttributes) };
    return answer(reply.header('content-location', `${base}/Users/${user.uniId}`), only(userResource(user, base), wanted));
  });
  discoveryRoutes(app);
  refuseWrites(app);
}

function turnAway(refused: TurnedAway | undefined): void {
  if (refused) throw new ScimError(refused.status, refused.told.because);
}

function discoveryRoutes(app: FastifyInstance): void {
  app.get('/ServiceProviderConfig', async (request, reply) => answer(reply, serviceProviderConfig(baseOf(request))));
  app.get('/ResourceTypes', async (request, reply) => answer(reply, listOf([userResourceType(baseOf(request))])));
  app.get('/ResourceTypes/User', async (request, reply) => answer(reply, userResourceType(baseOf(request))));
  app.get('/Schemas', async (request, reply) => answer(reply, listOf([userSchema(baseOf(request))])));
  app.get(`/Schemas/${USER_SCHEMA.replaceAll(':', '::')}`, async (request, reply) => answer(reply, userSchema(baseOf(request))));
}

/** Users come from the daycares' own systems and are written nowhere else. */
function refuseWrites(app: FastifyInstance): void {
  for (const url of ['/Users', '/Users/:id', '/Users/.search', '/.search', '/Bulk', '/Me'])
    app.route({
      method: url === '/Me' ? ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] : ['POST', 'PUT', 'PATCH', 'DELETE'],
      url,
      handler: async () => {
        throw new ScimError(501, "Users are read here, and written by the daycares' own systems.");
      },
    });
}

const textOf = (given: unknown): string | undefined => (typeof given === 'string' ? given : undefined);
const baseOf = (request: FastifyRequest): string => `${request.protocol}://${request.host}${PATH}`;
const answer = (reply: FastifyReply, body: object) =>
  reply
    .header('content-type', 'application/scim+json')
    .header('cache-control', 'no-store')
    .send(Buffer.from(JSON.stringify(body)));

function errorFrom(fault: unknown, request: FastifyRequest, log: Log): ScimError {
  if (fault instanceof ScimError) return fault;
  const status = fault instanceof Error && 'statusCode' in fault && typeof fault.statusCode === 'number' ? fault.statusCode : 500;
  if (status < 500) return new ScimError(status, 'The request could not be taken.');
  log.error({ requestId: request.id, ...describeFault(fault) }, 'fault');
  return new ScimError(500, `Something went wrong here; give the request id ${request.id} when you report it.`);
}

function answerError(reply: FastifyReply, error: ScimError) {
  if (error.status === 401) reply.header('www-authenticate', 'Bearer');
  if (error.status === 503 && !reply.hasHeader('retry-after')) reply.header('retry-after', RETRY_SECONDS);
  return answer(reply.code(error.status), errorBody(error));
}
