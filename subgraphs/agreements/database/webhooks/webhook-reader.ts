import type { Database } from '#shared/database.ts';
import type { WebhookReader } from '../../domain/webhooks/webhook-reader.ts';
import type { CursorBehind } from './webhook-desk.ts';
import { deadLetters, systemEvents, webhooks } from './webhook-tables.ts';

/** Reads how webhooks stand, with the cursors that a replay is told by. */
export function webhookReader({ read }: Database, cursorBehind: CursorBehind): WebhookReader {
  return {
    webhook: (system) =>
      read(async (manager) => {
        const webhook = await manager.createQueryBuilder(webhooks, 'w').where('w.system = :system', { system }).getOne();
        if (!webhook) return undefined;
        const behind = manager
          .createQueryBuilder(systemEvents, 'e')
          .where('e.system = :system AND e.position > :position', { system, position: webhook.position });
        const dead = manager.createQueryBuilder(deadLetters, 'l').where('l.system = :system', { system });
        return {
          ...webhook,
          cursor: await cursorBehind(manager, webhook.position),
          waiting: await behind.getCount(),
          dead: await dead.getCount(),
        };
      }),
    deadLetters: (system, { after, limit }) =>
      read((manager) =>
        manager
          .createQueryBuilder(deadLetters, 'l')
          .where('l.system = :system AND l.position > :after', { system, after: Number(after?.[0] ?? 0) })
          .orderBy('l.position')
          .limit(limit)
          .getMany(),
      ),
    countDeadLetters: (system) =>
      read((manager) => manager.createQueryBuilder(deadLetters, 'l').where('l.system = :system', { system }).getCount()),
  };
}
