import { connect } from 'node:net';

export interface RawAnswer {
  readonly status: number;
  readonly head: string;
  readonly told: {
    readonly errors?: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
    readonly data?: unknown;
  };
  readonly whole: string;
  readonly milliseconds: number;
}

export type Bytes = string | Buffer;

/** Writes these pieces to a connection of its own, and reads until the first answer is whole or the connection ends. */
export async function sendRaw(port: number, pieces: readonly Bytes[]): Promise<RawAnswer> {
  const socket = connect(port, '127.0.0.1');
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let read = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    read = Buffer.concat([read, chunk]);
    if (isWhole(read, !String(pieces[0]).startsWith('HEAD '))) resolve();
  });
  socket.once('close', () => resolve());
  socket.on('error', (fault) => (read.length > 0 ? resolve() : reject(fault)));
  let last = performance.now();
  const write = (piece: Bytes) =>
    new Promise<void>((written) => {
      socket.write(piece, () => {
        last = performance.now();
        written();
      });
    });
  void (async () => {
    for (const piece of pieces) await write(piece);
  })();
  await promise;
  const milliseconds = performance.now() - last;
  socket.destroy();
  return { ...parsed(read), milliseconds };
}

const headOf = (read: Buffer) => {
  const end = read.indexOf('\r\n\r\n');
  return end < 0 ? undefined : { head: read.subarray(0, end).toString('latin1'), body: read.subarray(end + 4) };
};

const lengthIn = (head: string) => {
  const found = /^content-length: *(\d+)/im.exec(head)?.[1];
  return found === undefined ? undefined : Number(found);
};

function isWhole(read: Buffer, hasBody: boolean): boolean {
  const found = headOf(read);
  if (!found) return false;
  if (!hasBody) return true;
  if (/^HTTP\/1\.[01] 100/.test(found.head)) return isWhole(found.body, hasBody);
  const length = lengthIn(found.head);
  if (length !== undefined) return found.body.length >= length;
  return found.body.subarray(-5).toString() === '0\r\n\r\n';
}

function parsed(read: Buffer): Omit<RawAnswer, 'milliseconds'> {
  const found = headOf(read);
  if (!found) return { status: 0, head: '', told: {}, whole: read.toString() };
  if (/^HTTP\/1\.[01] 100/.test(found.head)) return parsed(found.body);
  const length = lengthIn(found.head);
  const text = found.body.subarray(0, length).toString();
  return {
    status: Number(found.head.split(' ')[1]),
    head: found.head,
    told: text.startsWith('{') ? JSON.parse(text) : {},
    whole: read.toString(),
  };
}
