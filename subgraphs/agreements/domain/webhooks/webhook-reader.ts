import type { DeadLetter, Webhook } from './webhook.ts';

/** A webhook with the cursor it stands behind, and what waits. */
export interface SeenWebhook extends Webhook {
  readonly cursor: string;
  readonly waiting: number;
  readonly dead: number;
}

interface Place {
  readonly after: readonly (string | number)[] | undefined;
  readonly limit: number;
}

/** What is asked of webhooks without changing them; whose they are is judged before. */
export interface WebhookReader {
  webhook(system: string): Promise<SeenWebhook | undefined>;
  deadLetters(system: string, place: Place): Promise<DeadLetter[]>;
  countDeadLetters(system: string): Promise<number>;
}
