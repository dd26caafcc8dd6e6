import type { ToldChange } from '../agreement-event.ts';
import type { DeadLetter, Webhook } from './webhook.ts';
import type { SettledWebhook } from './webhook-settlement.ts';

/** An event that this process alone may send for now; no change where it is none any more, as after its facts were erased. */
export interface ClaimedEvent {
  readonly webhook: Webhook;
  readonly position: number;
  readonly id: string;
  readonly change: ToldChange | undefined;
}

/** What sending asks of storage. Each act here is a transaction of its own; of two processes at once one has its way. */
export interface WebhookDesk {
  now(): number;
  newId(): string;
  /** Notes the next events of the log by the system they are of; answers whether there may be more. */
  noteEvents(): Promise<boolean>;
  /** Systems with something to send now. */
  due(): Promise<readonly string[]>;
  claim(system: string, claim: string, until: number): Promise<ClaimedEvent | undefined>;
  /** Keeps what a try came to, if it was the last to be begun; with the dead letter, and in the log where the webhook is paused. */
  settle(webhook: Webhook, settled: SettledWebhook, dead: Omit<DeadLetter, 'replayAfter'> | undefined): Promise<void>;
}
