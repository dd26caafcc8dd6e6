import type { Transaction } from '#shared/database.ts';
import type { RequestRow } from '../../domain/requests/request.ts';
import { type LiveAgreement, liveAgreements } from '../tables.ts';

type Within = Pick<Transaction, 'manager'>;

/** The place beside a live access: of a request for more than that access opens, as a new version of a service may (A24). */
const beside = (service: string) => `${service} anew`;

/** Inserts first and looks afterwards: two senders meet in the key, and one of them finds the place taken. */
export const claim = (within: Within, wanted: readonly RequestRow[]): Promise<ReadonlySet<string>> =>
  claimPlaces(within, wanted, (service) => service);

/** The same beside what is live. */
export const claimBeside = (within: Within, wanted: readonly RequestRow[]): Promise<ReadonlySet<string>> =>
  claimPlaces(within, wanted, beside);

/** Which of these stand beside something live. */
export async function standingBeside({ manager }: Within, requests: readonly RequestRow[]): Promise<ReadonlySet<string>> {
  if (requests.length === 0) return new Set();
  const found = await manager
    .createQueryBuilder(liveAgreements, 'place')
    .where('place.requestId IN (:...ids)', { ids: requests.map(({ id }) => id) })
    .getMany();
  const services = new Set(requests.map(({ service }) => beside(service)));
  return new Set(found.filter(({ service }) => services.has(service)).map(({ requestId }) => requestId));
}

async function claimPlaces(
  { manager }: Within,
  wanted: readonly RequestRow[],
  placeOf: (service: string) => string,
): Promise<ReadonlySet<string>> {
  if (wanted.length === 0) return new Set();
  const places = wanted
    .map(({ system, service, daycareNumber, id }) => ({ system, service: placeOf(service), daycareNumber, requestId: id }))
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

/** Of these requests, those beside whose place another waits for more. */
export async function withOneBeside(within: Within, requests: readonly RequestRow[]): Promise<ReadonlySet<string>> {
  const found = await placesBeside(
    within,
    requests.map((request) => ({ ...request, requestId: request.id })),
  );
  return new Set(found.map(({ of }) => of.requestId));
}

/** Gives places back; what waits beside one takes it, so that there is never anything beside nothing. */
export async function release(within: Within, requestIds: readonly string[]): Promise<void> {
  if (requestIds.length === 0) return;
  const { manager } = within;
  const given = await manager
    .createQueryBuilder(liveAgreements, 'place')
    .where('place.requestId IN (:...requestIds)', { requestIds })
    .getMany();
  await manager.createQueryBuilder().delete().from(liveAgreements).where('requestId IN (:...requestIds)', { requestIds }).execute();
  for (const { of, requestId } of await placesBeside(within, given))
    await manager
      .createQueryBuilder()
      .update(liveAgreements)
      .set({ service: of.service })
      .where('requestId = :requestId', { requestId })
      .execute();
}

/** What waits beside these places. */
async function placesBeside({ manager }: Within, places: readonly LiveAgreement[]) {
  if (places.length === 0) return [];
  const keyOf = ({ daycareNumber, system, service }: LiveAgreement) => JSON.stringify([daycareNumber, system, service]);
  const besideOf = new Map(places.map((place) => [keyOf({ ...place, service: beside(place.service) }), place]));
  const found = await manager
    .createQueryBuilder(liveAgreements, 'place')
    .where('place.daycareNumber IN (:...daycares) AND place.service IN (:...services)', {
      daycares: [...new Set(places.map(({ daycareNumber }) => daycareNumber))],
      services: [...new Set(places.map(({ service }) => beside(service)))],
    })
    .getMany();
  return found.flatMap((place) => {
    const of = besideOf.get(keyOf(place));
    return of ? [{ of, requestId: place.requestId }] : [];
  });
}
