import { entitiesAt } from './places.ts';
import type { PreparedFetch } from './prepared-plan.ts';
import { rewrite } from './rewrite.ts';
import type { Gathered, Running } from './run-plan.ts';
import { isTree, takeAnswer } from './take-answer.ts';
import { hasPlace, lose, placed, taking, variablesOf } from './told-errors.ts';

/** Asks a subgraph for fields of the root. */
export async function fetchRoot(fetch: PreparedFetch, gathered: Gathered, running: Running): Promise<void> {
  const { tree, errors } = gathered;
  const { path, taken } = fetch;
  const targets = entitiesAt(tree, path);
  if (targets.length === 0) return;
  const { data, errors: told = [] } = await running.ask(fetch, variablesOf(fetch, running));
  const found = told.filter((error) => hasPlace(error) && taken.some(({ name }) => name === error.path?.[0]));
  errors.push(...found.map((error) => placed(error, path, error.path ?? [])));
  if (told.length > 0 && found.length === 0) lose(fetch, [path], gathered, told);
  if (!isTree(data)) return lose(fetch, [path], gathered, told);
  rewrite(data, fetch.outputRewrites, running.isOfType);
  taking(fetch, [path], { gathered, running }, () => {
    for (const target of targets) takeAnswer(target, data, taken);
  });
}
