import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#shared/actor.ts';
import { beginSpan, type Span } from '#shared/tracing.ts';
import { type Departure, departure } from './fetching/departure.ts';
import type { Place } from './overload/admission.ts';
import { type Client, clientOf } from './overload/client.ts';

/** What a request asks, in words of the schema's and of ours: nothing that its caller made up. */
export interface AskedOperation {
  readonly hash: string;
  readonly kind: string;
  /** The fields of the root, by the schema's names. */
  readonly fields: readonly string[];
}

/** One request on its way through the gateway, from its token on. */
export interface Visit {
  readonly actor: Actor;
  readonly client: Client;
  /** Whether the client closed its connection before it was answered. */
  readonly gone: Departure;
  readonly span: Span;
  place: Place | undefined;
  /** Known once the question has been read. */
  operation: AskedOperation | undefined;
  /** The codes of the errors in its answer. */
  codes: readonly string[];
  /** How many questions subgraphs were asked for it. */
  questions: number;
}

const visits = new WeakMap<FastifyRequest, Visit>();

/** A trace or span of decimal digits alone was drawn by nobody's chance, and may be a national number with something around it. */
const isOfDigits = /^..-(?:\d{32}-|.{32}-\d{16}-)/;

/** Begins a visit; its place is given back when it is answered or its client has gone. */
export function beginVisit(request: FastifyRequest, { raw }: FastifyReply, actor: Actor): Visit {
  const gone = departure();
  const { traceparent } = request.headers;
  const route = request.routeOptions.url ?? '';
  const span = beginSpan({
    name: `${request.method} ${route}`,
    kind: 'server',
    parent: typeof traceparent === 'string' && !isOfDigits.test(traceparent) ? traceparent : undefined,
    attributes: { 'http.request.method': request.method, 'http.route': route, 'url.scheme': request.protocol },
  });
  const visit: Visit = { actor, client: clientOf(actor), gone, span, place: undefined, operation: undefined, codes: [], questions: 0 };
  visits.set(request, visit);
  raw.once('close', () => {
    const wasAnswered = raw.writableFinished;
    if (!wasAnswered) gone.leave();
    visit.place?.leave(wasAnswered && raw.statusCode < 400 ? visit.operation?.hash : undefined);
    span.end({ 'http.response.status_code': raw.statusCode }, raw.statusCode >= 500 ? String(raw.statusCode) : undefined);
  });
  return visit;
}

/** The visit of a request; none before its token was looked at. */
export const visitOf = (request: FastifyRequest): Visit | undefined => visits.get(request);

/** The same where it must be there. */
export function knownVisit(request: FastifyRequest): Visit {
  const visit = visits.get(request);
  if (!visit) throw new Error('The request came past its authentication.');
  return visit;
}
