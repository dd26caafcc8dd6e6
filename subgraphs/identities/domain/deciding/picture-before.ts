import { otherSideOf, type ImportPlan, type Picture } from '../importing/import-plan.ts';
import { changedFields, searchNameOf, type Tie, type TieFacts } from '../people/affiliation.ts';
import type { ContactRelation } from '../people/contact-relation.ts';
import type { Group } from '../people/group.ts';

/** What stood before a document, as far as it changed it. */
export interface PictureBefore {
  readonly begun: readonly string[];
  readonly ended: readonly string[];
  readonly changed: readonly { readonly tie: string; readonly facts: TieFacts }[];
  readonly relationsBegun: readonly string[];
  readonly relationsEnded: readonly string[];
  readonly groups: readonly Group[];
  readonly groupsBegun: readonly string[];
  readonly claimsEnded: readonly string[];
}

/** What a plan is about to change; nothing where it changes nothing. */
export function pictureBefore(plan: ImportPlan, picture: Pick<Picture, 'groups'>): PictureBefore | undefined {
  const groupsNow = new Map(picture.groups.map((group) => [group.id, group]));
  const touched = [...plan.groupsKept, ...plan.groupsGone].map(({ id }) => id);
  const before: PictureBefore = {
    begun: plan.begun.map(({ id }) => id),
    ended: plan.ended.map(({ id }) => id),
    changed: plan.changed.map(({ before: tie }) => ({ tie: tie.id, facts: factsOf(tie) })),
    relationsBegun: plan.relationsBegun.map(({ id }) => id),
    relationsEnded: plan.relationsEnded.map(({ id }) => id),
    groups: touched.flatMap((id) => groupsNow.get(id) ?? []),
    groupsBegun: touched.filter((id) => !groupsNow.has(id)),
    claimsEnded: plan.claimsEnded,
  };
  return Object.values(before).some((rows) => rows.length > 0) ? before : undefined;
}

const factsOf = ({
  id,
  uniId,
  daycare,
  system,
  source,
  role,
  from,
  to,
  frozenSince,
  searchName,
  validFrom,
  recordedAt,
  ...facts
}: Tie): TieFacts => facts;

/** The rows that a document changed, as they are now; whoever was erased since is not among them. */
export interface PictureNow {
  readonly ties: ReadonlyMap<string, Tie>;
  readonly relations: ReadonlyMap<string, ContactRelation>;
  readonly groups: readonly Group[];
}

/** How the picture before comes back: ties and relations that ended go on under their own ids. */
export interface UndoPlan {
  readonly plan: ImportPlan;
  readonly revived: readonly Tie[];
  readonly relationsRevived: readonly ContactRelation[];
}

interface Undoing {
  readonly at: number;
  /** Whether the source may still send; else what comes back is frozen. */
  readonly sends: boolean;
  /** Whom the source says to be protected on lines that were refused. */
  readonly claimed: ReadonlySet<string>;
}

/** Sets what stood before against what stands now. Protection that was told meanwhile stays until the source takes it back itself. */
export function planUndo(before: PictureBefore, now: PictureNow, { at, sends, claimed }: Undoing): UndoPlan {
  const standing = (ids: readonly string[]) => ids.flatMap((id) => now.ties.get(id) ?? []).filter(({ to }) => to === null);
  const frozenSince = sends ? null : at;
  const revived = before.ended
    .flatMap((id) => now.ties.get(id) ?? [])
    .filter(({ to }) => to !== null)
    .map((tie): Tie => ({ ...tie, to: null, frozenSince, validFrom: at, recordedAt: at }));
  const changed = before.changed.flatMap(({ tie, facts }) => standing([tie]).flatMap((each) => restored(each, facts, at)));
  const relations = (ids: readonly string[], over: boolean) =>
    ids.flatMap((id) => now.relations.get(id) ?? []).filter(({ to }) => (to !== null) === over);
  const relationsEnded = relations(before.relationsBegun, false);
  const relationsRevived = relations(before.relationsEnded, true).map((relation) => ({ ...relation, to: null }));
  const ended = standing(before.begun);
  const moved = new Set([...ended, ...revived, ...changed.map(({ after }) => after)].map(({ id }) => id));
  const linked = [...new Set([...relationsEnded, ...relationsRevived].flatMap(({ child, contact }) => [child, contact]))];
  const staying = [...revived, ...changed.map(({ after }) => after)];
  const plan: ImportPlan = {
    begun: [],
    changed: changed.map((step) =>
      linked.includes(step.after.id) ? { ...step, fields: [...step.fields, otherSideOf(step.after)] } : step,
    ),
    ended,
    relinked: standing(linked.filter((id) => !moved.has(id))),
    thawed: [],
    unchanged: 0,
    relationsBegun: [],
    relationsEnded,
    groupsKept: before.groups,
    groupsGone: now.groups.filter(({ id }) => before.groupsBegun.includes(id)).map((group) => ({ ...group, goneSince: at })),
    shielded: new Set([...claimed, ...staying.filter(({ isProtected }) => isProtected).map(({ uniId }) => uniId)]),
    claimsBegun: before.claimsEnded.filter((uniId) => !claimed.has(uniId)),
    claimsEnded: [],
  };
  return { plan, revived, relationsRevived };
}

function restored(tie: Tie, facts: TieFacts, at: number) {
  const told = { ...facts, isProtected: facts.isProtected || tie.isProtected };
  const after: Tie = { ...tie, ...told, searchName: searchNameOf(told), validFrom: at, recordedAt: at };
  const fields = changedFields(tie, after);
  return fields.length > 0 ? [{ before: tie, after, fields }] : [];
}
