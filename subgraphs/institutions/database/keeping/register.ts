import { forUpdate, type Transaction } from '#shared/database.ts';
import type { Register } from '../../domain/register-store.ts';
import { daycares, legacyNumbers, numberIssues, successions } from '../tables/daycare-tables.ts';
import { dismissedDoubles, plannedActs, transfers } from '../tables/plan-tables.ts';
import { keepSearchRowsOf } from '../searching/keep-search-rows.ts';
import { groundIn, lockDaycares } from './ground.ts';
import { keepAct } from './keep-act.ts';

/** The register inside one transaction. */
export function registerIn(transaction: Transaction, issueId: () => string): Register {
  const { manager, at } = transaction;
  return {
    at,
    issueId,
    lock: (numbers) => lockDaycares(transaction, numbers),
    ground: (numbers, since, beside = []) => groundIn(transaction, numbers, since, beside),
    issueNumber: () => issueNumber(transaction),
    keep: (kept) => keepAct(transaction, kept),
    keepLegacyNumbers: async (pairs) => {
      if (pairs.length === 0) return;
      const known = manager
        .createQueryBuilder(legacyNumbers, 'known')
        .where('known.legacy IN (:...legacies)', { legacies: pairs.map(({ legacy }) => legacy) });
      const before = await known.getMany();
      await manager.upsert(legacyNumbers, [...pairs], ['legacy']);
      await keepSearchRowsOf(
        transaction,
        [...before, ...pairs].map(({ number }) => number),
      );
    },
    lockPlan: async (id) =>
      (await forUpdate(transaction, manager.createQueryBuilder(plannedActs, 'plan').where('plan.id = :id', { id })).getOne()) ?? undefined,
    lockTransfer: async (id) =>
      (await forUpdate(transaction, manager.createQueryBuilder(transfers, 't').where('t.id = :id', { id })).getOne()) ?? undefined,
    openTransferOf: async (number) =>
      (await manager.createQueryBuilder(transfers, 't').where("t.number = :number AND t.state = 'PROPOSED'", { number }).getOne()) ??
      undefined,
    keepTransfer: async (transfer) => {
      await manager.upsert(transfers, transfer, ['id']);
    },
    followsAfter: (later, earlier) => followsAfter(transaction, later, earlier),
    dismissDouble: async ([first, second], by, reason) => {
      await manager.upsert(dismissedDoubles, { first, second, by, reason, at }, ['first', 'second']);
    },
  };
}

/** The next number behind the last issued that no daycare has, among those that came with a file. */
async function issueNumber(transaction: Transaction): Promise<string> {
  const { manager } = transaction;
  const { last } = await forUpdate(transaction, manager.createQueryBuilder(numberIssues, 'issue').where('issue.id = 1')).getOneOrFail();
  for (let next = last + 1; next <= 99_999; next++) {
    const number = `G${next}`;
    if (await manager.createQueryBuilder(daycares, 'd').where('d.number = :number', { number }).getExists()) continue;
    await manager.update(numberIssues, { id: 1 }, { last: next });
    return number;
  }
  throw new Error('All numbers that begin with G are issued.');
}

/** Walks the lineage forward, generation by generation; it has no loops, since each step is looked at before it is kept. */
async function followsAfter({ manager }: Transaction, later: readonly string[], earlier: readonly string[]): Promise<boolean> {
  const wanted = new Set(later);
  const seen = new Set<string>();
  let generation = [...earlier];
  while (generation.length > 0) {
    for (const number of generation) seen.add(number);
    const next = await manager.createQueryBuilder(successions, 's').where('s.predecessor IN (:...generation)', { generation }).getMany();
    if (next.some(({ successor }) => wanted.has(successor))) return true;
    generation = [...new Set(next.map(({ successor }) => successor))].filter((number) => !seen.has(number));
  }
  return false;
}
