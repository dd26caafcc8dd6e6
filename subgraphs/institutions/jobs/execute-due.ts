import { executePlanned } from '../actions/planning/execute-planned.ts';
import { reviewDaycares } from '../actions/reviewing/review-register.ts';
import type { ReviewStore } from '../domain/findings/review.ts';
import type { DueActs } from '../domain/plans/due-acts.ts';
import type { OtherRegisters } from '../domain/upkeep/ask-others.ts';

/** Does all that is planned and due, each act in a transaction of its own, and judges what it touched. */
export async function executeDue(acts: DueActs, reviews: ReviewStore, others: OtherRegisters): Promise<void> {
  for (const { id, numbers } of await acts.due()) {
    await acts.within((register) => executePlanned(register, id));
    await reviewDaycares(reviews, others, numbers);
  }
}
