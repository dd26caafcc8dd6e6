import { Transform } from 'node:stream';
import type { FastifyReply, FastifyRequest, preParsingHookHandler } from 'fastify';
import { Refused, type Refusal, refusal, type RefusalCode } from '#shared/refusal.ts';
import { hearingOut } from '../../http-answers.ts';
import type { Limits } from '../limits.ts';
import { jsonOutline } from './json-outline.ts';

/** A body that is more than its sender may send, found out while it comes in. */
export class BodyRefused extends Refused {
  readonly statusCode: number;
  constructor(statusCode: number, told: Refusal) {
    super(told);
    this.statusCode = statusCode;
  }
}

/** Ends a body that is too much for who sends it: by what it announces, and by what really comes. */
export function limitBody(
  limitsFor: (request: FastifyRequest) => Limits,
  refuse: (reply: FastifyReply, status: number, told: Refusal) => unknown,
): preParsingHookHandler {
  return (request, reply, payload, done) => {
    const limits = limitsFor(request);
    const { 'content-length': announced = '0', 'content-encoding': encoding = 'identity' } = request.headers;
    if (encoding !== 'identity') return void refuse(hearingOut(request, reply), 415, asIs);
    if (Number(announced) > limits.body) return void refuse(hearingOut(request, reply), 413, tooLarge(limits.body, Number(announced)));
    done(null, payload.pipe(counting(limits)));
  };
}

function counting(limits: Limits): Transform {
  const { seen, follow } = jsonOutline();
  let received = 0;
  return new Transform({
    transform(chunk: Buffer, _, next) {
      received += chunk.length;
      if (received > limits.body) return next(new BodyRefused(413, tooLarge(limits.body, received)));
      follow(chunk);
      if (seen.depth > limits.bodyDepth) return next(tooMuch('BODY_TOO_DEEP', limits.bodyDepth, seen.depth));
      if (seen.values > limits.bodyValues) return next(tooMuch('BODY_HOLDS_TOO_MUCH', limits.bodyValues, seen.values));
      if (seen.text > limits.bodyText) return next(tooMuch('BODY_TEXT_TOO_LONG', limits.bodyText, seen.text));
      next(null, chunk);
    },
  });
}

const asIs = refusal('INVALID_INPUT', 'A body is sent as it is, without a content encoding.');

const tooLarge = (limit: number, asked: number): Refusal =>
  refusal('LIMIT_EXCEEDED', `A body has at most ${limit} bytes from you.`, { facts: { limit, asked } });

const sentences = {
  BODY_TOO_DEEP: (limit: number) => `Objects and lists stand at most ${limit} inside one another.`,
  BODY_HOLDS_TOO_MUCH: (limit: number) => `A body holds at most ${limit} values from you.`,
  BODY_TEXT_TOO_LONG: (limit: number) => `A text in a body has at most ${limit} bytes.`,
} as const satisfies Partial<Record<RefusalCode, unknown>>;

const tooMuch = (code: keyof typeof sentences, limit: number, asked: number) =>
  new BodyRefused(413, refusal(code, sentences[code](limit), { facts: { limit, asked } }));
