import { type KnownAccess, LOOK_UP_SERVICE } from '../known-access.ts';
import type { Tie } from '../people/affiliation.ts';

/** Whether persons are read by an access at all: one to send, or to look up only, opens no list, edge or feed. */
export const opensPersons = ({ direction, service }: Pick<KnownAccess, 'direction' | 'service'>): boolean =>
  direction === 'FETCH' && service !== LOOK_UP_SERVICE;

/** Since when an access opens ties. */
export const beganAt = ({ activeSince }: Pick<KnownAccess, 'activeSince'>): number => activeSince ?? Number.POSITIVE_INFINITY;

/** Whether an access that stands opens a tie at its daycare: one that had begun before the tie ended, never the time before. */
export const coversTie = (access: KnownAccess, { to }: Pick<Tie, 'to'>): boolean =>
  opensPersons(access) && (to === null || beganAt(access) < to);
