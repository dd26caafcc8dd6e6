import type { Dialect, Transaction } from '#shared/database.ts';
import type { AccessUse } from '../../domain/uses/access-use.ts';
import { inChunks } from '../replace-rows.ts';

/** An access that was told is told again an hour later at the soonest, however often it is used. */
const TOLD_AGAIN_AFTER = 60 * 60 * 1000;

const columns = ['day', 'access', 'reads', 'persons', 'imports', 'lastUsedAt'] as const satisfies readonly (keyof AccessUse)[];
const names = columns.map((column) => `\`${column}\``).join(', ');
const marks = '(?, ?, ?, ?, ?, ?, 0, 0)';

/** What is new is to be told at once; what was told, when its hour is over; what waits to be told already, as before. */
const sums: Record<Dialect, string> = {
  mysql: `ON DUPLICATE KEY UPDATE \`reads\` = \`reads\` + VALUES(\`reads\`), persons = persons + VALUES(persons), imports = imports + VALUES(imports), lastUsedAt = GREATEST(lastUsedAt, VALUES(lastUsedAt)), due = COALESCE(due, position + ${TOLD_AGAIN_AFTER})`,
  sqlite: `ON CONFLICT (\`day\`, access) DO UPDATE SET \`reads\` = \`reads\` + excluded.\`reads\`, persons = persons + excluded.persons, imports = imports + excluded.imports, lastUsedAt = MAX(lastUsedAt, excluded.lastUsedAt), due = COALESCE(due, position + ${TOLD_AGAIN_AFTER})`,
};

/** Adds uses, in one statement up to five hundred accesses. Comes last in its transaction: who else uses the same access waits for its end. */
export async function addUses({ manager, dialect }: Pick<Transaction, 'manager' | 'dialect'>, uses: readonly AccessUse[]): Promise<void> {
  for (const chunk of inChunks(uses)) {
    const values = chunk.flatMap((use) => columns.map((column) => use[column]));
    await manager.query(
      `INSERT INTO access_use (${names}, position, due) VALUES ${chunk.map(() => marks).join(', ')} ${sums[dialect]}`,
      values,
    );
  }
}
