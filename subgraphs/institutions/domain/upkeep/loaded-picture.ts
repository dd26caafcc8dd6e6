import type { Daycare, DaycareFacts } from '../daycares/daycare.ts';
import type { DaycareChangeKind } from '../daycares/daycare-event.ts';
import { type Life, type Lives, revise } from '../timelines/lives.ts';
import { judgeOrder } from './judge-lives.ts';
import { type Deed, foreseenAfter, type Ground, type Revision, revisionsTo } from './revision.ts';

/** The register as the rows of a file find it and leave it, row by row. */
export interface Picture {
  readonly ground: Ground;
  readonly present: Map<string, Daycare>;
  readonly settled: Map<string, Life>;
  readonly foreseen: Map<string, Life>;
  /** The numbers under each number. */
  readonly under: Map<string, Set<string>>;
  readonly revisions: Revision[];
}

/** The picture that the first row finds. */
export function pictureOf(ground: Ground, present: ReadonlyMap<string, Daycare>): Picture {
  const picture: Picture = {
    ground,
    present: new Map([...present, ...ground.present]),
    settled: new Map(ground.settled),
    foreseen: new Map(ground.foreseen),
    under: new Map(),
    revisions: [],
  };
  for (const life of ground.foreseen.values()) noteParents(picture, life);
  return picture;
}

/** Puts what a row says into the picture, with what is inherited from it; whether that changed anything. Refused where it may not stand (R9, R29). */
export function putIn(picture: Picture, { number, level, facts }: Pick<Life, 'number' | 'level'> & { facts: DaycareFacts }): boolean {
  const before = picture.present.get(number) ?? null;
  const ground = familyIn(picture, number, facts);
  const deed: Deed = {
    kind: stepKind(before, facts),
    since: ground.at,
    subject: number,
    settled: settledWith(ground, { number, level, facts }, before),
    plans: ground.plans,
    reason: null,
    successors: [],
  };
  const foreseen = foreseenAfter(ground, deed);
  judgeOrder(ground.foreseen, foreseen, ground.at);
  const revisions = revisionsTo(ground, deed, foreseen);
  for (const { now } of revisions) {
    picture.present.set(now.number, now);
    take(picture.settled, deed.settled, now.number);
    take(picture.foreseen, foreseen, now.number);
  }
  const life = foreseen.get(number);
  if (life) noteParents(picture, life);
  picture.revisions.push(...revisions);
  return revisions.length > 0;
}

/** What kind of step a row makes. */
function stepKind(before: Daycare | null, after: DaycareFacts): DaycareChangeKind {
  if (!before) return 'REGISTERED';
  if (after.status === 'CLOSED' && before.status !== 'CLOSED') return 'CLOSED';
  return before.institution !== after.institution || before.unit !== after.unit ? 'MOVED' : 'CHANGED';
}

function settledWith(
  { at, settled }: Ground,
  row: Pick<Life, 'number' | 'level'> & { facts: DaycareFacts },
  before: Daycare | null,
): Lives {
  const { number, level, facts } = row;
  if (!before) return new Map(settled).set(number, { number, level, timeline: [{ from: at, facts }] });
  return revise(settled, { from: at, sets: new Map([[number, facts]]) });
}

/** Only the daycare, what is under it and what it stands under, so that a file costs no more than its rows. */
function familyIn({ ground, ...picture }: Picture, number: string, facts: DaycareFacts): Ground {
  const children = [...(picture.under.get(number) ?? [])];
  const family = new Set([number, ...children, ...children.flatMap((child) => [...(picture.under.get(child) ?? [])])]);
  const close = [...family].flatMap((each) => picture.foreseen.get(each)?.timeline ?? []);
  for (const { institution, unit } of [facts, ...close.map((segment) => segment.facts)])
    for (const parent of [institution, unit]) if (parent) family.add(parent);
  const within = (lives: Lives): Lives => new Map([...family].flatMap((each) => lifeIn(lives, each)));
  return { ...ground, present: picture.present, settled: within(picture.settled), foreseen: within(picture.foreseen) };
}

const lifeIn = (lives: Lives, number: string): [string, Life][] => {
  const life = lives.get(number);
  return life ? [[number, life]] : [];
};

function take(into: Map<string, Life>, from: Lives, number: string): void {
  const life = from.get(number);
  if (life) into.set(number, life);
}

function noteParents({ under }: Picture, { number, timeline }: Life): void {
  for (const { facts } of timeline)
    for (const parent of [facts.institution, facts.unit]) if (parent) under.set(parent, (under.get(parent) ?? new Set()).add(number));
}
