import type { Remaining, VaultRows } from '../../domain/vault/rotation.ts';

/**
 * Rewrites what lies under older keys, page by page, until nothing does. What is done is known by the rows themselves: killed at any
 * moment it goes on where it was, and several do each row once.
 */
export async function rewriteVault(rows: VaultRows, progress: (rewritten: number) => void): Promise<Remaining> {
  for (let rewritten = 0; ; ) {
    const some = await rows.rewriteSome();
    if (some === 0) return rows.remaining();
    rewritten += some;
    progress(rewritten);
  }
}
