import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { extensionsOf } from '#shared/present-error.ts';
import { type Refusal, refusal } from '#shared/refusal.ts';
import { knownVisit } from '../visit.ts';
import type { Admission } from './admission.ts';
import { type Budgets, WINDOW_SECONDS } from './budgets.ts';
import type { Client } from './client.ts';

/** What keeps the gateway within what it can do. */
export interface Overload {
  readonly admission: Admission;
  readonly budgets: Budgets;
}

/** Why somebody is turned away, and when to come again. */
export interface TurnedAway {
  readonly status: 429 | 503;
  readonly retrySeconds: number;
  readonly told: Refusal;
}

/** Turns away whoever asks too much, at three steps: before anything is done for them, once they are known, and once their question is here. */
export interface Turnstile {
  /** Turns away by headers alone those who were known before: it costs a fraction of what the rest of the way does. */
  standBefore(server: Server): void;
  /** Takes a request off its client's budget and tells in headers what is left; answers why it is turned away, if so. */
  pass(request: FastifyRequest, reply: FastifyReply): Promise<TurnedAway | undefined>;
  /** Waits for a place under way; answers why there is none, if so. */
  takePlace(request: FastifyRequest): Promise<TurnedAway | undefined>;
}

const MOST_KNOWN = 10_000;
const RETRY_SECONDS = 1;

export function turnstile({ admission, budgets }: Overload, turnedAway: (client: Client, status: number) => void): Turnstile {
  const known = new LRUCache<string, Client>({ max: MOST_KNOWN });
  const spentUntil = new LRUCache<string, number>({ max: MOST_KNOWN });
  const refusalFor = (client: Client): TurnedAway | undefined => {
    const until = spentUntil.get(client.id);
    if (until !== undefined && until > Date.now()) return tooOften(budgets.limitOf(client), Math.ceil((until - Date.now()) / 1000));
    return admission.isFullFor(client) ? tooMuch : undefined;
  };
  const told = (client: Client, refused: TurnedAway): TurnedAway => {
    turnedAway(client, refused.status);
    return refused;
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
      const { client } = knownVisit(request);
      known.set(request.headers.authorization ?? '', client);
      const refused = refusalFor(client);
      if (refused) return told(client, refused);
      const { isSpent, limit, left, resetsInSeconds } = await budgets.spend(client);
      reply.header('ratelimit-policy', `"requests";q=${limit};w=${WINDOW_SECONDS}`);
      reply.header('ratelimit', `"requests";r=${left};t=${resetsInSeconds}`);
      if (!isSpent) return undefined;
      spentUntil.set(client.id, Date.now() + resetsInSeconds * 1000);
      return told(client, tooOften(limit, resetsInSeconds));
    },
    takePlace: async (request) => {
      const visit = knownVisit(request);
      visit.place = await admission.enter(visit.client, visit.gone);
      if (visit.place && !visit.gone.hasLeft) return undefined;
      visit.place?.leave();
      return told(visit.client, tooMuch);
    },
  };
}

const tooMuch: TurnedAway = {
  status: 503,
  retrySeconds: RETRY_SECONDS,
  told: refusal('UNAVAILABLE', 'More is asked than can be answered right now; try again in a second.', {
    facts: { retryAfterSeconds: RETRY_SECONDS },
  }),
};

const tooOften = (limit: number, retrySeconds: number): TurnedAway => ({
  status: 429,
  retrySeconds,
  told: refusal('RATE_LIMITED', `You may send ${limit} requests a minute; go on in ${retrySeconds} seconds.`, {
    facts: { limit, retryAfterSeconds: retrySeconds },
  }),
});

let nth = 0;

function answerAtOnce(request: IncomingMessage, response: ServerResponse, { status, retrySeconds, told }: TurnedAway): void {
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
