import type { UseOfDay } from '../../domain/uses/access-use.ts';
import type { UseStore } from '../../domain/uses/use-store.ts';

/** Keeps what accesses were used for: told in absolute numbers, so that what is told again counts nothing twice. */
export async function keepUses(store: UseStore, told: readonly UseOfDay[]): Promise<void> {
  if (told.length === 0) return;
  const lastUsed = new Map<string, number>();
  for (const { access, lastUsedAt } of told) lastUsed.set(access, Math.max(lastUsed.get(access) ?? 0, lastUsedAt));
  await store.keepUses(told);
  await store.markUsed(lastUsed);
}
