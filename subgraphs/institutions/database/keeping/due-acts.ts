import type { Database } from '#shared/database.ts';
import type { DueActs } from '../../domain/plans/due-acts.ts';
import { plannedActs } from '../tables/plan-tables.ts';
import { registerIn } from './register.ts';

/** What is planned, as the clock comes to it. */
export function dueActs({ read, transaction, clock }: Database, issueId: () => string): DueActs {
  return {
    due: async () => {
      const plans = await read((manager) =>
        manager
          .createQueryBuilder(plannedActs, 'plan')
          .where("plan.state = 'PENDING' AND plan.dueAt <= :now", { now: clock() })
          .orderBy('plan.dueAt')
          .addOrderBy('plan.id')
          .getMany(),
      );
      return plans.map(({ id, subject, sets }) => ({ id, numbers: [...new Set([subject, ...sets.map(({ number }) => number)])] }));
    },
    within: async (work) => {
      await transaction((within) => work(registerIn(within, issueId)));
    },
  };
}
