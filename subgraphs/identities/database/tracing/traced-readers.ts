import type { EntityManager } from 'typeorm';
import type { KnownAccess } from '../../domain/known-access.ts';
import { opensPersons } from '../../domain/reading/covers-tie.ts';
import type { TieWithPerson } from '../../domain/reading/readings.ts';
import type { TracedReader } from '../../domain/tracing/trace.ts';
import { knownAccesses } from '../copies/copy-tables.ts';
import { readLog } from '../reading/read-log-table.ts';

/** How far back reads are looked through. */
const LOOKED_BACK = 30 * 24 * 60 * 60 * 1000;

/** The systems that may fetch from a daycare, or may not for now, and when each was last shown a tie. */
export async function readersOf(
  manager: EntityManager,
  daycare: string,
  tie: TieWithPerson | undefined,
  now: number,
): Promise<TracedReader[]> {
  const accesses = await manager.createQueryBuilder(knownAccesses, 'a').where('a.daycare = :daycare', { daycare }).getMany();
  const shown = tie ? await shownTo(manager, tie, Math.max(tie.from, now - LOOKED_BACK)) : [];
  const atOf = new Map<string, number>();
  for (const { accesses: by, at } of shown) for (const id of by) atOf.set(id, Math.max(at, atOf.get(id) ?? 0));
  const told = accesses.filter((access) => opensPersons(access) && (isLive(access) || atOf.has(access.id)));
  const bySystem = Map.groupBy(told, ({ system }) => system);
  return [...bySystem].sort().map(([system, of]) => ({
    system,
    state: of.find(isLive)?.state ?? 'ENDED',
    fetchedAt: of.reduce<number | null>((last, { id }) => (atOf.has(id) ? Math.max(last ?? 0, atOf.get(id) ?? 0) : last), null),
  }));
}

const isLive = ({ state }: KnownAccess): boolean => state === 'ACTIVE' || state === 'SUSPENDED';

/** The last page by each set of accesses on which the tie was: between the page's ends, or named by the row. */
async function shownTo(manager: EntityManager, { id, daycare, role }: TieWithPerson, since: number) {
  const found = await manager
    .createQueryBuilder(readLog, 'r')
    .select('r.accesses', 'accesses')
    .addSelect('MAX(r.at)', 'at')
    .where("r.daycare = :daycare AND r.at >= :since AND r.standing = 'supplier system' AND r.shown > 0", { daycare, since })
    .andWhere(
      `(INSTR(r.filter, :id) > 0 OR (r.what = 'people' AND r.first <= :id AND r.last >= :id AND (INSTR(r.filter, '"role"') = 0 OR INSTR(r.filter, :role) > 0) AND INSTR(r.filter, '"group":"') = 0 AND INSTR(r.filter, '"text":"') = 0))`,
      { id, role: `"${role}"` },
    )
    .groupBy('r.accesses')
    .getRawMany<{ accesses: string; at: unknown }>();
  return found.map(({ accesses, at }) => ({ accesses: idsIn(accesses), at: Number(at) }));
}

function idsIn(accesses: string): string[] {
  const ids: unknown = JSON.parse(accesses);
  return Array.isArray(ids) ? ids.map(String) : [];
}
