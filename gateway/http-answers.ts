import type { FastifyReply, FastifyRequest } from 'fastify';
import { describeFault } from '#shared/fault-log.ts';
import { extensionsOf, FAULT, type Log } from '#shared/present-error.ts';
import { Refused, type Refusal, refusal } from '#shared/refusal.ts';
import { notGraphQl } from './admission/requests/asked.ts';
import { visitOf } from './visit.ts';
import { IssuerUnreachable } from './tokens/issuer-keys.ts';

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
  if (fault instanceof IssuerUnreachable) return answerRefusal(reply.header('retry-after', RETRY_SECONDS), 503, noKeys);
  if (status < 500 && fault instanceof Refused) return answerRefusal(hearingOut(request, reply), status, fault.refusal);
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

/** How long a body is still taken in, unread, once it is refused; in milliseconds. */
const HEARD_OUT = 5_000;

/** Who is still sending is heard out for a while: a connection that is closed under its feet would lose the answer. */
export function hearingOut(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { raw } = request;
  const end = setTimeout(() => raw.destroy(), HEARD_OUT).unref();
  raw.once('close', () => clearTimeout(end));
  raw.resume();
  return reply.header('connection', 'keep-alive');
}

/** What a request is answered with, for its line in the log. */
export function noteCodes(request: FastifyRequest, codes: readonly string[]): void {
  const visit = visitOf(request);
  if (visit) visit.codes = codes;
}

/** Answers a refusal with its status. */
export function answerRefusal(reply: FastifyReply, status: number, told: Refusal): unknown {
  noteCodes(reply.request, [told.code]);
  return reply.code(status).send({ errors: [{ message: told.because, extensions: extensionsOf(told, reply.request.id) }] });
}
