import type { Transaction } from '#shared/database.ts';
import type { RequestRow } from '../../domain/requests/request.ts';
import { liveAgreements } from '../tables.ts';

type Within = Pick<Transaction, 'manager'>;

/** Inserts first and looks afterwards: two senders meet in the key, and one of them finds the place taken. */
export async function claim({ manager }: Within, wanted: readonly RequestRow[]): Promise<ReadonlySet<string>> {
  if (wanted.length === 0) return new Set();
  const places = wanted
    .map(({ system, service, daycareNumber, id }) => ({ system, service, daycareNumber, requestId: id }))
    .sort((a, b) => (a.daycareNumber < b.daycareNumber ? -1 : 1));
  await manager.createQueryBuilder().insert().into(liveAgreements).values(places).orIgnore().execute();
  const got = await manager
    .createQueryBuilder(liveAgreements, 'place')
    .where('place.requestId IN (:...ids)', { ids: wanted.map(({ id }) => id) })
    .getMany();
  return new Set(got.map(({ requestId }) => requestId));
}

/** Whether somebody has the place of a system, service and daycare. */
export function isTaken({ manager }: Within, system: string, service: string, daycare: string): Promise<boolean> {
  return manager
    .createQueryBuilder(liveAgreements, 'place')
    .where('place.daycareNumber = :daycare AND place.system = :system AND place.service = :service', { daycare, system, service })
    .getExists();
}

/** Gives places back. */
export async function release({ manager }: Within, requestIds: readonly string[]): Promise<void> {
  if (requestIds.length === 0) return;
  await manager.createQueryBuilder().delete().from(liveAgreements).where('requestId IN (:...requestIds)', { requestIds }).execute();
}
