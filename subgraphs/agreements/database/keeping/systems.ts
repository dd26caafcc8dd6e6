import { forShare, forUpdate, insertRows, isDuplicate, type Transaction } from '#shared/database.ts';
import type { Agreements } from '../../domain/agreement-store.ts';
import { connections, suppliers, systemKeys, systems } from '../system-tables.ts';
import { byKey, ifAny } from './some.ts';

type OfSystems =
  | 'holdSystems'
  | 'lockSystem'
  | 'setSystemState'
  | 'supplier'
  | 'suppliers'
  | 'connections'
  | 'lockConnections'
  | 'addConnection'
  | 'setConnectionState'
  | 'keys'
  | 'putKey'
  | 'addSupplier'
  | 'addSystem';

/** Suppliers, their systems, connections and keys inside one transaction. */
export function systemsIn(transaction: Transaction): Pick<Agreements, OfSystems> {
  const { manager } = transaction;
  return {
    holdSystems: async (ids) => {
      const found = await ifAny(ids, () =>
        forShare(
          transaction,
          manager
            .createQueryBuilder(systems, 's')
            .where('s.id IN (:...ids)', { ids: [...new Set(ids)] })
            .orderBy('s.id'),
        ).getMany(),
      );
      return byKey(found, ({ id }) => id);
    },
    lockSystem: async (id) =>
      (await forUpdate(transaction, manager.createQueryBuilder(systems, 's').where('s.id = :id', { id })).getOne()) ?? undefined,
    setSystemState: async (id, state, archivedAt) => void (await manager.update(systems, { id }, { state, archivedAt })),
    supplier: async (number) =>
      (await manager.createQueryBuilder(suppliers, 's').where('s.number = :number', { number }).getOne()) ?? undefined,
    suppliers: async (numbers) => {
      const found = await ifAny(numbers, () =>
        manager.createQueryBuilder(suppliers, 's').where('s.number IN (:...numbers)', { numbers }).getMany(),
      );
      return byKey(found, ({ number }) => number);
    },
    connections: (system) => manager.createQueryBuilder(connections, 'c').where('c.system = :system', { system }).getMany(),
    lockConnections: async (ids) => {
      const found = await ifAny(ids, () =>
        forUpdate(
          transaction,
          manager
            .createQueryBuilder(connections, 'c')
            .where('c.id IN (:...ids)', { ids: [...new Set(ids)] })
            .orderBy('c.id'),
        ).getMany(),
      );
      return byKey(found, ({ id }) => id);
    },
    addConnection: (connection) => unlessTaken(() => insertRows(transaction, connections, [connection])),
    setConnectionState: async (ids, state) => {
      await ifAny(ids, async () => {
        await manager.createQueryBuilder().update(connections).set({ state }).where('id IN (:...ids)', { ids }).execute();
        return [];
      });
    },
    keys: (system) =>
      manager.createQueryBuilder(systemKeys, 'k').where('k.system = :system', { system }).orderBy('k.addedAt').addOrderBy('k.id').getMany(),
    putKey: async (key) => void (await manager.upsert(systemKeys, key, ['system', 'id'])),
    addSupplier: (supplier) => unlessTaken(() => insertRows(transaction, suppliers, [supplier])),
    addSystem: (system, made) =>
      unlessTaken(async () => {
        await insertRows(transaction, systems, [system]);
        await insertRows(transaction, connections, made);
      }),
  };
}

async function unlessTaken(insert: () => Promise<void>): Promise<boolean> {
  try {
    await insert();
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}
