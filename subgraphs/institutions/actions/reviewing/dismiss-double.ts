import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/refusal.ts';
import type { Register } from '../../domain/register-store.ts';
import { doneBy } from '../../domain/upkeep/done-by.ts';
import { standingFor } from '../../domain/upkeep/register-policy.ts';
import { judgeTold } from '../../domain/upkeep/told-facts.ts';

export interface DismissDouble {
  readonly numbers: readonly string[];
  readonly reason: string;
}

/** Takes a pair off the list of likely doubles: somebody who keeps both has looked, and they are two (C5). */
export async function dismissDouble(register: Register, actor: Actor, told: DismissDouble): Promise<void> {
  const [first, second] = [...new Set(told.numbers)].sort();
  if (!first || !second || told.numbers.length !== 2)
    return refuse('INVALID_INPUT', 'A pair is two numbers.', { facts: { field: 'numbers' } });
  judgeTold({ reason: told.reason });
  if (told.reason.trim() === '') refuse('INVALID_INPUT', 'It needs a reason.', { facts: { field: 'reason' } });
  const found = await register.lock([first, second]);
  const standings = [first, second].map((number) =>
    standingFor('CHANGE', found.get(number) ?? refuse('NOT_FOUND', `There is no daycare ${number}.`), actor),
  );
  const subject = found.get(first);
  if (standings[0] && subject) await register.dismissDouble([first, second], doneBy(actor, standings[0], subject), told.reason);
}
