import type { FastifyInstance, FastifyRequest } from 'fastify';
import { largeBodyReader } from './large-body-reader.ts';
import { readJson, Unreadable } from './read-json.ts';

/** Bytes from which on a body is read in a thread of its own. */
const LARGE = 256 * 1024;

/** JSON in UTF-8 is the one kind of body that is taken; a large one is read apart from the event loop. */
export function takeJsonBodies(app: FastifyInstance, most: number): void {
  const reader = largeBodyReader();
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer', bodyLimit: most },
    async (request: FastifyRequest, bytes: Buffer) => {
      if (!isUtf8(request.headers['content-type'] ?? '')) throw new OtherCharset('Bodies are in UTF-8.');
      return bytes.length > LARGE ? reader.read(new Uint8Array(bytes)) : readJson(bytes);
    },
  );
  app.addHook('onClose', () => reader.stop());
}

class OtherCharset extends Unreadable {
  override readonly statusCode: number = 415;
}

function isUtf8(contentType: string): boolean {
  const charset = /;\s*charset\s*=\s*"?([^\s;"]*)/i.exec(contentType)?.[1];
  return charset === undefined || /^utf-?8$/i.test(charset);
}
