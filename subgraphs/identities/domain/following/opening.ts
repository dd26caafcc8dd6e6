import type { KnownAccess } from '../known-access.ts';

/** What a system may read of a daycare's persons: now, not for a while, or not at all. */
export type Opening = 'OPEN' | 'PAUSED' | 'SHUT';

/** What the reader is told when its opening goes from one to another. */
export type OpeningChange = 'ACCESS_BEGAN' | 'ACCESS_PAUSED' | 'ACCESS_ENDED';

/** An access by which a system fetches, and whether the daycare takes users. */
export interface Fetching extends Pick<KnownAccess, 'id' | 'daycare' | 'system' | 'state'> {
  readonly acceptsUsers: boolean;
}

/** An access opens while it is active and the daycare takes users; it is paused while only one of the two is so for now. */
export function openingOf({ state, acceptsUsers }: Pick<Fetching, 'state' | 'acceptsUsers'>): Opening {
  if (state === 'ACTIVE') return acceptsUsers ? 'OPEN' : 'PAUSED';
  return state === 'SUSPENDED' ? 'PAUSED' : 'SHUT';
}

export interface ToldOpening {
  readonly daycare: string;
  readonly system: string;
  readonly changes: readonly OpeningChange[];
}

/** What each system is told of each daycare, by its accesses there before and after. */
export function openingsTold(before: readonly Fetching[], after: readonly Fetching[]): ToldOpening[] {
  const [then, now] = [byReader(before), byReader(after)];
  return [...new Set([...then.keys(), ...now.keys()])].sort().flatMap((reader) => {
    const one = now.get(reader)?.[0] ?? then.get(reader)?.[0];
    const changes = changesBetween(then.get(reader) ?? [], now.get(reader) ?? []);
    return one && changes.length > 0 ? [{ daycare: one.daycare, system: one.system, changes }] : [];
  });
}

const byReader = (fetching: readonly Fetching[]) => Map.groupBy(fetching, ({ daycare, system }) => `${daycare} ${system}`);

/** Where less is open than was, all ends and what is left begins anew, so that a mirror that deletes and reads again is right. */
function changesBetween(before: readonly Fetching[], after: readonly Fetching[]): OpeningChange[] {
  const [was, is] = [idsOf(before, 'OPEN'), idsOf(after, 'OPEN')];
  const lost = [...was].filter((id) => !is.has(id));
  if (is.size > 0) {
    if (lost.length > 0) return ['ACCESS_ENDED', 'ACCESS_BEGAN'];
    return is.size > was.size ? ['ACCESS_BEGAN'] : [];
  }
  const paused = idsOf(after, 'PAUSED');
  if (was.size > 0) return lost.every((id) => paused.has(id)) ? ['ACCESS_PAUSED'] : ['ACCESS_ENDED'];
  return idsOf(before, 'PAUSED').size > 0 && paused.size === 0 ? ['ACCESS_ENDED'] : [];
}

const idsOf = (fetching: readonly Fetching[], opening: Opening): ReadonlySet<string> =>
  new Set(fetching.filter((each) => openingOf(each) === opening).map(({ id }) => id));
