import type { ImportAction } from '../importing/import-policy.ts';
import type { ImportState } from '../importing/import-run.ts';

/** What moves an import on: what somebody does, a newer document of the source, the end of a term, the brake. */
export type ImportAct = ImportAction | 'SUPERSEDE' | 'LAPSE' | 'HOLD';

/** Where each act leads from each state; what is not here cannot be done. What was undone is not brought back by undoing. */
export const leadsTo = {
  PLANNED: { APPLY: 'APPLIED', HOLD: 'HELD' },
  HELD: { RELEASE: 'APPLIED', DISCARD: 'DISCARDED', SUPERSEDE: 'SUPERSEDED', LAPSE: 'DISCARDED' },
  APPLIED: { UNDO: 'UNDONE' },
  REFUSED: {},
  DISCARDED: {},
  SUPERSEDED: {},
  UNDONE: {},
} as const satisfies Record<ImportState, Partial<Record<ImportAct, ImportState>>>;

export function nextImportState(state: ImportState, act: ImportAct): ImportState | undefined {
  const acts: Partial<Record<ImportAct, ImportState>> = leadsTo[state];
  return acts[act];
}
