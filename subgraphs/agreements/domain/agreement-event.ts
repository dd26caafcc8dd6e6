import type { AccessState } from './accesses/access.ts';
import type { SuspensionReason } from './systems/system.ts';
import type { DoneBy } from './done-by.ts';
import type { Asked } from './requests/request.ts';

export const changeKinds = [
  'REQUESTED',
  'READDRESSED',
  'REMINDED',
  'APPROVED',
  'REJECTED',
  'WITHDRAWN',
  'EXPIRED',
  'LAPSED',
  'SUSPENDED',
  'RESUMED',
  'REVOKED',
  'ENDED',
  'CLOSED',
  'CONFIRMED',
  'UNDONE',
  'QUESTIONED',
  'NOTICE_GIVEN',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** What the log keeps of a change of a request or an access. */
export interface AgreementEventFacts
  extends Pick<Asked, 'system' | 'supplier' | 'service' | 'direction' | 'categories' | 'daycareNumber' | 'purposeKind' | 'purpose'> {
  readonly requestId: string;
  readonly accessId: string | null;
  readonly previousState: AccessState | null;
  readonly state: AccessState | null;
  readonly suspensionReason: SuspensionReason | null;
  readonly by: DoneBy;
  readonly comment: string | null;
}

/** A change as feeds and histories tell it. */
export interface ToldChange {
  readonly position: string;
  readonly at: number;
  readonly kind: ChangeKind;
  readonly facts: AgreementEventFacts;
}

const inCamel = (word: string) => `${word.charAt(0)}${word.slice(1).toLowerCase()}`;
const eventName = (kind: ChangeKind) => `Agreement${kind.split('_').map(inCamel).join('')}`;
/** The log's name for each kind of change. */
export const eventNames: ReadonlyMap<ChangeKind, string> = new Map(changeKinds.map((kind) => [kind, eventName(kind)]));
const kindOf: ReadonlyMap<string, ChangeKind> = new Map(changeKinds.map((kind) => [eventName(kind), kind]));

/** An event of the log as it is told; nothing where it is no agreement's, or erased. */
export function toldChange(event: {
  readonly at: number;
  readonly cursor: string;
  readonly kind: string;
  readonly facts: AgreementEventFacts | null;
}): ToldChange[] {
  const kind = kindOf.get(event.kind);
  return kind && event.facts ? [{ position: event.cursor, at: event.at, kind, facts: event.facts }] : [];
}
