import { EntitySchema } from 'typeorm';
import { instant, key, text } from '#shared/columns.ts';
import type { ImportAttempt } from '../../domain/reading/import-attempt.ts';

/** The last time that a system tried to send to a daycare without an access (I13). */
export const importAttempts = new EntitySchema<ImportAttempt>({
  name: 'import_attempt',
  columns: { daycare: key(text(6)), system: key(text(60)), at: instant, code: text(40) },
});
