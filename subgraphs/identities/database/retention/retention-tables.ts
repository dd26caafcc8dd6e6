import { EntitySchema } from 'typeorm';
import { instant, key, text } from '#shared/columns.ts';
import type { SourceKey } from '../../domain/importing/import-run.ts';

/** That the daycare was warned of a source that had last taken something in then. */
export interface SourceWarning extends SourceKey {
  readonly takenAt: number;
  readonly at: number;
}

export const sourceWarnings = new EntitySchema<SourceWarning>({
  name: 'source_warning',
  columns: { daycare: key(text(6)), system: key(text(60)), source: key(text(100)), takenAt: key(instant), at: instant },
});

/** Who was erased; the row goes when the person comes back. */
export const erasedPersons = new EntitySchema<{ readonly uniId: string; readonly at: number }>({
  name: 'erased_person',
  columns: { uniId: key(text(10)), at: instant },
});

export const retentionTables = [sourceWarnings, erasedPersons];
