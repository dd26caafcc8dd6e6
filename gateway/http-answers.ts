import type { FastifyReply, FastifyRequest } from 'fastify';
import { describeFault } from '#shared/fault-log.ts';
import { extensionsOf, FAULT, type Log } from '#shared/present-error.ts';
import { type Refusal, refusal } from '#shared/refusal.ts';
import { IssuerUnreachable } from './tokens/issuer-keys.ts';
import { SYSTEM_BODY, tooLarge } from './body-limit.ts';
import { notGraphQl } from './well-formed.ts';

const RETRY_SECONDS = 5;
const noKeys = refusal(
  'UNAVAILABLE',
  'Whose token this is cannot be told right now, since its issuer does not answer; try again in a few seconds.',
);

interface Answering {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly log: Log;
}

/** Answers what went wrong before or around GraphQL; the fault itself goes to the log. */
export function answerFault(fault: unknown, { request, reply, log }: Answering): unknown {
  const status = fault instanceof Error && 'statusCode' in fault && typeof fault.statusCode === 'number' ? fault.statusCode : 500;
  const limit = fault instanceof Error && 'limit' in fault && typeof fault.limit === 'number' ? fault.limit : SYSTEM_BODY;
  if (status === 413) return answerRefusal(reply, 413, tooLarge(limit, limit + 1));
  if (fault instanceof IssuerUnreachable) return answerRefusal(reply.header('retry-after', RETRY_SECONDS), 503, noKeys);
  if (status < 500) return answerRefusal(reply, status, notGraphQl);
  log.error({ requestId: request.id, ...describeFault(fault) }, 'fault');
  return reply.code(500).send({
    errors: [
      {
        message: `Something went wrong here; give the request id ${request.id} when you report it.`,
        extensions: { code: FAULT, requestId: request.id },
      },
    ],
  });
}

/** Answers a refusal with its status. */
export function answerRefusal(reply: FastifyReply, status: number, told: Refusal): unknown {
  return reply.code(status).send({ errors: [{ message: told.because, extensions: extensionsOf(told, reply.request.id) }] });
}
