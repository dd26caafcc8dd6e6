import type { FastifyReply, FastifyRequest } from 'fastify';
import { refusal } from '#shared/refusal.ts';
import { answerRefusal } from '../../http-answers.ts';

/** Bytes of an address with its question, and of all headers; what nobody sends, Node itself ends at the last figure. */
export const MOST_URL = 8 * 1024;
export const MOST_HEADERS = 16 * 1024;
export const MOST_HEAD = 32 * 1024;

/** Ends a request by what its address and its headers take, before anything of it is read. */
export async function limitHead(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { url, rawHeaders } = request.raw;
  const address = url?.length ?? 0;
  if (address > MOST_URL)
    return answerRefusal(
      reply,
      414,
      refusal('URL_TOO_LONG', `An address has at most ${MOST_URL} bytes; ask by POST.`, { facts: { limit: MOST_URL, asked: address } }),
    );
  const headers = rawHeaders.reduce((sum, part) => sum + part.length + 2, 0);
  if (headers > MOST_HEADERS) return answerRefusal(reply, 431, headersTooLarge(headers));
  return undefined;
}

export const headersTooLarge = (asked: number) =>
  refusal('HEADERS_TOO_LARGE', `Headers have at most ${MOST_HEADERS} bytes.`, { facts: { limit: MOST_HEADERS, asked } });
