import { type DaycareFacts, inherited } from '../daycares/daycare.ts';
import { factGroups, fieldChanges } from '../daycares/field-changes.ts';

/** What is true from an instant on, until the next segment begins. */
export interface Segment {
  readonly from: number;
  readonly facts: DaycareFacts;
}

/** All that is believed of one daycare, in order, from its beginning on; the last segment goes on for ever. */
export type Timeline = readonly Segment[];

/** What is true at an instant; nothing before the beginning. */
export function factsAt(timeline: Timeline, instant: number): DaycareFacts | undefined {
  return timeline.findLast(({ from }) => from <= instant)?.facts;
}

/** The same, with a segment that begins at this instant. */
function splitAt(timeline: Timeline, instant: number): Timeline {
  const index = timeline.findLastIndex(({ from }) => from <= instant);
  const before = timeline[index];
  if (!before || before.from === instant) return timeline;
  return [...timeline.slice(0, index + 1), { from: instant, facts: before.facts }, ...timeline.slice(index + 1)];
}

/** Sets facts from an instant on. Each holds until it is next known to have changed: what is put right never undoes what came later. */
export function setFrom(timeline: Timeline, instant: number, told: Partial<DaycareFacts>): Timeline {
  return factGroups.reduce<Timeline>(
    (known, fields) => {
      const set = only(told, fields);
      return Object.keys(set).length === 0 ? known : setGroup(known, instant, fields, set);
    },
    splitAt(timeline, instant),
  );
}

function setGroup(timeline: Timeline, instant: number, fields: readonly (keyof DaycareFacts)[], set: Partial<DaycareFacts>): Timeline {
  const end = timeline.findIndex(
    ({ from, facts }, index) => from > instant && fields.some((field) => facts[field] !== timeline[index - 1]?.facts[field]),
  );
  const goesOnTo = end === -1 ? timeline.length : end;
  return timeline.map((segment, index) =>
    segment.from >= instant && index < goesOnTo ? { ...segment, facts: { ...segment.facts, ...set } } : segment,
  );
}

/** Of what is told, the groups in which something would change from an instant on. */
export function whatChanges(timeline: Timeline, instant: number, told: Partial<DaycareFacts>): Partial<DaycareFacts> {
  const before = factsAt(timeline, instant);
  const groups = factGroups.map((fields) => only(told, fields));
  return Object.assign({}, ...groups.filter((set) => before && fieldChanges(before, { ...before, ...set }).length > 0));
}

function only(told: Partial<DaycareFacts>, fields: readonly (keyof DaycareFacts)[]): Partial<DaycareFacts> {
  return Object.fromEntries(fields.flatMap((field) => (told[field] === undefined ? [] : [[field, told[field]]])));
}

/**
 * An heir with what it inherits put in, moment by moment, from whoever its parent was. What is closed keeps what it had until it
 * closed, and nothing before `since` is touched.
 */
export function inheritFrom(heir: Timeline, parentOf: (facts: DaycareFacts) => Timeline | undefined, since: number): Timeline {
  const done: Segment[] = [];
  for (const [index, segment] of heir.entries()) {
    const to = heir[index + 1]?.from ?? Number.POSITIVE_INFINITY;
    const before = done.at(-1)?.facts;
    if (to <= since) done.push(segment);
    else if (segment.facts.status !== 'CLOSED') done.push(...piecesOf(segment, to, parentOf(segment.facts) ?? [], since));
    else done.push(before ? { ...segment, facts: { ...segment.facts, ...inheritedBy(segment.facts, before) } } : segment);
  }
  return done;
}

function piecesOf({ from, facts }: Segment, to: number, parent: Timeline, since: number): Segment[] {
  const starts = [from, ...parent.map((segment) => segment.from).filter((start) => start > from && start < to)];
  const pieces = starts.map((start) => {
    const told = start >= since ? factsAt(parent, start) : undefined;
    return { from: start, facts: told ? { ...facts, ...inheritedBy(facts, told) } : facts };
  });
  return pieces.filter((piece, index) => index === 0 || differs(piece.facts, pieces[index - 1]?.facts));
}

/** A location has its cluster, too, from its unit. */
const inheritedBy = ({ unit }: DaycareFacts, parent: DaycareFacts) => ({
  ...inherited(parent),
  ...(unit !== null && { institution: parent.institution }),
});

const differs = (facts: DaycareFacts, before: DaycareFacts | undefined) =>
  facts.municipality !== before?.municipality ||
  facts.ownership !== before.ownership ||
  facts.legalBasis !== before.legalBasis ||
  facts.institution !== before.institution;
