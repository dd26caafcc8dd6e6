export type AffiliationChangeKind = 'BEGAN' | 'CHANGED' | 'ENDED' | 'ERASED';

/** What the log keeps of a change of a tie: which fields, never their values. Values live in rows that erasure reaches. */
export interface AffiliationFacts {
  readonly daycare: string;
  readonly uniId: string;
  readonly changedFields: readonly string[];
}

/** The log's name for each kind of change. */
export const eventNames = {
  BEGAN: 'AffiliationBegan',
  CHANGED: 'AffiliationChanged',
  ENDED: 'AffiliationEnded',
  ERASED: 'AffiliationErased',
} as const satisfies Record<AffiliationChangeKind, string>;

const kinds = new Map<string, AffiliationChangeKind>(
  (['BEGAN', 'CHANGED', 'ENDED', 'ERASED'] as const).map((kind) => [eventNames[kind], kind]),
);

/** A change of a tie as the log has it. */
export interface LoggedChange extends AffiliationFacts {
  readonly position: string;
  readonly at: number;
  readonly kind: AffiliationChangeKind;
  readonly affiliation: string;
}

/** An event of the log as a change of a tie; nothing where it is none, or was erased. */
export function changeOf(event: {
  readonly at: number;
  readonly cursor: string;
  readonly kind: string;
  readonly subject: string;
  readonly facts: AffiliationFacts | null;
}): LoggedChange[] {
  const kind = kinds.get(event.kind);
  return kind && event.facts ? [{ ...event.facts, position: event.cursor, at: event.at, kind, affiliation: event.subject }] : [];
}
