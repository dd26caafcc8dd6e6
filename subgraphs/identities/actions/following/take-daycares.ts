import type { Copies } from '../../domain/following/copies.ts';
import type { KnownDaycare } from '../../domain/known-daycare.ts';

/** Takes over what the register says of daycares; of several tellings of one the last holds. */
export async function takeDaycares(copies: Copies, told: readonly KnownDaycare[]): Promise<void> {
  await copies.keepDaycares([...new Map(told.map((daycare) => [daycare.number, daycare])).values()]);
}
