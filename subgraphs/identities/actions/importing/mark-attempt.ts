import { type Actor, mandatesIn } from '#shared/actor.ts';
import { Refused } from '#shared/refusal.ts';
import type { AttemptBook } from '../../domain/deciding/attempt-book.ts';

/** Whether a document came from a system that has no access: of that a mark is left (I13). */
export const isAttempt = (fault: unknown): fault is Refused => fault instanceof Refused && fault.refusal.code === 'NO_ACTIVE_ACCESS';

/** Marks that the actor's systems tried to send to a daycare to which they may not. */
export function markAttempt(book: AttemptBook, actor: Actor, daycare: string, { refusal: { code } }: Refused): Promise<void> {
  return book.mark({ daycare, systems: mandatesIn(actor, 'SUPPLIER_SYSTEM').map(({ system }) => system), code });
}
