import { type Access, over } from '../../domain/accesses/access.ts';
import type { Agreements } from '../../domain/agreement-store.ts';
import { isOfTheSame } from '../../domain/requests/replacing.ts';
import { moveOn } from '../accesses/move-on.ts';
import type { DecidedRequest } from './begin-accesses.ts';

/** An approval of more than a live access opens takes that access's place (A24); answers which request replaced which access. */
export async function replaceAccesses(agreements: Agreements, approved: readonly DecidedRequest[]): Promise<ReadonlyMap<string, Access>> {
  const beside = await agreements.standingBeside(approved.map(({ request }) => request));
  const replacing = approved.filter(({ request }) => beside.has(request.id));
  const live = await agreements.liveAt(replacing.map(({ request }) => request.daycareNumber));
  const replaced = replacing.flatMap(({ request, decision }) => {
    const access = live.find((each) => each.requestId !== request.id && isOfTheSame(each, request));
    return access ? [{ request, decision, access }] : [];
  });
  const comment = 'Replaced by an access that opens more (A24).';
  await moveOn(
    agreements,
    replaced.map(({ access, decision: { by } }) => ({ access, kind: 'REVOKED', move: over('REVOKED'), by, comment })),
  );
  return new Map(replaced.map(({ request, access }) => [request.id, access]));
}
