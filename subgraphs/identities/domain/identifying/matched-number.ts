import type { Actor } from '#shared/actor.ts';
import type { KnownDaycare } from '../known-daycare.ts';
import { grantOf } from '../reading/grant.ts';
import { type NewRead, readOf } from '../reading/logged-read.ts';

/** That somebody gave a number to see whose it is, whether or not anything came of it: it tells them something, so it is a read. */
export const matchedNumber = (actor: Actor, seen: { readonly daycare: KnownDaycare; readonly tie: string }, purpose: string): NewRead => ({
  ...readOf(actor, grantOf(actor, seen.daycare), ['NATIONAL_NUMBER'], {
    what: 'number matched',
    filter: { ties: [seen.tie] },
    page: [seen.tie],
  }),
  purpose: purpose.trim(),
});
