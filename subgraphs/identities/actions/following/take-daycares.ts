import type { Copies } from '../../domain/following/copies.ts';
import type { KnownDaycare } from '../../domain/known-daycare.ts';
import { tellOpenings } from './tell-openings.ts';

/** Takes over what the register says of daycares; of several tellings of one the last holds. */
export async function takeDaycares(copies: Copies, told: readonly KnownDaycare[]): Promise<void> {
  const latest = new Map(told.map((daycare) => [daycare.number, daycare]));
  await tellOpenings(copies, [...latest.keys()], () => copies.keepDaycares([...latest.values()]));
}
