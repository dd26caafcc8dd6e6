import type { ImportRun, ImportState, SourceKey } from '../importing/import-run.ts';
import type { ImportStore } from '../importing/import-store.ts';
import type { ImportDocument } from '../document/import-document.ts';
import type { KnownDaycare } from '../known-daycare.ts';
import type { Hold } from './brake.ts';
import type { ImportDecision } from './import-decision.ts';
import type { PictureBefore, PictureNow, UndoPlan } from './picture-before.ts';
import type { PlannedChange } from './planned-change.ts';

/** What deciding on imports asks of storage, inside one transaction. */
export interface DecisionDesk extends ImportStore {
  runById(id: string): Promise<ImportRun | undefined>;
  lockRun(id: string): Promise<ImportRun | undefined>;
  /** The daycare, held against change; UNAVAILABLE without a lease. */
  daycare(number: string): Promise<KnownDaycare | undefined>;
  /** The document as it was sent; nothing where it was erased. */
  documentOf(run: string): Promise<ImportDocument | undefined>;
  changesOf(run: string): Promise<readonly PlannedChange[]>;
  /** The latest that was done with a run. */
  decisionOn(run: string): Promise<ImportDecision | undefined>;
  beforeOf(run: string): Promise<PictureBefore | undefined>;
  pictureNow(before: PictureBefore): Promise<PictureNow>;
  /** The run whose picture stood before this one. */
  appliedBefore(run: ImportRun): Promise<ImportRun | undefined>;
  keepRevived(key: SourceKey, undone: UndoPlan, actor: string): Promise<void>;
  /** What a run was sent as and would do is decided, and gone. */
  forgetWaiting(run: string): Promise<void>;
  forgetBefore(run: string): Promise<void>;
  /** Why a tried run waits from now on, and until when; nothing where it does not. */
  holdOn(run: string, hold: Hold | null, eraseAt: number): Promise<void>;
  /** That a run came by an access, of which it is a use. */
  countUse(run: string, access: string): Promise<void>;
  /** Brings a run to another state, with who did it and its event. */
  moveRun(run: ImportRun, state: ImportState, decision: ImportDecision): Promise<ImportRun>;
}
