import { CreateNotices1790000012000 } from './migrations/create-notices.ts';
import { CreateWebhooks1790000013000 } from './migrations/create-webhooks.ts';
import { noticeTables } from './notices/notice-tables.ts';
import { webhookTables } from './webhooks/webhook-tables.ts';

/** All that is kept so that people and systems are told. */
export const tellingStorage = {
  tables: [...noticeTables, ...webhookTables],
  migrations: [CreateNotices1790000012000, CreateWebhooks1790000013000],
};
