import { changedFields, searchNameOf, type Tie, type TieFacts } from '../people/affiliation.ts';
import type { ContactRelation } from '../people/contact-relation.ts';
import type { Group, ToldGroup } from '../people/group.ts';
import type { PersonRole } from '../people/person.ts';
import { planGroups } from './group-plan.ts';
import type { SourceKey } from './import-run.ts';
import type { MatchedLine } from './matching.ts';
import { withImplicit } from './read-groups.ts';
import { planRelations } from './relation-plan.ts';

/** What stands of a source at a daycare now. */
export interface Picture {
  readonly ties: readonly Tie[];
  readonly relations: readonly ContactRelation[];
  readonly groups: readonly Group[];
}

export interface ChangedTie {
  readonly before: Tie;
  readonly after: Tie;
  readonly fields: readonly string[];
}

/** What a document does to the picture; nothing else is written. */
export interface ImportPlan {
  readonly begun: readonly Tie[];
  readonly changed: readonly ChangedTie[];
  readonly ended: readonly Tie[];
  /** Ties of which only the contacts changed. */
  readonly relinked: readonly Tie[];
  /** Ties that are as they were, but stood frozen. */
  readonly thawed: readonly Tie[];
  readonly unchanged: number;
  readonly relationsBegun: readonly ContactRelation[];
  readonly relationsEnded: readonly ContactRelation[];
  readonly groupsKept: readonly Group[];
  readonly groupsGone: readonly Group[];
}

/** A document whose persons all have their UniID. */
export interface NamedDocument {
  readonly source: SourceKey;
  readonly lines: readonly MatchedLine[];
  readonly groups: ReadonlyMap<string, ToldGroup>;
  /** Whose line was refused: what stands of them stays. */
  readonly spared: ReadonlySet<string>;
  /** Whose refused line says that they are protected. */
  readonly shielded: ReadonlySet<string>;
  /** Whose national number became known. */
  readonly numbered: ReadonlySet<string>;
  readonly at: number;
  readonly newId: () => string;
}

const tieKey = ({ role, uniId }: { role: PersonRole; uniId: string }) => `${role} ${uniId}`;

/** Sets the whole picture of a source against what stands of it: who begins, changes, goes on and ends (I4). */
export function planImport(document: NamedDocument, picture: Picture): ImportPlan {
  const standing = new Map(picture.ties.map((tie) => [tieKey(tie), tie]));
  const told = toldTies(document, standing);
  const toldIds = new Set([...told.values()].map(({ id }) => id));
  const sparedTies = picture.ties.filter(({ id, uniId }) => !toldIds.has(id) && document.spared.has(uniId));
  const relations = planRelations({ ...document, told, kept: new Set(sparedTies.map(({ id }) => id)) }, picture.relations);
  const spared = [...sparedTies, ...picture.ties.filter(({ id }) => !toldIds.has(id) && relations.sparedContacts.has(id))];
  const stays = new Set([...toldIds, ...spared.map(({ id }) => id)]);
  const steps = [...told.values(), ...spared.map((tie) => shieldedTie(tie, document))].map((after) =>
    stepTo(after, standing.get(tieKey(after)), document),
  );
  const changed = steps.flatMap(({ before, after, fields }) =>
    before && fields.length > 0
      ? [{ before, after, fields: [...fields, ...(relations.touched.has(after.id) ? [otherSideOf(after)] : [])] }]
      : [],
  );
  const same = steps.flatMap(({ before, fields }) => (before && fields.length === 0 ? [before] : []));
  const relinked = same.filter(({ id }) => relations.touched.has(id));
  const groups = planGroups(document, withImplicit(document.groups, [...told.values(), ...spared]), picture.groups);
  return {
    begun: steps.flatMap(({ before, after }) => (before ? [] : [after])),
    changed,
    ended: picture.ties.filter(({ id }) => !stays.has(id)),
    relinked,
    thawed: same.filter(({ id, frozenSince }) => frozenSince !== null && toldIds.has(id)),
    unchanged: same.filter(({ id }) => toldIds.has(id) && !relations.touched.has(id)).length,
    relationsBegun: relations.begun,
    relationsEnded: relations.ended,
    ...groups,
  };
}

/** What the relations of a tie are called on it. */
export const otherSideOf = ({ role }: Tie): string => (role === 'CHILD' ? 'contacts' : 'children');

/** The ties that the document tells of, lines first; a person who is a contact of several children has one tie as such. */
function toldTies(document: NamedDocument, standing: ReadonlyMap<string, Tie>): ReadonlyMap<string, Tie> {
  const ties = new Map<string, Tie>();
  const add = (uniId: string, role: PersonRole, facts: TieFacts) => {
    const key = tieKey({ role, uniId });
    if (!ties.has(key)) ties.set(key, tieOf(uniId, role, facts, standing.get(key), document));
  };
  for (const { told, identity } of document.lines) add(identity, told.role, told.facts);
  for (const { contacts } of document.lines) for (const { told, identity } of contacts) add(identity, 'CONTACT', told.facts);
  return ties;
}

function tieOf(uniId: string, role: PersonRole, facts: TieFacts, before: Tie | undefined, { source, at, newId }: NamedDocument): Tie {
  return {
    ...facts,
    ...source,
    id: before?.id ?? newId(),
    uniId,
    role,
    from: before?.from ?? at,
    to: null,
    frozenSince: null,
    searchName: searchNameOf(facts),
    validFrom: at,
    recordedAt: at,
  };
}

/** A tie whose line was refused stays as it is, but protection counts at once. */
function shieldedTie(tie: Tie, { shielded, at }: NamedDocument): Tie {
  if (tie.isProtected || !shielded.has(tie.uniId)) return tie;
  const after = { ...tie, isProtected: true, validFrom: at, recordedAt: at };
  return { ...after, searchName: searchNameOf(after) };
}

function stepTo(after: Tie, before: Tie | undefined, { numbered }: NamedDocument) {
  const fields = before ? changedFields(before, after) : [];
  return {
    before,
    after,
    fields: before && numbered.has(after.uniId) && !fields.includes('nationalNumber') ? [...fields, 'nationalNumber'] : fields,
  };
}
