import { Refused, refusal, refuse } from '#shared/refusal.ts';
import { misfit } from '../daycares/cross-validation.ts';
import { type DaycareFacts, numbersAsFacts } from '../daycares/daycare.ts';
import { fieldChanges } from '../daycares/field-changes.ts';
import { dayOf } from '#shared/danish-day.ts';
import { type Life, type Lives, parentOf } from '../timelines/lives.ts';
import { judgeMoves } from './judge-moves.ts';
import { factsAt } from '../timelines/timeline.ts';

/** Refuses what may not come to stand in the register, at any moment from an instant on, what is planned included. */
export function judgeLives(before: Lives, after: Lives, since: number): void {
  judgeOrder(before, after, since);
  judgeMoves(before, after, since);
  for (const life of after.values()) judgeTriple(life, before.get(life.number), since);
}

/** Refuses what would be open under something that is not, and what would be known of something after its closing (R9, R28, R29). */
export function judgeOrder(before: Lives, after: Lives, since: number): void {
  for (const life of after.values()) judgeClosed(life, before.get(life.number));
  judgeParents(before, after, since);
}

/** What is closed is closed for good (R28): nothing is known of it afterwards. */
function judgeClosed({ number, timeline }: Life, before: Life | undefined): void {
  const closed = timeline.findIndex(({ facts }) => facts.status === 'CLOSED');
  if (closed === -1) return;
  const later = timeline.slice(closed + 1).find(({ facts }, index) => {
    const previous = timeline[closed + index]?.facts ?? null;
    return fieldChanges(previous, facts).length > 0;
  });
  if (!later || timeline === before?.timeline) return;
  const day = dayOf(timeline[closed]?.from ?? 0);
  refuse(
    'STATE_CONFLICT',
    `${number} is closed from ${day} on, but something is planned for it on ${dayOf(later.from)}; cancel one of the two first.`,
    {
      rule: 'R28',
      facts: { number, closed: day, planned: dayOf(later.from) },
    },
  );
}

interface Orphan {
  readonly life: Life;
  readonly at: number;
  readonly parent: string;
  readonly facts: DaycareFacts | undefined;
}

/** Whatever is open stands under something open (R9, R29). */
function judgeParents(before: Lives, after: Lives, since: number): void {
  const orphans = [...after.values()].flatMap((life) => orphanIn(life, before, after, since) ?? []);
  const [first] = orphans;
  if (!first) return;
  const { life, at, parent, facts } = first;
  const closing = orphans.filter((orphan) => orphan.parent === parent && orphan.facts?.status === 'CLOSED');
  if (closing.length > 0 && factsAt(before.get(parent)?.timeline ?? [], at)?.status !== 'CLOSED')
    throw new Refused(hasOpen(parent, closing));
  if (facts?.status === 'CLOSED')
    refuse('DAYCARE_CLOSED', `${parent} is closed from ${closedOn(after.get(parent))} on; ${life.number} cannot be open under it.`, {
      rule: 'R28',
      facts: { number: parent },
    });
  refuse('STATE_CONFLICT', `${parent} is not open on ${dayOf(at)}, so ${life.number} cannot be open under it then.`, {
    rule: 'R9',
    facts: { number: parent, on: dayOf(at) },
  });
}

function orphanIn(life: Life, before: Lives, after: Lives, since: number): Orphan | undefined {
  if (life.level === 'INSTITUTION') return undefined;
  const parents = new Set(life.timeline.flatMap(({ facts }) => parentOf(facts, after) ?? []));
  const instants = [life, ...parents].flatMap(({ timeline }) => timeline.map(({ from }) => from)).filter((from) => from > since);
  return [since, ...instants.sort((a, b) => a - b)]
    .flatMap((at) => orphanAt(life, after, at) ?? [])
    .find(({ at }) => !isOld(life, before, at));
}

const isOld = ({ number }: Life, before: Lives, at: number) => {
  const life = before.get(number);
  return life !== undefined && orphanAt(life, before, at) !== undefined;
};

function orphanAt(life: Life, lives: Lives, at: number): Orphan | undefined {
  const own = factsAt(life.timeline, at);
  if (own?.status !== 'ACTIVE') return undefined;
  const facts = factsAt(parentOf(own, lives)?.timeline ?? [], at);
  return facts?.status === 'ACTIVE' ? undefined : { life, at, parent: own.unit ?? own.institution ?? '', facts };
}

function hasOpen(parent: string, orphans: readonly Orphan[]) {
  const open = orphans.map(({ life }) => life);
  const told = refusal('HAS_OPEN_CHILDREN', `Close what is under ${parent} first: ${open.map(({ number }) => number).join(', ')}.`, {
    rule: 'R29',
  });
  return { ...told, facts: numbersAsFacts(open) };
}

const closedOn = (life: Life | undefined) => dayOf(life?.timeline.find(({ facts }) => facts.status === 'CLOSED')?.from ?? 0);

/** Ownership, section of law and kind are judged where one of them changes, and wherever a unit comes to another cluster (R22). */
function judgeTriple({ number, timeline }: Life, before: Life | undefined, since: number): void {
  for (const { from, facts } of timeline) {
    if (from < since || facts.status === 'CLOSED') continue;
    const old = factsAt(before?.timeline ?? [], from);
    const stays =
      old?.ownership === facts.ownership &&
      old.legalBasis === facts.legalBasis &&
      old.type === facts.type &&
      old.institution === facts.institution;
    const doubt = stays ? undefined : misfit(facts, from);
    if (doubt) refuse('CROSS_VALIDATION', `${number} on ${dayOf(from)}: ${doubt}`, { rule: 'R22', facts: { number, on: dayOf(from) } });
  }
}
