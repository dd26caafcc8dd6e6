import { storage as agreements } from '../../../subgraphs/agreements/server.ts';
import { storage as identities } from '../../../subgraphs/identities/server.ts';
import { storage as institutions } from '../../../subgraphs/institutions/server.ts';
import type { SubgraphName } from '../../../gateway/subgraphs.ts';
import type { Check } from '../checks.ts';
import { fail, type Finding, ok, warn } from '../finding.ts';
import { hasTable, type Store } from '../stores.ts';

const known: Readonly<Record<SubgraphName, readonly string[]>> = {
  institutions: institutions.migrations.map(({ name }) => name),
  agreements: agreements.migrations.map(({ name }) => name),
  identities: identities.migrations.map(({ name }) => name),
};

/** Whether code and database are of the same age: what the code has and the database has not, and the other way round. */
export const checkMigrations: Check = async ({ stores }) => Promise.all(stores.map(judge));

async function judge(store: Store): Promise<Finding> {
  const about = `migrations ${store.subgraph}`;
  if (!(await hasTable(store, 'migrations')))
    return warn(
      about,
      'The database is empty.',
      'Start its process once: it makes the tables. If there should be data, restore a backup first.',
    );
  const ran = (await store.ask('SELECT name FROM migrations ORDER BY id')).map(({ name }) => String(name));
  const ours = known[store.subgraph];
  const newer = ran.filter((name) => !ours.includes(name));
  const missing = ours.filter((name) => !ran.includes(name));
  if (newer.length > 0)
    return fail(
      about,
      `The database is newer than this code: ${newer.join(', ')} is not known here.`,
      'Run the release that made it, or one after it; going back needs the backup from before that upgrade.',
    );
  if (missing.length > 0)
    return warn(
      about,
      `This code is newer than the database: ${missing.join(', ')} has not run yet.`,
      'Back up, then start one process of this release: it migrates at its start, and the others wait for it.',
    );
  return ok(about, `All ${ours.length} have run, and none that is not known here.`);
}
