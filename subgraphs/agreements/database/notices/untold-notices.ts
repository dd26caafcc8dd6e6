import type { EntityManager } from 'typeorm';
import type { Notice, Owner } from '../../domain/notices/notice.ts';
import type { Readdressed } from '../../domain/notices/notice-desk.ts';
import { notices } from './notice-tables.ts';

const MOST_AT_ONCE = 500;
const daycare =
  "SELECT 1 FROM known_daycare d LEFT JOIN known_daycare u ON u.number = d.unit WHERE n.ownerKind = 'DAYCARE' AND d.number = n.owner";
/** Somebody registered for the owner, or, of a location, for its unit; `also` says what more is asked of them. */
const registered = (also = '1 = 1') =>
  `(EXISTS (SELECT 1 FROM notice_recipient r WHERE r.ownerKind = n.ownerKind AND r.owner = n.owner AND ${also})
    OR EXISTS (${daycare} AND EXISTS (SELECT 1 FROM notice_recipient r WHERE r.ownerKind = 'DAYCARE' AND r.owner = d.unit AND ${also})))`;
const atTheRegister = `EXISTS (${daycare} AND (d.email IS NOT NULL OR u.email IS NOT NULL))`;

/** Owners with notices to nobody, or refused for good, for whom there is another address by now. */
export function ownersWithSomebody(manager: EntityManager): Promise<Owner[]> {
  const toNobody = `n.state = 'NOBODY' AND (${registered()} OR ${atTheRegister})`;
  const refused = `n.state = 'DEAD' AND ${registered()} AND NOT ${registered('r.email = n.recipient')}`;
  return manager
    .createQueryBuilder(notices, 'n')
    .select('n.ownerKind', 'kind')
    .addSelect('n.owner', 'key')
    .where(`(${toNobody}) OR (${refused})`)
    .groupBy('n.ownerKind')
    .addGroupBy('n.owner')
    .limit(MOST_AT_ONCE)
    .getRawMany<Owner>();
}

export function untoldOf(manager: EntityManager, { kind, key }: Owner): Promise<Notice[]> {
  return manager
    .createQueryBuilder(notices, 'n')
    .where("n.ownerKind = :kind AND n.owner = :key AND n.state IN ('NOBODY', 'DEAD')", { kind, key })
    .orderBy('n.position')
    .limit(MOST_AT_ONCE)
    .getMany();
}

/** Puts notices in the place of others; whoever was told of the same event already is not told again. */
export async function replaceUntold(manager: EntityManager, { taken, put }: Readdressed): Promise<void> {
  for (const { position, recipient, state } of taken) await manager.delete(notices, { position, recipient, state });
  if (put.length > 0)
    await manager
      .createQueryBuilder()
      .insert()
      .into(notices)
      .values([...put])
      .orIgnore()
      .execute();
}
