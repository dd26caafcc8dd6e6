import type { Agreements } from '../../domain/agreement-store.ts';
import { opensLess } from '../../domain/requests/replacing.ts';
import type { RequestRow } from '../../domain/requests/request.ts';

/** Each the place itself, or, where an access is live that opens less than is asked for, the place beside it (A24). */
export async function claimPlaces(agreements: Agreements, wanted: readonly RequestRow[]): Promise<ReadonlySet<string>> {
  const claimed = await agreements.claim(wanted);
  const left = wanted.filter(({ id }) => !claimed.has(id));
  const live = await agreements.liveAt(left.map(({ daycareNumber }) => daycareNumber));
  const more = left.filter((request) => live.some((access) => opensLess(access, request)));
  return new Set([...claimed, ...(await agreements.claimBeside(more))]);
}
