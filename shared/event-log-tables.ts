import { EntitySchema } from 'typeorm';
import { instant, key, longText, optional, text, whole } from './columns.ts';

/** One link of the chain. Facts and salt stand apart, so that they can be erased and the chain still verifies. */
export interface LoggedEvent {
  readonly position: number;
  readonly at: number;
  readonly actor: string;
  readonly kind: string;
  readonly subject: string;
  readonly factsDigest: string;
  readonly hash: string;
}

export interface EventFacts {
  readonly position: number;
  readonly salt: string | null;
  readonly facts: string | null;
}

/** The end of the log; its row is locked while the log grows, so positions have no gaps and stand in commit order. */
export interface LogHead {
  readonly id: number;
  readonly logId: string;
  readonly position: number;
  readonly hash: string;
}

export const loggedEvents = new EntitySchema<LoggedEvent>({
  name: 'event_log',
  columns: {
    position: key(instant),
    at: instant,
    actor: text(120),
    kind: text(60),
    subject: text(60),
    factsDigest: text(64),
    hash: text(64),
  },
  indices: [{ name: 'event_log_subject', columns: ['subject', 'position'] }],
});

export const eventFacts = new EntitySchema<EventFacts>({
  name: 'event_facts',
  columns: { position: key(instant), salt: optional(text(32)), facts: optional(longText) },
});

export const logHeads = new EntitySchema<LogHead>({
  name: 'event_log_head',
  columns: { id: key(whole), logId: text(36), position: instant, hash: text(64) },
});

export const eventLogTables = [loggedEvents, eventFacts, logHeads];
