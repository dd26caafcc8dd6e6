import type { ToldChange } from '../agreement-event.ts';

/** An event as it is sent. */
export interface WebhookMessage {
  readonly id: string;
  readonly body: string;
}

/** What is sent of a change: the same fields as the feed tells, and the cursor to go on from there. */
export function messageOf(id: string, { position: cursor, at, kind, facts }: ToldChange): WebhookMessage {
  const { requestId, accessId, daycareNumber, system, service, state, previousState } = facts;
  const told = {
    id,
    cursor,
    at: new Date(at).toISOString(),
    kind,
    requestId,
    accessId,
    daycareNumber,
    system,
    service,
    state,
    previousState,
  };
  return { id, body: JSON.stringify(told) };
}

/** Signs the body for a time, so that who receives it knows whose it is and that it is not an old one sent again. */
export type Sign = (of: { readonly system: string; readonly salt: string }, text: string) => string;

/** The headers that go with a message. */
export function headersOf({ id, body }: WebhookMessage, sign: (text: string) => string, now: number): Record<string, string> {
  const seconds = Math.floor(now / 1000);
  return {
    'content-type': 'application/json',
    'user-agent': 'Tilslut-Webhook/1',
    'tilslut-event': id,
    'tilslut-signature': `t=${seconds},v1=${sign(`${seconds}.${body}`)}`,
  };
}

/** What sends: answers nothing where it was taken, else why it was not. */
export type Call = (to: {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}) => Promise<string | undefined>;
