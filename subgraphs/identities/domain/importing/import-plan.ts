import { changedFields, searchNameOf, type Tie, type TieFacts } from '../people/affiliation.ts';
import type { ContactRelation } from '../people/contact-relation.ts';
import type { Group, ToldGroup } from '../people/group.ts';
import type { PersonRole } from '../people/person.ts';
import { planGroups } from './group-plan.ts';
import { besides, type Delta, stillClaimed } from './delta.ts';
import type { SourceKey } from './import-run.ts';
import type { MatchedLine } from './matching.ts';
import { withImplicit } from '../document/read-groups.ts';
import { planRelations } from './relation-plan.ts';

/** What stands of a source at a daycare now. */
export interface Picture {
  readonly ties: readonly Tie[];
  readonly relations: readonly ContactRelation[];
  readonly groups: readonly Group[];
  /** Whom the source says to be protected without a tie to say so. */
  readonly claimed: ReadonlySet<string>;
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
  /** Who is protected by what this source says or said last; none of them is shown unprotected on its word. */
  readonly shielded: ReadonlySet<string>;
  /** Those of them of whom no tie of this source stands to say so, as far as that is new, or over. */
  readonly claimsBegun: readonly string[];
  readonly claimsEnded: readonly string[];
}

/** A document whose persons all have their UniID. */
export interface NamedDocument {
  readonly source: SourceKey;
  readonly lines: readonly MatchedLine[];
  readonly groups: ReadonlyMap<string, ToldGroup>;
  /** Whose line was refused: what stands of them stays. */
  readonly spared: ReadonlySet<string>;
  /** Whom any line says to be protected, sound or refused. */
  readonly saidProtected: ReadonlySet<string>;
  /** Where it tells of changes only: everybody else stays. */
  readonly delta: Delta | null;
  readonly at: number;
  readonly newId: () => string;
}

const tieKey = ({ role, uniId }: { role: PersonRole; uniId: string }) => `${role} ${uniId}`;

/** Sets the whole picture of a source, or changes to it, against what stands of it: who begins, changes, goes on and ends (I4, P5). */
export function planImport(document: NamedDocument, picture: Picture): ImportPlan {
  const standing = new Map(picture.ties.map((tie) => [tieKey(tie), tie]));
  const told = toldTies(document, standing);
  const toldIds = new Set([...told.values()].map(({ id }) => id));
  const { delta } = document;
  const beside = new Set(delta ? besides(delta, picture.ties).map(({ id }) => id) : []);
  const leaving = new Set(picture.ties.filter(({ localPersonId }) => delta?.ended.has(localPersonId ?? '')).map(({ id }) => id));
  const sparedTies = picture.ties.filter(({ id, uniId }) => !toldIds.has(id) && (document.spared.has(uniId) || beside.has(id)));
  const relations = planRelations({ ...document, told, leaving, kept: new Set(sparedTies.map(({ id }) => id)) }, picture.relations);
  const spared = [...sparedTies, ...picture.ties.filter(({ id }) => !toldIds.has(id) && relations.sparedContacts.has(id))];
  const stays = new Set([...toldIds, ...spared.map(({ id }) => id)]);
  const shielded = new Set([
    ...document.saidProtected,
    ...(delta ? stillClaimed(document.lines, picture.claimed) : []),
    ...spared.filter(({ isProtected }) => isProtected).map(({ uniId }) => uniId),
  ]);
  const staying = [...told.values(), ...spared];
  const tied = new Set(staying.map(({ uniId }) => uniId));
  const claims = [...shielded].filter((uniId) => !tied.has(uniId));
  const steps = staying.map((tie) => stepTo(shieldedTie(tie, shielded, document.at), standing.get(tieKey(tie))));
  const changed = steps.flatMap(({ before, after, fields }) =>
    before && fields.length > 0
      ? [{ before, after, fields: [...fields, ...(relations.touched.has(after.id) ? [otherSideOf(after)] : [])] }]
      : [],
  );
  const same = steps.flatMap(({ before, fields }) => (before && fields.length === 0 ? [before] : []));
  const relinked = same.filter(({ id }) => relations.touched.has(id));
  const groups = planGroups(document, withImplicit(document.groups, staying), picture.groups);
  return {
    begun: steps.flatMap(({ before, after }) => (before ? [] : [after])),
    changed,
    ended: picture.ties.filter(({ id }) => !stays.has(id)),
    relinked,
    thawed: same.filter(({ id, frozenSince }) => frozenSince !== null && (delta !== null || toldIds.has(id))),
    unchanged: same.filter(({ id }) => toldIds.has(id) && !relations.touched.has(id)).length,
    relationsBegun: relations.begun,
    relationsEnded: relations.ended,
    ...groups,
    shielded,
    claimsBegun: claims.filter((uniId) => !picture.claimed.has(uniId)),
    claimsEnded: [...picture.claimed].filter((uniId) => !claims.includes(uniId)),
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

/** Protection counts at once: for a tie whose line was refused, and for one whose own line does not know of it. */
function shieldedTie(tie: Tie, shielded: ReadonlySet<string>, at: number): Tie {
  if (tie.isProtected || !shielded.has(tie.uniId)) return tie;
  const after = { ...tie, isProtected: true, validFrom: at, recordedAt: at };
  return { ...after, searchName: searchNameOf(after) };
}

const stepTo = (after: Tie, before: Tie | undefined) => ({ before, after, fields: before ? changedFields(before, after) : [] });
