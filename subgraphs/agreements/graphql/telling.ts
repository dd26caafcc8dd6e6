import type { AddRecipient } from '../actions/notices/add-recipient.ts';
import type { SetWebhook } from '../actions/webhooks/set-webhook.ts';
import type { Recipient } from '../domain/notices/notice.ts';
import type { NoticeReader } from '../domain/notices/notice-reader.ts';
import type { SupplierSystem } from '../domain/systems/system.ts';
import type { WebhookReader } from '../domain/webhooks/webhook-reader.ts';

/** A webhook that was changed, by its system, and its secret where that is told: when it is given, and never again. */
export interface ChangedWebhook {
  readonly webhook: string;
  readonly secret: string | null;
}

/** What can be done about who is told, and asked of it, as this actor. */
export interface Telling {
  readonly notices: NoticeReader;
  readonly webhooks: WebhookReader;
  addRecipient(told: AddRecipient): Promise<Recipient>;
  removeRecipient(id: string): Promise<Recipient>;
  setWebhook(told: SetWebhook): Promise<ChangedWebhook>;
  rotateWebhookSecret(system: string): Promise<ChangedWebhook>;
  removeWebhook(system: string): Promise<SupplierSystem>;
  replayWebhook(told: { readonly system: string; readonly after: string }): Promise<ChangedWebhook>;
}
