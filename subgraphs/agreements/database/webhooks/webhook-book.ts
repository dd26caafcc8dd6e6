import { forUpdate, type Transaction } from '#shared/database.ts';
import { readHead } from '#shared/event-log.ts';
import type { WebhookBook } from '../../domain/webhooks/webhook-book.ts';
import { systems } from '../system-tables.ts';
import { deadLetters, webhooks } from './webhook-tables.ts';

/** The webhooks inside one transaction. */
export function webhooksIn(transaction: Transaction, newId: () => string): WebhookBook {
  const { manager, at, record } = transaction;
  return {
    at,
    newId,
    system: async (id) => (await manager.createQueryBuilder(systems, 's').where('s.id = :id', { id }).getOne()) ?? undefined,
    end: async () => (await readHead(manager)).position,
    lock: async (system) =>
      (await forUpdate(transaction, manager.createQueryBuilder(webhooks, 'w').where('w.system = :system', { system })).getOne()) ??
      undefined,
    put: async (webhook) => void (await manager.upsert(webhooks, webhook, ['system'])),
    remove: async (system) => void (await manager.delete(webhooks, { system })),
    revive: async (system, after) =>
      void (await manager
        .createQueryBuilder()
        .delete()
        .from(deadLetters)
        .where({ system })
        .andWhere('position > :after', { after })
        .execute()),
    tell: (kind, { id, supplier }, actor) => record({ kind, actor: actor.id, subject: id, facts: { system: id, supplier } }),
  };
}
