import type { Archive, ForgottenPage } from '../../domain/retention/archive.ts';
import { cutoff } from '../../domain/retention/retention-policy.ts';

/** Does what the table of retention asks for, page by page; killed or stopped at any moment, the next one goes on. */
export async function keepToPolicy(archive: Archive, stopped: () => boolean): Promise<void> {
  const now = archive.now();
  for (const source of await archive.unwarned(cutoff('source without warning', now))) if (!stopped()) await archive.warn(source);
  const takenBefore = cutoff('source without import', now);
  for (const source of await archive.stale(takenBefore)) await repeat(() => archive.endTies(source, { takenBefore }), stopped);
  const frozenBefore = cutoff('frozen tie', now);
  for (const source of await archive.frozen(frozenBefore)) await repeat(() => archive.endTies(source, { frozenBefore }), stopped);
  await eraseForgotten(archive, cutoff('identity without ties', now), stopped);
  await repeat(() => archive.deleteRuns(cutoff('run of an import', now)), stopped);
  await repeat(() => archive.deleteReads(cutoff('logged read', now)), stopped);
}

/** Walks through all persons in pages, so that nobody waits for a look at the whole country. */
async function eraseForgotten(archive: Archive, endedBefore: number, stopped: () => boolean): Promise<void> {
  let after: string | undefined = '';
  while (after !== undefined && !stopped()) {
    const page: ForgottenPage = await archive.forgotten(after, endedBefore);
    if (page.uniIds.length > 0) await archive.erase(page.uniIds, endedBefore);
    after = page.next;
  }
}

/** Until a page is empty. */
async function repeat(page: () => Promise<number>, stopped: () => boolean): Promise<void> {
  while (!stopped() && (await page()) > 0);
}
