import type { Check } from '../checks.ts';
import { fail, ok } from '../finding.ts';
import { keyFile } from '../key-file.ts';

const KEY_BYTES = 32;
const about = 'webhook key';

/** Whether the secrets of webhooks can be made. */
export const checkWebhookKey: Check = async ({ installation: { webhookKey } }) => {
  if (!webhookKey) return [ok(about, 'Not set up (WEBHOOK_KEY): no webhook can be set.')];
  const { text, found } = keyFile(about, webhookKey);
  if (text === undefined) return [...found];
  if (Buffer.from(text.trim(), 'base64').length !== KEY_BYTES)
    return [
      ...found,
      fail(
        about,
        `${webhookKey} does not hold ${KEY_BYTES} bytes in base64.`,
        "Put the file back from its copy: by another key every supplier's signature is wrong.",
      ),
    ];
  return found.length > 0 ? [...found] : [ok(about, `${KEY_BYTES} bytes, readable by its owner only.`)];
};
