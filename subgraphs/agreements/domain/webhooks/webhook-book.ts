import type { Actor } from '#shared/actor.ts';
import type { SupplierSystem } from '../systems/system.ts';
import type { Webhook } from './webhook.ts';

/** What keeping webhooks asks of storage, inside one transaction. */
export interface WebhookBook {
  readonly at: number;
  newId(): string;
  system(id: string): Promise<SupplierSystem | undefined>;
  /** Where the log ends now. */
  end(): Promise<number>;
  lock(system: string): Promise<Webhook | undefined>;
  put(webhook: Webhook): Promise<void>;
  remove(system: string): Promise<void>;
  /** Forgets what was given up behind a position, since it is sent again. */
  revive(system: string, after: number): Promise<void>;
  /** The log tells that it was done, and by whom; never a secret or an address. */
  tell(kind: 'WebhookSet' | 'WebhookRemoved' | 'WebhookSecretRotated' | 'WebhookReplayed', system: SupplierSystem, actor: Actor): void;
}
