import type { EntityManager } from 'typeorm';
import type { PlannedAct } from '../../domain/plans/planned-act.ts';
import { plannedActs } from '../tables/plan-tables.ts';

/** What is planned and still to be done of these daycares, in the order in which it comes true. */
export async function pendingPlans(manager: EntityManager, numbers: readonly string[]): Promise<PlannedAct[]> {
  if (numbers.length === 0) return [];
  return manager
    .createQueryBuilder(plannedActs, 'plan')
    .where("plan.state = 'PENDING'")
    .andWhere('plan.id IN (SELECT touched.act FROM planned_number touched WHERE touched.number IN (:...numbers))', { numbers })
    .orderBy('plan.dueAt')
    .addOrderBy('plan.id')
    .getMany();
}
