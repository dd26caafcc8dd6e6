import { lookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Call } from '../domain/webhooks/webhook-message.ts';
import { hostOf } from '../domain/webhooks/webhook-url.ts';
import { isLoopbackAddress, isPublicAddress } from './public-address.ts';

const LONGEST_CALL = 10_000;
const NOT_PUBLIC = 'NOT_PUBLIC';

export interface Calling {
  readonly allowsLoopback: boolean;
  /** How long a call may take, in milliseconds. */
  readonly longest?: number;
}

/**
 * Calls webhooks: only what answers 200 to 299 has taken it. The address is judged after it has been looked up, and that very one is
 * called, so that no name can lead into our own network; nothing is followed, and of the answer only the status is read.
 */
export function webhookCall({ allowsLoopback, longest = LONGEST_CALL }: Calling): Call {
  const mayCall = (address: string) => isPublicAddress(address) || (allowsLoopback && isLoopbackAddress(address));
  return ({ url, headers, body }) => {
    const target = new URL(url);
    if (isIP(hostOf(target)) !== 0 && !mayCall(hostOf(target))) return Promise.resolve(inWords(NOT_PUBLIC));
    const { request } = target.protocol === 'https:' ? https : http;
    const { promise, resolve } = Promise.withResolvers<string | undefined>();
    const sent = request(target, {
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      agent: false,
      lookup: judged(mayCall),
      signal: AbortSignal.timeout(longest),
    });
    sent.on('response', (response) => {
      const status = response.statusCode ?? 0;
      resolve(status >= 200 && status < 300 ? undefined : `It answered ${status}.`);
      response.on('error', () => undefined).destroy();
    });
    sent.on('error', (fault) => resolve(inWords('code' in fault ? String(fault.code) : fault.name)));
    sent.end(body);
    return promise;
  };
}

/** Looks a name up, and answers only where every address it has may be called. */
function judged(mayCall: (address: string) => boolean): LookupFunction {
  return (name, options, done) =>
    lookup(name, { ...options, all: true }, (fault, addresses) => {
      const [first] = addresses ?? [];
      if (fault || !first) return done(fault ?? new Error('It has no address.'), '');
      if (!addresses.every(({ address }) => mayCall(address)))
        return done(Object.assign(new Error('It is not public.'), { code: NOT_PUBLIC }), '');
      return options.all ? done(null, addresses) : done(null, first.address, first.family);
    });
}

const sentences: ReadonlyMap<string, string> = new Map([
  [NOT_PUBLIC, 'It leads into a private network.'],
  ['ABORT_ERR', 'It did not answer in time.'],
  ['ECONNREFUSED', 'Nobody listens there.'],
  ['ENOTFOUND', 'There is no such host.'],
]);

const inWords = (code: string): string => sentences.get(code) ?? `It could not be reached: ${code.slice(0, 60)}.`;
