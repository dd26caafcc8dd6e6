import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from '#shared/present-error.ts';
import { type Visit, visitOf } from '../visit.ts';
import type { GatewayMetrics } from './metrics.ts';
import { nameOf } from './turned-away-log.ts';

/** One line a request, of the facts named here and no others: nothing of what was asked but what the schema names. */
export function noteAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  { log, metrics }: { readonly log: Log; readonly metrics: GatewayMetrics },
): void {
  const visit = visitOf(request);
  const { statusCode: status, elapsedTime: took } = reply;
  const route = request.routeOptions.url ?? 'none';
  metrics.answered({ status, route, seconds: took / 1000, client: visit?.client.kind ?? 'unknown' });
  for (const code of visit?.codes ?? []) metrics.failed(code);
  log.info(
    {
      requestId: request.id,
      traceId: visit?.span.traceId,
      method: request.method,
      route,
      status,
      milliseconds: Math.round(took * 10) / 10,
      bytes: Number(reply.getHeader('content-length') ?? 0) || undefined,
      ...(visit && asked(visit)),
    },
    'request',
  );
}

const asked = ({ client, operation, codes, questions, gone }: Visit) => ({
  client: nameOf(client),
  clientKind: client.kind,
  operation: operation?.kind,
  fields: operation?.fields,
  document: operation?.hash.slice(0, 16),
  questions,
  codes: codes.length > 0 ? [...new Set(codes)] : undefined,
  left: gone.hasLeft || undefined,
});
