import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A call as a supplier's server got it. */
export interface Got {
  readonly event: string;
  readonly signature: string;
  readonly body: string;
  readonly told: { kind: string; requestId: string; system: string; cursor: string; id: string; state: string | null };
}

/** A supplier's server: a real one, that answers as it is told. */
export async function openReceiver(answer: (got: Got, response: ServerResponse) => void = (_, response) => response.end('ok')) {
  const got: Got[] = [];
  const how = { answer };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const call: Got = {
        event: String(request.headers['tilslut-event']),
        signature: String(request.headers['tilslut-signature']),
        body,
        told: JSON.parse(body),
      };
      got.push(call);
      how.answer(call, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { url: `http://127.0.0.1:${port}/hook`, got, how, close };
}

/** Whether a call was signed by this secret, and lately. */
export function isFromTilslut(secret: string, signature: string, body: string, now = Date.now()): boolean {
  const parts = new Map(signature.split(',').map((part) => part.split('=', 2) as [string, string]));
  const expected = createHmac('sha256', secret)
    .update(`${parts.get('t')}.${body}`)
    .digest();
  const given = Buffer.from(parts.get('v1') ?? '', 'hex');
  const isFresh = Math.abs(now / 1000 - Number(parts.get('t'))) <= 300;
  return isFresh && given.length === expected.length && timingSafeEqual(given, expected);
}
