import { copyTables } from './copy-tables.ts';
import { importTables } from './import-tables.ts';
import { peopleTables } from './people-tables.ts';
import { readLog } from './read-log-table.ts';

export const tables = [...copyTables, ...peopleTables, ...importTables, readLog];
