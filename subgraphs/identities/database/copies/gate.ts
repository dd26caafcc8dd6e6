import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { followerStates, leaseHolds } from '#shared/follow.ts';
import { refuse } from '#shared/refusal.ts';
import type { Direction } from '../../domain/known-access.ts';
import { type DaycareWithAccesses, knownDaycares } from './copy-tables.ts';

/** The feeds that are followed here, by which their leases are known. */
export const INSTITUTIONS = 'institutions';
export const AGREEMENTS = 'agreements';

/**
 * Rows that a decision rests on, read in one statement together with whether what the feeds told may still be gone by.
 * Without a lease the gate is shut.
 */
export async function underLease<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  feeds: readonly string[],
  now: number,
): Promise<Row[]> {
  const { entities, raw } = await withLease(query, feeds, now).getRawAndEntities<Held>();
  await shutUnless(query, raw, feeds, now);
  return entities;
}

/** The same for sums over rows. */
export async function sumsUnderLease<Sum extends object>(
  query: SelectQueryBuilder<ObjectLiteral>,
  feeds: readonly string[],
  now: number,
): Promise<Sum[]> {
  const sums = await withLease(query, feeds, now).getRawMany<Sum & Held>();
  await shutUnless(query, sums, feeds, now);
  return sums;
}

interface Held {
  readonly leaseHeld: unknown;
}

function withLease<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  feeds: readonly string[],
  now: number,
): SelectQueryBuilder<Row> {
  const { sql, parameters } = leaseHolds(feeds, now);
  return query.addSelect(`(${sql})`, 'leaseHeld').setParameters(parameters);
}

/** Where there is no row to tell, the lease is asked for alone; nothing is given out on it. */
async function shutUnless<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  rows: readonly Held[],
  feeds: readonly string[],
  now: number,
): Promise<void> {
  const held = rows.length > 0 ? Number(rows[0]?.leaseHeld) === 1 : await isHeld(query, feeds, now);
  if (!held)
    refuse('UNAVAILABLE', 'What the other registers say is not fresh enough here to go by; try again in a few seconds.', {
      facts: { retryAfterSeconds: 5 },
    });
}

async function isHeld<Row extends ObjectLiteral>(query: SelectQueryBuilder<Row>, feeds: readonly string[], now: number): Promise<boolean> {
  const { sql, parameters } = leaseHolds(feeds, now);
  const told = await query
    .createQueryBuilder()
    .select(`(${sql})`, 'leaseHeld')
    .from(followerStates, 'state')
    .setParameters(parameters)
    .limit(1)
    .getRawOne<Held>();
  return Number(told?.leaseHeld) === 1;
}

/** Daycares with the active accesses that these systems have to them. */
export function daycaresWithAccesses(
  manager: EntityManager,
  numbers: readonly string[],
  by: { readonly systems: readonly string[]; readonly direction: Direction; readonly service?: string },
): SelectQueryBuilder<DaycareWithAccesses> {
  const query = manager.createQueryBuilder(knownDaycares, 'd').where('d.number IN (:...numbers)', { numbers }).orderBy('d.number');
  if (by.systems.length === 0) return query;
  const ofService = by.service ? ' AND a.service = :service' : '';
  return query.leftJoinAndMapMany(
    'd.accesses',
    'known_access',
    'a',
    `a.daycare = d.number AND a.system IN (:...systems) AND a.direction = :direction AND a.state = 'ACTIVE'${ofService}`,
    by,
  );
}
