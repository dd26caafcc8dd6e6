import { once } from 'node:events';
import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Check } from '../checks.ts';
import { codeOf, fail, ok, shownUrl, warn } from '../finding.ts';

const ANSWER_MS = 5_000;
const about = 'mail';

/** Whether the mail server answers, by a greeting alone: nobody signs in and nothing is sent. */
export const checkMail: Check = async ({ installation: { smtp: url } }) => {
  if (!url) return [ok(about, 'Not set up (SMTP_URL): notices wait.')];
  if (!URL.canParse(url)) return [fail(about, 'SMTP_URL is not an address.', 'Set it as smtps://user:password@host.')];
  try {
    const answer = await greet(new URL(url));
    const isPlain = url.startsWith('smtp:') && !/STARTTLS/i.test(answer);
    if (isPlain && new URL(url).password)
      return [
        fail(
          about,
          `${shownUrl(url)} offers no STARTTLS, and a password would go to it in the clear.`,
          'Use smtps://, or a server that offers STARTTLS.',
        ),
      ];
    if (isPlain)
      return [warn(about, `${shownUrl(url)} answers, and offers no STARTTLS.`, 'Use it only where nobody else can listen, or smtps://.')];
    return [ok(about, `${shownUrl(url)} answers.`)];
  } catch (fault) {
    return [
      fail(
        about,
        `${shownUrl(url)} does not answer: ${codeOf(fault)}.`,
        'Start it, correct SMTP_URL, or let this machine out to it; until then notices wait.',
      ),
    ];
  }
};

/** What a server says to EHLO. */
async function greet({ protocol, hostname, port }: URL): Promise<string> {
  const isSecure = protocol === 'smtps:';
  const at = { host: hostname, port: Number(port || (isSecure ? 465 : 587)) };
  const socket: Socket = isSecure ? connectTls({ ...at, ...(isIP(hostname) === 0 && { servername: hostname }) }) : connect(at);
  const signal = AbortSignal.timeout(ANSWER_MS);
  signal.addEventListener('abort', () => socket.destroy(Object.assign(new Error('No answer.'), { code: 'ETIMEDOUT' })));
  try {
    await answerOf(socket, '220');
    socket.write('EHLO doctor.invalid\r\n');
    const told = await answerOf(socket, '250');
    socket.end('QUIT\r\n');
    return told;
  } finally {
    socket.destroy();
  }
}

/** An answer whole: its last line has a space behind the code. */
async function answerOf(socket: Socket, code: string): Promise<string> {
  let told = '';
  while (!/^\d{3} .*\r?\n$/m.test(told)) {
    const [bytes] = await Promise.race([once(socket, 'data'), once(socket, 'close').then(gone)]);
    told += String(bytes);
  }
  if (!told.startsWith(code)) throw Object.assign(new Error('Another answer.'), { code: `answer ${told.slice(0, 3)}` });
  return told;
}

function gone(): never {
  throw Object.assign(new Error('The connection was closed.'), { code: 'ECONNRESET' });
}
