import type { EntityManager } from 'typeorm';
import type { TriedSending } from '../../domain/tracing/trace.ts';
import { readLog } from '../reading/read-log-table.ts';

const MOST = 5;

/** What systems only tried to send to a daycare, the latest first, as the log of reads keeps it. */
export async function triedSending(manager: EntityManager, daycare: string): Promise<TriedSending[]> {
  const tried = await manager
    .createQueryBuilder(readLog, 'r')
    .where("r.daycare = :daycare AND r.what = 'dry run'", { daycare })
    .orderBy('r.at', 'DESC')
    .limit(MOST)
    .getMany();
  return tried.map(({ filter, at }) => ({ system: systemIn(filter), at, code: 'DRY_RUN' }));
}

function systemIn(filter: string): string {
  const told: unknown = JSON.parse(filter);
  return typeof told === 'object' && told !== null && 'system' in told ? String(told.system) : '';
}
