/** A group of a source at a daycare; persons name it by its local id. */
export interface Group {
  readonly id: string;
  readonly daycare: string;
  readonly system: string;
  readonly source: string;
  readonly localId: string;
  readonly name: string;
  readonly type: string;
  readonly level: string | null;
  readonly line: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** Since when the source no longer names it. */
  readonly goneSince: number | null;
}

export const MAIN_GROUP = 'Hovedgruppe';
export const OTHER_GROUP = 'Andet';
export const groupTypes: readonly string[] = [MAIN_GROUP, 'Årgang', 'Retning', 'Hold', 'SFO', 'Team', 'Institution', OTHER_GROUP];

/** What a document says of a group. */
export type ToldGroup = Pick<Group, 'localId' | 'name' | 'type' | 'level' | 'line' | 'from' | 'to'>;
