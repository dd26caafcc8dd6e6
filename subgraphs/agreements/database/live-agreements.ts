import type { Transaction } from '#shared/database.ts';
import type { RequestRow } from '../domain/requests/request.ts';
import { liveAgreements } from './tables.ts';

/** Inserts first and looks afterwards: two senders meet in the key, and one of them finds the place taken. */
export async function claim({ manager }: Transaction, wanted: readonly RequestRow[]): Promise<ReadonlySet<string>> {
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
