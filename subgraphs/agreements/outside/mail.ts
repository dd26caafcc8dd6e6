import nodemailer from 'nodemailer';
import type { Delivery, Letter, Post } from '../domain/notices/post.ts';

/** Where mail is handed over, and whom it is from. */
export interface MailConfig {
  /** `smtps://user:password@host`, or `smtp://` for a server that offers STARTTLS. */
  readonly url: string;
  readonly from: string;
}

const SECOND = 1_000;
// Well under the time that a claim lasts, however slow the server is.
const LONGEST_SENDING = 60 * SECOND;
const LONGEST_REASON = 300;

/** Hands letters to an SMTP server, over one connection that is kept while there is something to send. */
export function smtpPost({ url, from }: MailConfig): Post {
  const transport = nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: 1,
    // A connection that breaks may have broken after the letter was taken; whether it is sent again is not the library's to decide.
    maxRequeues: 0,
    idleTimeout: 20 * SECOND,
    connectionTimeout: 10 * SECOND,
    greetingTimeout: 10 * SECOND,
    socketTimeout: 30 * SECOND,
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: false,
  });
  return {
    send: async ({ to, messageId, subject, text }: Letter): Promise<Delivery> => {
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          messageId: `<${messageId}>`,
          subject,
          text,
          headers: { 'Auto-Submitted': 'auto-generated' },
          signal: AbortSignal.timeout(LONGEST_SENDING),
        });
        return { outcome: 'ACCEPTED' };
      } catch (fault) {
        return deliveryAfter(fault);
      }
    },
    close: () => transport.close({ force: true }),
  };
}

/** What a fault says of the letter: the server's answer to recipient or content is about the letter, all else is about the post. */
function deliveryAfter(fault: unknown): Delivery {
  const told: ReadonlyMap<string, unknown> = new Map(Object.entries(typeof fault === 'object' && fault !== null ? fault : {}));
  const answer = told.get('response') ?? told.get('code') ?? 'no answer';
  const reason = String(answer).replaceAll(/\s+/g, ' ').slice(0, LONGEST_REASON);
  const isAboutTheLetter = told.has('responseCode') && /^(RCPT|DATA)/.test(String(told.get('command')));
  if (!isAboutTheLetter) return { outcome: 'NO POST', reason };
  return { outcome: told.get('permanent') === true ? 'REFUSED' : 'NOT NOW', reason };
}
