import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A letter as it arrived. */
export interface Arrived {
  readonly to: string;
  readonly messageId: string;
  readonly subject: string;
  readonly headers: string;
  readonly text: string;
}

/** What the office does with a letter to somebody: takes it, says not now, says never, or breaks the line in the middle of it. */
export type Conduct = 'take' | 'not now' | 'never' | 'hang up' | 'take and hang up' | 'refuse the content';

/** A real SMTP server on loopback. */
export async function openPostOffice({
  conduct = () => 'take' as Conduct,
  slow = 0,
  ...options
}: { conduct?: (to: string) => Conduct; slow?: number } & SMTPServerOptions = {}) {
  const arrived: Arrived[] = [];
  const sessions = { secured: 0 };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: options.key ? [] : ['STARTTLS'],
    logger: false,
    onRcptTo: ({ address }, _session, done) => {
      const how = conduct(address);
      if (how === 'not now') return done(Object.assign(new Error('4.7.1 Greylisted, try again later'), { responseCode: 451 }));
      if (how === 'never') return done(Object.assign(new Error('5.1.1 No such user here'), { responseCode: 550 }));
      return done();
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      const to = session.envelope.rcptTo[0]?.address ?? '';
      const how = conduct(`${to} data`);
      if (session.secure) sessions.secured += 1;
      stream.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        if (how === 'hang up') hangUp(session.remotePort);
      });
      stream.on('end', async () => {
        if (how === 'hang up') return;
        if (how === 'refuse the content') return done(Object.assign(new Error('5.6.0 Not this'), { responseCode: 554 }));
        if (slow) await pause(slow);
        arrived.push(read(to, Buffer.concat(chunks).toString('utf8')));
        if (how === 'take and hang up') return hangUp(session.remotePort);
        return done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  const hangUp = (port: number) => {
    for (const connection of server.connections as Set<any>) if (connection.remotePort === port) connection._socket.destroy();
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, arrived, sessions, close: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}

function read(to: string, raw: string): Arrived {
  const [head = '', ...body] = raw.split('\r\n\r\n');
  const headers = head.replaceAll(/\r\n[ \t]+/g, ' ');
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(headers)?.[1] ?? '';
  const text = body.join('\n\n').replaceAll('\r\n', '\n');
  const encoding = header('Content-Transfer-Encoding');
  return { to, messageId: header('Message-ID'), subject: words(header('Subject')), headers, text: decoded(text, encoding) };
}

function decoded(text: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(text, 'base64').toString('utf8');
  return encoding === 'quoted-printable' ? quoted(text.replaceAll(/=\n/g, '')) : text;
}

const quoted = (text: string) =>
  Buffer.from(
    text.replaceAll(/=([0-9A-F]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  ).toString('utf8');

/** Encoded words of a header, as they are read. */
const words = (text: string) =>
  text
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, how, word) =>
      how.toUpperCase() === 'B' ? Buffer.from(word, 'base64').toString('utf8') : quoted(word.replaceAll('_', ' ')),
    );
