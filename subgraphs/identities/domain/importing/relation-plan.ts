import type { ContactRelation } from '../people/contact-relation.ts';
import type { Tie } from '../people/affiliation.ts';
import type { SourceKey } from './import-run.ts';
import type { MatchedLine } from './matching.ts';

interface ToldRelations {
  readonly source: SourceKey;
  readonly lines: readonly MatchedLine[];
  /** The told ties by role and person. */
  readonly told: ReadonlyMap<string, Tie>;
  /** Ties that stand though the document's line was refused. */
  readonly kept: ReadonlySet<string>;
  /** Ties that end by name. */
  readonly leaving: ReadonlySet<string>;
  readonly at: number;
  readonly newId: () => string;
}

interface RelationPlan {
  readonly begun: readonly ContactRelation[];
  readonly ended: readonly ContactRelation[];
  /** The ties, on either side, of which a relation began or ended. */
  readonly touched: ReadonlySet<string>;
  /** Contacts of a child whose line was refused. */
  readonly sparedContacts: ReadonlySet<string>;
}

/** Which relations of child and contact begin and end. What hangs on a tie that was spared stays. */
export function planRelations(document: ToldRelations, standing: readonly ContactRelation[]): RelationPlan {
  const told = new Map(document.lines.flatMap((line) => toldRelations(line, document)).map((relation) => [contentOf(relation), relation]));
  const { kept, leaving } = document;
  const spared = standing.filter(({ child, contact }) => (kept.has(child) || kept.has(contact)) && !leaving.has(contact));
  const stays = new Set([...spared, ...standing.filter((relation) => told.has(contentOf(relation)))]);
  const contents = new Set([...stays].map(contentOf));
  const begun = [...told].filter(([content]) => !contents.has(content)).map(([, relation]) => relation);
  const ended = standing.filter((relation) => !stays.has(relation));
  return {
    begun,
    ended,
    touched: new Set([...begun, ...ended].flatMap(({ child, contact }) => [child, contact])),
    sparedContacts: new Set(spared.map(({ contact }) => contact)),
  };
}

function toldRelations({ identity, contacts }: MatchedLine, { source, told, at, newId }: ToldRelations): ContactRelation[] {
  const child = told.get(`CHILD ${identity}`);
  return contacts.flatMap(({ identity: uniId, told: { relation, hasCustody, accessLevel } }) => {
    const contact = told.get(`CONTACT ${uniId}`);
    return child && contact
      ? [{ ...source, id: newId(), child: child.id, contact: contact.id, relation, hasCustody, accessLevel, from: at, to: null }]
      : [];
  });
}

const contentOf = ({ child, contact, relation, hasCustody, accessLevel }: ContactRelation) =>
  JSON.stringify([child, contact, relation, hasCustody, accessLevel]);
