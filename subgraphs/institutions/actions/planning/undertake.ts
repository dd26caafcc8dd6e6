import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/refusal.ts';
import type { Daycare, DaycareFacts, DaycareLevel } from '../../domain/daycares/daycare.ts';
import { type DaycareChangeKind, ofPlans, takesAway } from '../../domain/daycares/daycare-event.ts';
import type { DaycarePayload } from '../../domain/daycares/daycare-payload.ts';
import { fieldChanges } from '../../domain/daycares/field-changes.ts';
import type { PlannedAct } from '../../domain/plans/planned-act.ts';
import type { Register } from '../../domain/register-store.ts';
import { dayOf } from '#shared/danish-day.ts';
import type { When } from '../../domain/timelines/when.ts';
import { type Lives, revise, type Sets } from '../../domain/timelines/lives.ts';
import { factsAt, whatChanges } from '../../domain/timelines/timeline.ts';
import { consequencesOf } from '../../domain/upkeep/consequences.ts';
import { doneBy } from '../../domain/upkeep/done-by.ts';
import type { Verdicts } from '../../domain/upkeep/judge-by-others.ts';
import type { RegisterAction, Standing } from '../../domain/upkeep/register-policy.ts';
import { type Deed, foreseenAfter, type Ground, type Revision, revisionsOf } from '../../domain/upkeep/revision.ts';

/** An act on a daycare, judged by whom it is done and what is told; when it takes effect decides whether it is done or planned. */
export interface Undertaking {
  readonly actor: Actor;
  readonly standing: Standing;
  readonly action: RegisterAction;
  readonly kind: DaycareChangeKind;
  readonly subject: string;
  readonly when: When;
  readonly sets: Sets;
  /** The daycare itself, where it begins with this. */
  readonly born?: { readonly level: DaycareLevel; readonly facts: DaycareFacts };
  readonly reason: string | null;
  readonly successors?: readonly string[];
  readonly verdicts?: Verdicts;
}

/** Does what is undertaken, or plans it where it lies ahead; what lies behind is put right from then on. */
export async function undertake(register: Register, ground: Ground, asked: Undertaking): Promise<DaycarePayload> {
  const told = { ...asked, when: whenItHolds(ground, asked) };
  judgeBeginning(ground, told);
  const settled = settledBy(ground, told);
  const by = doneBy(told.actor, told.standing, { ...subjectOf(ground, told), number: told.subject });
  const plan = planOf(register, ground, settled, told, by);
  const deed: Deed = {
    kind: kindOf(told),
    since: told.when.tense === 'AHEAD' ? register.at : told.when.from,
    subject: told.subject,
    settled,
    plans: plan ? [...ground.plans, plan] : ground.plans,
    reason: told.reason,
    successors: plan ? [] : (told.successors ?? []),
  };
  const revisions = revisionsOf(ground, deed);
  const findings = await register.keep({ revisions, subject: told.subject, by, begun: plan, verdicts: verdictsNow(told, revisions) });
  return { ...payloadOf(ground, told, revisions, plan), findings };
}

/** What the other registers said, where it is about what holds now: not about what is planned, or was only true once. */
function verdictsNow({ verdicts, subject, sets, born }: Undertaking, revisions: readonly Revision[]): ReadonlyMap<string, Verdicts> {
  const now = revisions.find((revision) => revision.now.number === subject)?.now;
  const told = born ? {} : sets.get(subject);
  return new Map(verdicts && now && fieldChanges(now, { ...now, ...told }).length === 0 ? [[subject, verdicts]] : []);
}

/** Now is never before what is known already, whatever a clock says; and the day on which a daycare began holds from when it began. */
function whenItHolds({ at, settled }: Ground, { when, subject }: Undertaking): When {
  if (when.tense === 'NOW') return { ...when, from: at };
  const begins = beginningOf(settled, subject);
  return begins !== undefined && begins > when.from && dayOf(begins) === dayOf(when.from) ? { ...when, from: begins } : when;
}

const beginningOf = (settled: Lives, subject: string): number | undefined => settled.get(subject)?.timeline[0]?.from;

/** Only what was there can be put right, from when it was there. */
function judgeBeginning({ settled }: Ground, { subject, when, born }: Undertaking): void {
  const begins = beginningOf(settled, subject);
  if (born || begins === undefined || when.from >= begins) return;
  refuse('INVALID_INPUT', `${subject} is in the register since ${dayOf(begins)}; it cannot be put right from earlier on.`, {
    facts: { field: 'on', since: dayOf(begins) },
  });
}

function subjectOf({ present }: Ground, { subject, born }: Undertaking): DaycareFacts {
  return born?.facts ?? present.get(subject) ?? refuse('NOT_FOUND', `There is no daycare ${subject}.`);
}

const kindOf = ({ kind, when: { tense } }: Undertaking): DaycareChangeKind =>
  tense === 'BEHIND' && kind !== 'REGISTERED' ? 'CORRECTED' : kind;

/** What has come true once it is done; what is planned leaves that as it is, but for a daycare that is planned itself. */
function settledBy({ at, settled }: Ground, { subject, when, sets, born }: Undertaking): Lives {
  if (!born) return when.tense === 'AHEAD' ? settled : revise(settled, { from: when.from, sets });
  const { level, facts } = born;
  const first = when.tense === 'AHEAD' ? { from: at, facts: { ...facts, status: 'PLANNED' as const } } : { from: when.from, facts };
  const withIt = new Map(settled).set(subject, { number: subject, level, timeline: [first] });
  return revise(withIt, { from: first.from, sets: new Map() });
}

/** What is planned where it lies ahead and would change anything; nothing otherwise. */
function planOf(register: Register, ground: Ground, settled: Lives, told: Undertaking, by: PlannedAct['by']): PlannedAct | undefined {
  const { action, subject, when, born, actor, reason } = told;
  if (when.tense !== 'AHEAD') return undefined;
  const sets: Sets = born ? new Map([[subject, { status: 'ACTIVE' }]]) : told.sets;
  const before = foreseenAfter(ground, { settled, plans: ground.plans });
  const after = revise(before, { from: when.from, sets });
  const touched = [...after.keys()].map((number) => ({
    number,
    told: whatChanges(before.get(number)?.timeline ?? [], when.from, sets.get(number) ?? {}),
    changes: changesAt(before, after, number, when.from),
  }));
  const changing = touched.filter(({ changes }) => changes.length > 0);
  if (changing.length === 0) return undefined;
  return {
    id: register.issueId(),
    subject,
    action,
    kind: born ? 'CHANGED' : told.kind,
    on: dayOf(when.from),
    dueAt: when.from,
    sets: changing,
    successors: told.successors ?? [],
    reason,
    by,
    actor,
    plannedAt: register.at,
    state: 'PENDING',
    endedAt: null,
  };
}

function changesAt(before: Lives, after: Lives, number: string, instant: number) {
  const facts = factsAt(after.get(number)?.timeline ?? [], instant);
  return facts ? fieldChanges(factsAt(before.get(number)?.timeline ?? [], instant) ?? null, facts) : [];
}

function payloadOf({ present, at }: Ground, { subject, born }: Undertaking, revisions: readonly Revision[], plan: PlannedAct | undefined) {
  const daycare: Daycare =
    revisions.find(({ now }) => now.number === subject)?.now ??
    present.get(subject) ??
    refuse('NOT_FOUND', `There is no daycare ${subject}.`);
  const steps = revisions.flatMap((revision) => revision.steps);
  const own = steps.find(({ number, kind }) => number === subject && !ofPlans.has(kind));
  const planned = plan?.sets.find(({ number }) => number === subject)?.changes ?? [];
  return {
    daycare,
    affected: [daycare, ...revisions.map(({ now }) => now).filter(({ number }) => number !== subject)],
    changes: (plan && !born ? planned : own?.changes) ?? [],
    consequences: consequencesOf(subject, revisions, plan, at),
    dryRun: false,
    takesAway: steps.some(takesAway),
  };
}
