import type { EntityManager } from 'typeorm';
import type { Actor } from '#shared/actor.ts';
import type { Database } from '#shared/database.ts';
import type { AgreementReader } from '../domain/agreement-reader.ts';
import { reachOf } from '../domain/reach.ts';
import { byKey } from './keeping/some.ts';
import { connections, suppliers, systemKeys, systems } from './system-tables.ts';
import { knownDaycares, soughtRequests } from './tables.ts';
import { suppliedWithin } from './within-reach.ts';

type OfSystems = 'daycares' | 'systems' | 'systemsOfSuppliers' | 'suppliers' | 'connections' | 'keys' | 'sought' | 'countSought';

/** Reads suppliers with their systems, and what institutions asked them to send. */
export function systemReader(read: Database['read']): Pick<AgreementReader, OfSystems> {
  const sought = (manager: EntityManager, actor: Actor) =>
    suppliedWithin(manager.createQueryBuilder(soughtRequests, 's'), reachOf(actor)).andWhere(
      'NOT EXISTS (SELECT 1 FROM live_agreement place WHERE place.daycareNumber = s.daycareNumber AND place.system = s.system AND place.service = s.service)',
    );
  return {
    daycares: (numbers) =>
      read(async (manager) => {
        const found = await manager.createQueryBuilder(knownDaycares, 'd').where('d.number IN (:...numbers)', { numbers }).getMany();
        return byKey(found, ({ number }) => number);
      }),
    systems: (ids) =>
      read(async (manager) => {
        const found = await manager.createQueryBuilder(systems, 's').where('s.id IN (:...ids)', { ids }).getMany();
        return byKey(found, ({ id }) => id);
      }),
    systemsOfSuppliers: (numbers) =>
      read(async (manager) => {
        const found = manager.createQueryBuilder(systems, 's').where('s.supplier IN (:...numbers)', { numbers }).orderBy('s.id');
        return Map.groupBy(await found.getMany(), ({ supplier }) => supplier);
      }),
    suppliers: (numbers) =>
      read(async (manager) => {
        const found = await manager.createQueryBuilder(suppliers, 's').where('s.number IN (:...numbers)', { numbers }).getMany();
        return byKey(found, ({ number }) => number);
      }),
    connections: (ids) =>
      read(async (manager) => {
        const found = manager.createQueryBuilder(connections, 'c').where('c.system IN (:...ids)', { ids }).orderBy('c.service');
        return Map.groupBy(await found.getMany(), ({ system }) => system);
      }),
    keys: (ids) =>
      read(async (manager) => {
        const found = manager.createQueryBuilder(systemKeys, 'k').where('k.system IN (:...ids)', { ids });
        return Map.groupBy(await found.orderBy('k.addedAt').addOrderBy('k.id').getMany(), ({ system }) => system);
      }),
    sought: (actor, { after, limit }) =>
      read((manager) => {
        const found = sought(manager, actor);
        return (after ? found.andWhere('s.id > :after', { after: after[0] }) : found).orderBy('s.id').limit(limit).getMany();
      }),
    countSought: (actor) => read((manager) => sought(manager, actor).getCount()),
  };
}
