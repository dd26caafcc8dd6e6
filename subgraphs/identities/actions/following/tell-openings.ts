import type { Copies } from '../../domain/following/copies.ts';
import { openingsTold } from '../../domain/following/opening.ts';

/** Keeps what was heard of some daycares, and tells each system what that opens and shuts for it. */
export async function tellOpenings(copies: Copies, daycares: readonly string[], keep: () => Promise<void>): Promise<void> {
  const before = await copies.fetching(daycares);
  await keep();
  copies.tell(openingsTold(before, await copies.fetching(daycares)));
}
