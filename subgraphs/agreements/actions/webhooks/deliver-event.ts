import type { DeadLetter } from '../../domain/webhooks/webhook.ts';
import type { ClaimedEvent, WebhookDesk } from '../../domain/webhooks/webhook-desk.ts';
import { type Call, headersOf, messageOf, type Sign } from '../../domain/webhooks/webhook-message.ts';
import { CLAIM_LASTS, type SettledWebhook, settlementOf } from '../../domain/webhooks/webhook-settlement.ts';

export interface Calling {
  readonly call: Call;
  readonly sign: Sign;
  /** From 0 to 1, as it falls. */
  readonly chance: () => number;
}

/** Tries to deliver the next event of a system; answers whether the one after it may be tried at once. */
export async function deliverEvent(desk: WebhookDesk, system: string, calling: Calling): Promise<boolean> {
  const claimed = await desk.claim(system, desk.newId(), desk.now() + CLAIM_LASTS);
  if (!claimed) return false;
  const { webhook, position } = claimed;
  const failure = await send(claimed, calling, desk.now());
  const settled = settlementOf(webhook, { position, failure }, desk.now(), calling.chance());
  await desk.settle(webhook, settled, deadLetterOf(claimed, settled, desk.now()));
  return settled.position === position && settled.state === 'ACTIVE';
}

async function send({ webhook, id, change }: ClaimedEvent, { call, sign }: Calling, now: number): Promise<string | undefined> {
  if (!change) return undefined;
  const message = messageOf(id, change);
  return call({ url: webhook.url, body: message.body, headers: headersOf(message, (text) => sign(webhook, text), now) });
}

function deadLetterOf(
  { webhook, position, id, change }: ClaimedEvent,
  { hasDied, failure }: SettledWebhook,
  diedAt: number,
): Omit<DeadLetter, 'replayAfter'> | undefined {
  if (!hasDied || !change) return undefined;
  const { kind, at, facts } = change;
  return {
    system: webhook.system,
    position,
    eventId: id,
    kind,
    requestId: facts.requestId,
    at,
    diedAt,
    tries: webhook.tries,
    reason: failure ?? '',
  };
}
