import { consequenceOf } from '../../domain/following/access-consequences.ts';
import type { Copies } from '../../domain/following/copies.ts';
import type { KnownAccess } from '../../domain/known-access.ts';
import { tellOpenings } from './tell-openings.ts';

/** An access as one change tells it, and when. */
export type ToldAccess = Omit<KnownAccess, 'activeSince'> & { readonly at: number };

/** Takes over what the agreements say of accesses, and does what each new state brings with it. */
export async function takeAccesses(copies: Copies, told: readonly ToldAccess[]): Promise<void> {
  const known = new Map(await copies.accesses([...new Set(told.map(({ id }) => id))]));
  const frozen = new Map<string, KnownAccess>();
  for (const { at, ...access } of told) {
    const before = known.get(access.id);
    const after = { ...access, activeSince: before?.activeSince ?? (access.state === 'ACTIVE' ? at : null) };
    known.set(access.id, after);
    if (before?.state !== after.state && consequenceOf[after.direction][after.state] === 'freeze ties') frozen.set(after.id, after);
  }
  await tellOpenings(copies, [...new Set(told.map(({ daycare }) => daycare))], () => copies.keepAccesses([...known.values()]));
  await copies.freeze([...frozen.values()].filter(({ id }) => known.get(id)?.state !== 'ACTIVE'));
}
