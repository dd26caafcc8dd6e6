import { entitiesAt } from './places.ts';
import type { PreparedFetch } from './prepared-plan.ts';
import { rewrite } from './rewrite.ts';
import type { Gathered, Running } from './run-plan.ts';
import { isTree, takeAnswer } from './take-answer.ts';
import { lose, placed, taking, variablesOf } from './told-errors.ts';

/** Asks a subgraph for fields of the root. */
export async function fetchRoot(fetch: PreparedFetch, gathered: Gathered, running: Running): Promise<void> {
  const { tree, errors } = gathered;
  const { path, taken } = fetch;
  const targets = entitiesAt(tree, path);
  if (targets.length === 0) return;
  const { data, errors: told = [] } = await running.ask(fetch, variablesOf(fetch, running));
  for (const error of told) if (error.path) errors.push(placed(error, path, error.path));
  if (!isTree(data)) return lose(fetch, [path], gathered, told);
  rewrite(data, fetch.outputRewrites, running.isOfType);
  taking(fetch, [path], { gathered, running }, () => {
    for (const target of targets) takeAnswer(target, data, taken);
  });
}
