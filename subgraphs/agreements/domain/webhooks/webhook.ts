/** Where a system is told of what happens to its agreements: event by event, in the order of the log. */
export interface Webhook {
  readonly system: string;
  readonly url: string;
  /** What the secret is made of, besides a key that is kept elsewhere; another with each new secret. */
  readonly salt: string;
  readonly state: 'ACTIVE' | 'PAUSED';
  /** The last event that was delivered or given up. */
  readonly position: number;
  /** How often the next was tried. */
  readonly tries: number;
  /** When it is tried next; while somebody tries, when that one counts as gone. */
  readonly dueAt: number;
  readonly claim: string;
  /** How many were given up one after the other. */
  readonly deadInARow: number;
  readonly deliveredAt: number | null;
  readonly failure: string | null;
}

/** An event that could not be delivered and was given up. */
export interface DeadLetter {
  readonly system: string;
  readonly position: number;
  readonly eventId: string;
  readonly kind: string;
  readonly requestId: string;
  readonly at: number;
  readonly diedAt: number;
  readonly tries: number;
  readonly reason: string;
  /** The cursor before it: a replay from here sends it again. */
  readonly replayAfter: string;
}
