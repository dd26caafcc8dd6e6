import { nextImportState } from '../../domain/deciding/import-lifecycle.ts';
import { type ImportAction, verdictOn } from '../../domain/importing/import-policy.ts';
import type { ImportRun } from '../../domain/importing/import-run.ts';
import type { Context } from '../context.ts';

/** Whether the caller may do this with an import, from the tables that decide when it is done. */
export async function permissionFor({ actor, loaders }: Context, run: ImportRun, action: ImportAction) {
  const daycare = await loaders.knownDaycare.load(run.daycare);
  if (!daycare) return null;
  const { rule, because, grantableBy, verdict } = verdictOn(action, actor, daycare, run);
  if (typeof verdict !== 'string') return { allowed: false, rule, because: verdict.because, grantableBy };
  const allowed = nextImportState(run.state, action) !== undefined;
  return { allowed, rule, because: allowed ? because : `It is ${run.state.toLowerCase()}, so this cannot be done.`, grantableBy };
}
