import type { Reader } from '#shared/config.ts';
import type { MailConfig } from './outside/mail.ts';

/** How people and systems are told: where links lead, at which hour digests go out, by which mail server. */
export interface TellingConfig {
  readonly publicUrl: string;
  /** In Denmark. */
  readonly digestHour: number;
  /** None: notices are made and wait. */
  readonly mail?: MailConfig | undefined;
  /** None: no webhook can be set. */
  readonly webhooks?: WebhookConfig | undefined;
  /** How often it is looked whether there is something to tell, in milliseconds. */
  readonly lookEvery?: number;
}

/** What webhooks go by: the file of the key that their secrets are made of, and how far they reach. */
export interface WebhookConfig {
  readonly keyFile: string;
  /** Where the system is tried out, the key is made, and webhooks may lead to this very machine. */
  readonly isTrial: boolean;
}

/** What holds where nothing is set up. */
export const quietly: TellingConfig = { publicUrl: 'http://127.0.0.1:4000', digestHour: 7 };

/** Reads how people and systems are told; `ownAddress` is where links lead unless PUBLIC_URL says otherwise. */
export function tellingConfig({ text, number }: Reader, ownAddress?: string): TellingConfig {
  const url = text('SMTP_URL', '');
  const mail = url ? { url, from: text('MAIL_FROM') } : undefined;
  const publicUrl = text('PUBLIC_URL', ownAddress ?? (mail ? undefined : quietly.publicUrl)).replace(/\/+$/, '');
  const digestHour = number('NOTICE_DIGEST_HOUR', quietly.digestHour);
  if (publicUrl && !/^https?:$/.test(protocolOf(publicUrl))) throw new Error('PUBLIC_URL is not an address as https://tilslut.example.');
  if (mail && !/^smtps?:$/.test(protocolOf(url))) throw new Error('SMTP_URL is not an address as smtps://user:password@host.');
  if (!Number.isInteger(digestHour) || digestHour < 0 || digestHour > 23)
    throw new Error('NOTICE_DIGEST_HOUR is a whole hour from 0 to 23.');
  const keyFile = text('WEBHOOK_KEY', '');
  return { publicUrl, digestHour, mail, webhooks: keyFile ? { keyFile, isTrial: false } : undefined };
}

const protocolOf = (url: string): string => (URL.canParse(url) ? new URL(url).protocol : '');
