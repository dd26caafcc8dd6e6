import type { Daycare } from '../daycares/daycare.ts';
import type { DaycareChangeKind, DaycareStep } from '../daycares/daycare-event.ts';
import type { PlannedAct } from '../plans/planned-act.ts';
import { foreseenFrom } from '../plans/planned-act.ts';
import { foresee, type Life, type Lives } from '../timelines/lives.ts';
import { daysAhead, plannedBetween, stepsBetween, type Told } from '../timelines/steps-between.ts';
import type { Timeline } from '../timelines/timeline.ts';
import { judgeLives } from './judge-lives.ts';

/** The daycares an act touches and those they stand under, as the act finds them, under lock. */
export interface Ground {
  /** Now; never before anything that is known of them was recorded. */
  readonly at: number;
  readonly present: ReadonlyMap<string, Daycare>;
  /** What has come true. */
  readonly settled: Lives;
  /** The same with what is planned. */
  readonly foreseen: Lives;
  readonly plans: readonly PlannedAct[];
}

/** What an act makes of the ground: what has come true then, and what is planned then. */
export interface Deed {
  readonly kind: DaycareChangeKind;
  /** From when on it can change anything. */
  readonly since: number;
  readonly subject: string;
  readonly settled: Lives;
  readonly plans: readonly PlannedAct[];
  readonly reason: string | null;
  readonly successors: readonly string[];
  /** Planned acts that end without having been done. */
  readonly ended?: { readonly kind: 'PLAN_CANCELLED' | 'PLAN_REFUSED'; readonly acts: readonly PlannedAct[] };
}

/** What an act comes to for one daycare. */
export interface Revision {
  readonly was: Daycare | null;
  readonly now: Daycare;
  readonly before: Timeline;
  readonly after: Timeline;
  readonly steps: readonly DaycareStep[];
}

/** All that a deed comes to, in the order in which it is told; refused where it may not stand. */
export function revisionsOf(ground: Ground, deed: Deed): Revision[] {
  const foreseen = foreseenAfter(ground, deed);
  judgeLives(ground.foreseen, foreseen, deed.since);
  return revisionsTo(ground, deed, foreseen);
}

/** What a deed leaves to be expected. What is only looked up to is not touched: it stays as it is foreseen, for its heirs to have it so. */
export function foreseenAfter({ at, present, foreseen }: Ground, { settled, plans }: Pick<Deed, 'settled' | 'plans'>): Lives {
  const base = new Map(
    [...settled].map(([number, life]) => [number, present.has(number) ? life : (foreseen.get(number) ?? life)] as const),
  );
  return foresee(base, [{ from: at, sets: new Map() }, ...plans.map(foreseenFrom)]);
}

/** The same of a deed that is not judged as a whole, as rows of a file are not. */
export function revisionsTo(ground: Ground, deed: Deed, foreseen: Lives): Revision[] {
  return inOrder(deed, foreseen).flatMap((number) => {
    const settled = deed.settled.get(number);
    const ahead = foreseen.get(number);
    const isOnlyAbove = !ground.present.has(number) && ground.foreseen.has(number);
    return settled && ahead && !isOnlyAbove ? revisionOf(ground, deed, settled, ahead.timeline) : [];
  });
}

/** The daycare itself first, then those it touches; what closes, from the bottom up (R29). */
function inOrder({ kind, subject }: Deed, lives: Lives): string[] {
  const numbers = [...lives.keys()].sort();
  if (kind !== 'CLOSED') return [subject, ...numbers.filter((number) => number !== subject)];
  return (['LOCATION', 'UNIT', 'INSTITUTION'] as const).flatMap((level) => numbers.filter((number) => lives.get(number)?.level === level));
}

function revisionOf(ground: Ground, deed: Deed, { number, level, timeline }: Life, after: Timeline): Revision[] {
  const was = ground.present.get(number) ?? null;
  const before = ground.foreseen.get(number)?.timeline ?? [];
  const settledBefore = ground.settled.get(number)?.timeline ?? [];
  const days = { before: daysAhead(before, settledBefore.length), after: daysAhead(after, timeline.length) };
  const told = [...comeTrue(deed, number, was === null, stepsBetween(settledBefore, timeline)), ...notToBe(deed, number, days)];
  const steps = [...told, ...planned(deed, ground.at, number, days, told)];
  const last = timeline.at(-1);
  if (steps.length === 0 || !last) return [];
  const now: Daycare = { ...last.facts, number, level, version: (was?.version ?? 0) + 1, validFrom: last.from, recordedAt: ground.at };
  return [{ was, now, before, after, steps }];
}

function comeTrue({ kind, subject, reason, successors }: Deed, number: string, isNew: boolean, told: readonly Told[]): DaycareStep[] {
  return told.map((each, index) => ({
    ...each,
    number,
    kind: isNew && index > 0 ? 'CHANGED' : kind,
    reason,
    successors: number === subject ? successors : [],
  }));
}

interface Days {
  readonly before: readonly Told[];
  readonly after: readonly Told[];
}

const dayIn = (days: readonly Told[], instant: number) => days.find(({ effectiveFrom }) => effectiveFrom === instant);

/** What an act that ends set of it; or, of what came under the act's daycares later, what it would have had from them on that day. */
function notToBe({ ended, reason }: Deed, number: string, { before, after }: Days): DaycareStep[] {
  return (ended?.acts ?? []).flatMap(({ dueAt, sets }) => {
    const inherited = dayIn(after, dueAt) ? undefined : dayIn(before, dueAt)?.changes;
    const changes = sets.find((set) => set.number === number)?.changes ?? inherited;
    return changes ? [{ kind: ended?.kind ?? 'PLAN_CANCELLED', number, effectiveFrom: dueAt, changes, reason, successors: [] }] : [];
  });
}

/** What is planned otherwise, but for days that are told of already. */
function planned({ reason }: Deed, at: number, number: string, { before, after }: Days, told: readonly DaycareStep[]): DaycareStep[] {
  return plannedBetween(before, after)
    .filter(({ effectiveFrom, changes }) => (changes.length > 0 ? effectiveFrom > at : !dayIn(told, effectiveFrom)))
    .map((day) => ({ ...day, kind: 'PLANNED' as const, number, reason, successors: [] }));
}
