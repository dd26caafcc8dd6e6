import type { EntityManager } from 'typeorm';
import type { AddressBook } from '../../domain/notices/address-notices.ts';
import type { Happening } from '../../domain/notices/happening.ts';
import { inWords, type Owner, ownerKinds, type Recipient } from '../../domain/notices/notice.ts';
import type { KnownDaycare } from '../../domain/known-daycare.ts';
import { systems } from '../system-tables.ts';
import { knownDaycares, requests } from '../tables.ts';
import { recipients } from './notice-tables.ts';

/** All that notices of these events are addressed by, in a handful of statements. */
export async function bookFor(manager: EntityManager, happenings: readonly Happening[]): Promise<AddressBook> {
  const daycares = await daycaresWithUnits(
    manager,
    happenings.map(({ daycareNumber }) => daycareNumber),
  );
  const requestIds = [...new Set(happenings.map(({ requestId }) => requestId))].filter(Boolean);
  const asked =
    requestIds.length > 0
      ? await manager
          .createQueryBuilder(requests, 'r')
          .select(['r.id', 'r.agreementClass'])
          .where('r.id IN (:...requestIds)', { requestIds })
          .getMany()
      : [];
  const suppliers = await suppliersOf(
    manager,
    happenings.map(({ system }) => system),
  );
  const ofSuppliers = [...happenings.map(({ supplier }) => supplier), ...suppliers.values()];
  const owners: Owner[] = [...ownersOf(daycares), ...ofSuppliers.map((key): Owner => ({ kind: 'SUPPLIER', key }))];
  return {
    daycares,
    classes: new Map(asked.map(({ id, agreementClass }) => [id, agreementClass])),
    suppliers,
    recipients: await recipientsOf(manager, owners),
  };
}

/** The same for one owner. */
export async function bookOf(manager: EntityManager, owner: Owner): Promise<AddressBook> {
  const daycares = owner.kind === 'DAYCARE' ? await daycaresWithUnits(manager, [owner.key]) : new Map<string, KnownDaycare>();
  return { daycares, classes: new Map(), suppliers: new Map(), recipients: await recipientsOf(manager, [owner, ...ownersOf(daycares)]) };
}

function ownersOf(daycares: ReadonlyMap<string, KnownDaycare>): Owner[] {
  return [...daycares.values()].flatMap(({ number, municipality }): Owner[] => [
    { kind: 'DAYCARE', key: number },
    { kind: 'MUNICIPALITY', key: municipality },
  ]);
}

async function daycaresWithUnits(manager: EntityManager, numbers: readonly string[]): Promise<ReadonlyMap<string, KnownDaycare>> {
  const found = await daycaresIn(manager, numbers);
  const units = await daycaresIn(
    manager,
    found.flatMap(({ unit }) => unit ?? []),
  );
  return new Map([...units, ...found].map((daycare) => [daycare.number, daycare]));
}

async function daycaresIn(manager: EntityManager, numbers: readonly string[]): Promise<KnownDaycare[]> {
  const wanted = [...new Set(numbers)].filter(Boolean);
  return wanted.length > 0 ? manager.createQueryBuilder(knownDaycares, 'd').where('d.number IN (:...wanted)', { wanted }).getMany() : [];
}

async function suppliersOf(manager: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)].filter(Boolean);
  const found = wanted.length > 0 ? await manager.createQueryBuilder(systems, 's').where('s.id IN (:...wanted)', { wanted }).getMany() : [];
  return new Map(found.map(({ id, supplier }) => [id, supplier]));
}

async function recipientsOf(manager: EntityManager, owners: readonly Owner[]): Promise<ReadonlyMap<string, readonly Recipient[]>> {
  const found = await Promise.all(
    ownerKinds.map((kind) => {
      const keys = [...new Set(owners.filter((owner) => owner.kind === kind).map(({ key }) => key))];
      return keys.length > 0
        ? manager
            .createQueryBuilder(recipients, 'r')
            .where('r.ownerKind = :kind AND r.owner IN (:...keys)', { kind, keys })
            .orderBy('r.id')
            .getMany()
        : [];
    }),
  );
  return Map.groupBy(found.flat(), ({ ownerKind, owner }) => inWords({ kind: ownerKind, key: owner }));
}
