import type { Tie } from '../people/affiliation.ts';
import type { PersonRole } from '../people/person.ts';
import type { ImportPlan } from '../importing/import-plan.ts';

export type ImportChangeKind = 'BEGINS' | 'ENDS' | 'CHANGES';

/** What a document would do to one tie. Numbers never stand here; who is new has no UniID yet. */
export interface PlannedChange {
  readonly kind: ImportChangeKind;
  readonly role: PersonRole;
  readonly localPersonId: string | null;
  readonly uniId: string | null;
  /** The tie that changes or ends; one that would begin has no lasting id. */
  readonly tie: string | null;
  readonly before: Tie | null;
  readonly after: Tie | null;
  readonly fields: readonly string[];
}

/** The plan person by person: who ends first, since that weighs most. */
export function changesOf(plan: ImportPlan, newcomers: ReadonlySet<string>): PlannedChange[] {
  // A newcomer's key may be a national number, and is kept nowhere.
  const known = (tie: Tie): Tie => (newcomers.has(tie.uniId) ? { ...tie, uniId: '' } : tie);
  const change = (kind: ImportChangeKind, before: Tie | null, after: Tie | null, fields: readonly string[]): PlannedChange[] => {
    const shown = after ?? before;
    if (!shown) return [];
    const { role, localPersonId, uniId } = shown;
    return [{ kind, role, localPersonId, uniId: uniId || null, tie: before?.id ?? null, before, after, fields }];
  };
  return [
    ...plan.ended.flatMap((tie) => change('ENDS', tie, null, [])),
    ...plan.changed.flatMap(({ before, after, fields }) => change('CHANGES', before, after, fields)),
    ...plan.relinked.flatMap((tie) => change('CHANGES', tie, tie, [tie.role === 'CHILD' ? 'contacts' : 'children'])),
    ...plan.begun.flatMap((tie) => change('BEGINS', null, known(tie), [])),
  ];
}

/**
 * Whether a plan that was shown is still what the document would do. Somebody who was new then and has been brought by another
 * import since is the same person to the sender, who must not learn whose numbers are known here.
 */
export function isSamePlan(shown: readonly PlannedChange[], now: readonly PlannedChange[]): boolean {
  return (
    shown.length === now.length &&
    shown.every((change, index) => {
      const other = now[index];
      return other !== undefined && contentOf(change) === contentOf(other) && (change.uniId === null || change.uniId === other.uniId);
    })
  );
}

/** What a change says, without when it was planned and by which id what begins would be known. */
function contentOf({ kind, role, localPersonId, tie, before, after, fields }: PlannedChange): string {
  const saidOf = (each: Tie | null) => {
    if (!each) return null;
    const { id, uniId, from, frozenSince, validFrom, recordedAt, ...said } = each;
    return said;
  };
  return JSON.stringify([kind, role, localPersonId, tie, saidOf(before), saidOf(after), fields]);
}
