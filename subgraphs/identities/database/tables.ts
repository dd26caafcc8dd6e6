import { copyTables } from './copies/copy-tables.ts';
import { importAttempts } from './importing/attempt-table.ts';
import { importTables } from './importing/import-tables.ts';
import { waitingTables } from './importing/waiting-tables.ts';
import { peopleTables } from './people/people-tables.ts';
import { readLog } from './reading/read-log-table.ts';
import { useTables } from './uses/use-tables.ts';

export const tables = [...copyTables, ...peopleTables, ...importTables, readLog, ...useTables, ...waitingTables, importAttempts];
