import type { Actor } from '#shared/actor.ts';
import { Refused, type Refusal, refusal, refuse } from '#shared/refusal.ts';
import { type Daycare, numbersAsFacts } from '../domain/daycares/daycare.ts';
import type { DaycarePayload } from '../domain/daycares/daycare-payload.ts';
import { fieldChanges } from '../domain/daycares/field-changes.ts';
import { doneBy } from '../domain/upkeep/done-by.ts';
import { presentVersion } from '../domain/upkeep/present-version.ts';
import { standingFor } from '../domain/upkeep/register-policy.ts';
import type { Register } from '../domain/register-store.ts';
import { judgeTold } from '../domain/upkeep/told-facts.ts';

export interface CloseDaycare {
  readonly number: string;
  readonly version: number;
  readonly succeededBy?: readonly string[] | null | undefined;
  readonly reason: string;
}

/** Closes a daycare for good; what is under it is closed before it (R28, R29). */
export async function closeDaycare(register: Register, actor: Actor, told: CloseDaycare): Promise<DaycarePayload> {
  const family = await register.lockFamilies([told.number]);
  const daycare = family.find(({ number }) => number === told.number) ?? refuse('NOT_FOUND', `There is no daycare ${told.number}.`);
  const standing = standingFor('CLOSE', daycare, actor);
  presentVersion(daycare, told);
  judgeTold({ reason: told.reason });
  if (told.reason.trim() === '') refuse('INVALID_INPUT', 'Closing needs a reason.', { facts: { field: 'reason' } });
  const children = family.filter(({ number }) => number !== told.number);
  if (children.length > 0) throw new Refused(openChildren(daycare, children));
  const successors = [...new Set(told.succeededBy ?? [])];
  await judgeSuccessors(register, daycare, successors);
  const after: Daycare = { ...daycare, status: 'CLOSED', version: daycare.version + 1, validFrom: register.at, recordedAt: register.at };
  await register.keep([{ kind: 'CLOSED', before: daycare, after, reason: told.reason, successors }], doneBy(actor, standing, daycare));
  return { daycare: after, changes: fieldChanges(daycare, after), consequences: [], dryRun: false };
}

function openChildren(daycare: Daycare, children: readonly Daycare[]): Refusal {
  const told = refusal(
    'HAS_OPEN_CHILDREN',
    `Close what is under ${daycare.number} first: ${children.map(({ number }) => number).join(', ')}.`,
    { rule: 'R29' },
  );
  return { ...told, facts: numbersAsFacts(children) };
}

async function judgeSuccessors(register: Register, daycare: Daycare, successors: readonly string[]): Promise<void> {
  if (successors.includes(daycare.number))
    refuse('INVALID_INPUT', 'A daycare cannot follow after itself.', { facts: { field: 'succeededBy' } });
  const found = await register.lock(successors);
  const unfit = successors.filter((number) => found.get(number)?.level !== daycare.level || found.get(number)?.status === 'CLOSED');
  if (unfit.length > 0)
    refuse('INVALID_INPUT', `Not open daycares of the same level: ${unfit.join(', ')}.`, { facts: { field: 'succeededBy' } });
}
