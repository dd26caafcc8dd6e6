import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Sign } from '../domain/webhooks/webhook-message.ts';

const KEY_BYTES = 32;

/** The secrets of webhooks. None is kept: each is made of a key outside the database and the webhook's salt. */
export interface WebhookSecrets {
  readonly secretOf: (of: { readonly system: string; readonly salt: string }) => string;
  readonly sign: Sign;
}

/** Makes secrets of a key: whoever has the database alone has none of them. */
export function webhookSecrets(key: Buffer): WebhookSecrets {
  const secretOf: WebhookSecrets['secretOf'] = ({ system, salt }) =>
    `whsec_${createHmac('sha256', key).update(`webhook:${system}:${salt}`).digest('base64url')}`;
  return { secretOf, sign: (of, text) => createHmac('sha256', secretOf(of)).update(text).digest('hex') };
}

/** The key as a file keeps it, 32 bytes in base64; made there, for this user only, where it is not and may be. */
export function keptWebhookKey(path: string, { mayMake }: { readonly mayMake: boolean }): Buffer {
  if (!existsSync(path) && mayMake) writeFileSync(path, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64');
  if (key.length !== KEY_BYTES) throw new Error(`The webhook key is ${KEY_BYTES} bytes in base64.`);
  return key;
}
