import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { extensionsOf } from '#shared/present-error.ts';
import { type Refusal, refusal } from '#shared/refusal.ts';
import { headersTooLarge, MOST_HEAD } from './request-size.ts';

const tooSlow = refusal('UNAVAILABLE', 'The request did not come in time.');
const notHttp = refusal('INVALID_INPUT', 'This is not a request of HTTP/1.1.');

const answers: Readonly<Record<string, readonly [status: string, told: Refusal]>> = {
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', headersTooLarge(MOST_HEAD)],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', tooSlow],
};

/** Answers what is no request, or never becomes one, on its connection, and closes that. */
export function answerClientError(fault: Error & { readonly code?: string }, socket: Socket): void {
  const [status, told] = answers[fault.code ?? ''] ?? ['400 Bad Request', notHttp];
  if (fault.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const body = JSON.stringify({ errors: [{ message: told.because, extensions: extensionsOf(told, randomUUID()) }] });
  const head = [
    `HTTP/1.1 ${status}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
