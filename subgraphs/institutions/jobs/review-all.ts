import { reviewNext } from '../actions/reviewing/review-register.ts';
import type { ReviewStore } from '../domain/findings/review.ts';
import type { OtherRegisters } from '../domain/upkeep/ask-others.ts';

/** Judges the register anew until all of it is judged by the rules of now, or until it is told to stop. */
export async function reviewAll(reviews: ReviewStore, others: OtherRegisters, stopped: () => boolean): Promise<void> {
  while (!stopped() && (await reviewNext(reviews, others)));
}
