import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { extensionsOf } from '#shared/present-error.ts';
import { type Refusal, refusal } from '#shared/refusal.ts';
import { answerRefusal } from '../http-answers.ts';
import { knownVisit, type Visit } from '../visit.ts';
import type { Admission } from './admission.ts';
import { type Budgets, WINDOW_SECONDS } from './budgets.ts';
import type { Client } from './client.ts';

/** What keeps the gateway within what it can do. */
export interface Overload {
  readonly admission: Admission;
  readonly budgets: Budgets;
}

/** Turns away whoever asks too much, at three steps: before anything is done for them, once they are known, and once their question is here. */
export interface Turnstile {
  /** Turns away by headers alone those who were known before: it costs a fraction of what the rest of the way does. */
  standBefore(server: Server): void;
  /** Takes a request off its client's budget and tells what is left. */
  pass(request: FastifyRequest, reply: FastifyReply): Promise<unknown>;
  /** Waits for a place under way. */
  takePlace(request: FastifyRequest, reply: FastifyReply): Promise<unknown>;
}

const MOST_KNOWN = 10_000;
const RETRY_SECONDS = 1;

export function turnstile({ admission, budgets }: Overload, turnedAway: (client: Client, status: number) => void): Turnstile {
  const known = new LRUCache<string, Client>({ max: MOST_KNOWN });
  const spentUntil = new LRUCache<string, number>({ max: MOST_KNOWN });
  const refusalFor = (client: Client): Refused | undefined => {
    const until = spentUntil.get(client.id);
    if (until !== undefined && until > Date.now()) return tooOften(budgets.limitOf(client), Math.ceil((until - Date.now()) / 1000));
    return admission.isFullFor(client) ? tooMuch : undefined;
  };
  const refuse = ({ client }: Visit, reply: FastifyReply, { status, retrySeconds, told }: Refused) => {
    turnedAway(client, status);
    return answerRefusal(reply.header('retry-after', retrySeconds), status, told);
  };
  return {
    standBefore: (server) => {
      const listeners = server.listeners('request');
      server.removeAllListeners('request');
      server.on('request', (request: IncomingMessage, response: ServerResponse) => {
        const client = known.get(request.headers.authorization ?? '');
        const refused = client && request.url === '/graphql' ? refusalFor(client) : undefined;
        if (!client || !refused) {
          for (const listener of listeners) listener.call(server, request, response);
          return;
        }
        turnedAway(client, refused.status);
        answerAtOnce(request, response, refused);
      });
    },
    pass: async (request, reply) => {
      const visit = knownVisit(request);
      const { client } = visit;
      known.set(request.headers.authorization ?? '', client);
      const refused = refusalFor(client);
      if (refused) return refuse(visit, reply, refused);
      const { isSpent, limit, left, resetsInSeconds } = await budgets.spend(client);
      reply.header('ratelimit-policy', `"requests";q=${limit};w=${WINDOW_SECONDS}`);
      reply.header('ratelimit', `"requests";r=${left};t=${resetsInSeconds}`);
      if (!isSpent) return undefined;
      spentUntil.set(client.id, Date.now() + resetsInSeconds * 1000);
      return refuse(visit, reply, tooOften(limit, resetsInSeconds));
    },
    takePlace: async (request, reply) => {
      const visit = knownVisit(request);
      visit.place = await admission.enter(visit.client, visit.gone);
      if (visit.place && !visit.gone.hasLeft) return undefined;
      visit.place?.leave();
      return refuse(visit, reply, tooMuch);
    },
  };
}

interface Refused {
  readonly status: number;
  readonly retrySeconds: number;
  readonly told: Refusal;
}

const tooMuch: Refused = {
  status: 503,
  retrySeconds: RETRY_SECONDS,
  told: refusal('UNAVAILABLE', 'More is asked than can be answered right now; try again in a second.', {
    facts: { retryAfterSeconds: RETRY_SECONDS },
  }),
};

const tooOften = (limit: number, retrySeconds: number): Refused => ({
  status: 429,
  retrySeconds,
  told: refusal('RATE_LIMITED', `You may send ${limit} requests a minute; go on in ${retrySeconds} seconds.`, {
    facts: { limit, retryAfterSeconds: retrySeconds },
  }),
});

let nth = 0;

function answerAtOnce(request: IncomingMessage, response: ServerResponse, { status, retrySeconds, told }: Refused): void {
  nth += 1;
  const requestId = `turned-away-${nth}`;
  const body = JSON.stringify({ errors: [{ message: told.because, extensions: extensionsOf(told, requestId) }] });
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    'retry-after': String(retrySeconds),
    'x-request-id': requestId,
  });
  response.end(body);
  request.resume();
}
