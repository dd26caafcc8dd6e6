import { forUpdate, type Transaction } from '#shared/database.ts';
import { type Sought, SOUGHT_AGAIN_AFTER_DAYS } from '../../domain/requests/sought.ts';
import { DAY } from '../../domain/terms.ts';
import { soughtRequests } from '../tables.ts';

/** Notes that an institution asked a supplier to send; false where it asked the same lately, so that the supplier is told once. */
export async function seek(transaction: Transaction, sought: Sought): Promise<boolean> {
  const { manager } = transaction;
  const { daycareNumber, system, service } = sought;
  // Inserted first: two who ask at once meet in the key, and the second finds the first.
  await manager.createQueryBuilder().insert().into(soughtRequests).values(sought).orIgnore().execute();
  const known = await forUpdate(
    transaction,
    manager
      .createQueryBuilder(soughtRequests, 's')
      .where('s.daycareNumber = :daycareNumber AND s.system = :system AND s.service = :service', { daycareNumber, system, service }),
  ).getOneOrFail();
  if (known.id === sought.id) return true;
  if (sought.at - known.at < SOUGHT_AGAIN_AFTER_DAYS * DAY) return false;
  await manager.update(soughtRequests, { daycareNumber, system, service }, sought);
  return true;
}
