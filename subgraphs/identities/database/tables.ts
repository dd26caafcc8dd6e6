import { copyTables } from './copies/copy-tables.ts';
import { importAttempts } from './importing/attempt-table.ts';
import { importTables } from './importing/import-tables.ts';
import { activationTables } from './logins/activation-tables.ts';
import { loginTables } from './logins/login-tables.ts';
import { waitingTables } from './importing/waiting-tables.ts';
import { peopleTables } from './people/people-tables.ts';
import { reidentifyTables } from './identifying/reidentify-tables.ts';
import { readLog } from './reading/read-log-table.ts';
import { retentionTables } from './retention/retention-tables.ts';
import { useTables } from './uses/use-tables.ts';

export const tables = [
  ...copyTables,
  ...peopleTables,
  ...importTables,
  readLog,
  ...reidentifyTables,
  ...retentionTables,
  ...useTables,
  ...loginTables,
  ...activationTables,
  ...waitingTables,
  importAttempts,
];
