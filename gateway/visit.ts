import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#shared/actor.ts';
import { type Departure, departure } from './fetching/departure.ts';
import type { Place } from './overload/admission.ts';
import { type Client, clientOf } from './overload/client.ts';

/** One request on its way through the gateway, from its token on. */
export interface Visit {
  readonly actor: Actor;
  readonly client: Client;
  /** Whether the client closed its connection before it was answered. */
  readonly gone: Departure;
  place: Place | undefined;
  /** What was asked, by a name that the same question always has; known once it has been read. */
  operation: string | undefined;
}

const visits = new WeakMap<FastifyRequest, Visit>();

/** Begins a visit; its place is given back when it is answered or its client has gone. */
export function beginVisit(request: FastifyRequest, { raw }: FastifyReply, actor: Actor): Visit {
  const gone = departure();
  const visit: Visit = { actor, client: clientOf(actor), gone, place: undefined, operation: undefined };
  visits.set(request, visit);
  raw.once('close', () => {
    if (!raw.writableFinished) gone.leave();
    visit.place?.leave(raw.writableFinished && raw.statusCode < 400 ? visit.operation : undefined);
  });
  return visit;
}

export function visitOf(request: FastifyRequest): Visit {
  const visit = visits.get(request);
  if (!visit) throw new Error('The request came past its authentication.');
  return visit;
}
