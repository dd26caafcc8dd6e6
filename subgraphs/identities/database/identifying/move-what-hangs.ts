import type { Transaction } from '#shared/database.ts';
import { protectionClaims } from '../importing/import-tables.ts';
import { citizenLinks } from '../logins/login-tables.ts';

/** Logins lead to the identity that stays, and whoever claims protection claims it of that one. A username stays where it was given. */
export async function moveWhatHangs({ manager }: Transaction, from: string, to: string): Promise<void> {
  await manager.update(citizenLinks, { uniId: from }, { uniId: to });
  const claimed = await manager.createQueryBuilder(protectionClaims, 's').where('s.uniId = :from', { from }).getMany();
  for (const claim of claimed)
    await manager
      .createQueryBuilder()
      .insert()
      .into(protectionClaims)
      .values({ ...claim, uniId: to })
      .orIgnore()
      .execute();
  await manager.delete(protectionClaims, { uniId: from });
}
