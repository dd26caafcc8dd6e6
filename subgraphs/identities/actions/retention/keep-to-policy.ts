import type { Archive } from '../../domain/retention/archive.ts';
import { cutoff } from '../../domain/retention/retention-policy.ts';

/** Does what the table of retention asks for, page by page; killed or stopped at any moment, the next one goes on. */
export async function keepToPolicy(archive: Archive, stopped: () => boolean): Promise<void> {
  const now = archive.now();
  for (const source of await archive.unwarned(cutoff('source without warning', now))) if (!stopped()) await archive.warn(source);
  const takenBefore = cutoff('source without import', now);
  for (const source of await archive.stale(takenBefore)) await repeat(() => archive.endTies(source, { takenBefore }), stopped);
  const frozenBefore = cutoff('frozen tie', now);
  for (const source of await archive.frozen(frozenBefore)) await repeat(() => archive.endTies(source, { frozenBefore }), stopped);
  const endedBefore = cutoff('identity without ties', now);
  await repeat(async () => {
    const forgotten = await archive.forgotten(endedBefore);
    if (forgotten.length > 0) await archive.erase(forgotten, endedBefore);
    return forgotten.length;
  }, stopped);
  await repeat(() => archive.deleteRuns(cutoff('run of an import', now)), stopped);
  await repeat(() => archive.deleteReads(cutoff('logged read', now)), stopped);
}

/** Until a page is empty. */
async function repeat(page: () => Promise<number>, stopped: () => boolean): Promise<void> {
  while (!stopped() && (await page()) > 0);
}
