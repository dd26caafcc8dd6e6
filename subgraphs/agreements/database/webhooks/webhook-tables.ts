import { EntitySchema } from 'typeorm';
import { instant, key, longText, optional, text, whole } from '#shared/columns.ts';
import type { DeadLetter, Webhook } from '../../domain/webhooks/webhook.ts';

/** That an event of the log is of a system: what its webhook is read by. */
export interface SystemEvent {
  readonly system: string;
  readonly position: number;
}

const system = text(20);

export const systemEvents = new EntitySchema<SystemEvent>({
  name: 'system_event',
  columns: { system: key(system), position: key(instant) },
});

export const webhooks = new EntitySchema<Webhook>({
  name: 'webhook',
  columns: {
    system: key(system),
    url: text(500),
    salt: text(36),
    state: text(10),
    position: instant,
    tries: whole,
    dueAt: instant,
    claim: text(36),
    deadInARow: whole,
    deliveredAt: optional(instant),
    failure: optional(longText),
  },
});

export const deadLetters = new EntitySchema<DeadLetter>({
  name: 'webhook_dead_letter',
  columns: {
    system: key(system),
    position: key(instant),
    eventId: text(32),
    kind: text(20),
    requestId: text(36),
    at: instant,
    diedAt: instant,
    tries: whole,
    reason: longText,
    replayAfter: longText,
  },
});

export const webhookTables = [systemEvents, webhooks, deadLetters];
