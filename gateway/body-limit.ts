import { Transform } from 'node:stream';
import type { FastifyReply, FastifyRequest, preParsingHookHandler } from 'fastify';
import type { Actor } from '#shared/actor.ts';
import { type Refusal, refusal } from '#shared/refusal.ts';

export const SYSTEM_BODY = 16 * 1024 * 1024;
export const OTHERS_BODY = 256 * 1024;

/** How much an actor may send at once: a supplier's system whole imports, everyone else a question. */
export function bodyLimitOf({ mandates }: Actor): number {
  return mandates.some(({ role }) => role === 'SUPPLIER_SYSTEM' || role === 'MUNICIPAL_SYSTEM') ? SYSTEM_BODY : OTHERS_BODY;
}

/** Ends a body that is too large for who sends it: by what it announces, and by what really comes. */
export function limitBody(
  actorOf: (request: FastifyRequest) => Actor,
  refuse: (reply: FastifyReply, status: number, told: Refusal) => unknown,
): preParsingHookHandler {
  return (request, reply, payload, done) => {
    const limit = bodyLimitOf(actorOf(request));
    const announced = Number(request.headers['content-length'] ?? 0);
    if (announced > limit) return void refuse(reply, 413, tooLarge(limit, announced));
    let received = 0;
    const counted = new Transform({
      transform(chunk: Buffer, _, next) {
        received += chunk.length;
        next(received > limit ? Object.assign(new Error('body too large'), { statusCode: 413, limit }) : null, chunk);
      },
    });
    done(null, payload.pipe(counted));
  };
}

export const tooLarge = (limit: number, asked: number): Refusal =>
  refusal('LIMIT_EXCEEDED', `A body has at most ${limit} bytes from you.`, { facts: { limit, asked } });
