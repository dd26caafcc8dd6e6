import type { GraphQLFormattedError } from 'graphql';
import type { RequiredSelection } from '../../planning/query-plan.ts';
import { entitiesAt, type Path, pathsOfEntitiesAt } from './places.ts';
import type { PreparedFetch } from './prepared-plan.ts';
import { INCOMPLETE, representationOf } from './representation.ts';
import { rewrite } from './rewrite.ts';
import type { Gathered, Running } from './run-plan.ts';
import { isTree, NotAsAsked, takeAnswer, type Tree } from './take-answer.ts';
import { hasPlace, lose, loseWithEarlier, placed, taking, variablesOf } from './told-errors.ts';

/** An entity that is asked for once, and where in the answer it stands. */
interface Sought {
  readonly representation: Tree;
  readonly places: number[];
}

/** Asks a subgraph for what it knows of the entities at a place, each once, however often it stands there. */
export async function fetchEntities(
  fetch: PreparedFetch,
  requires: readonly RequiredSelection[],
  gathered: Gathered,
  running: Running,
): Promise<void> {
  const entities = entitiesAt(gathered.tree, fetch.path);
  const { sought, incomplete } = seek(entities, requires, fetch, running);
  const places = placing(gathered.tree, fetch.path);
  if (incomplete.length > 0) loseWithEarlier(fetch, places(incomplete), gathered);
  if (sought.length === 0) return;
  const variables = { ...variablesOf(fetch, running), representations: sought.map(({ representation }) => representation) };
  const { data, errors: told = [] } = await running.ask(fetch, variables);
  const everywhere = () => places(sought.flatMap((each) => each.places));
  const found = told.flatMap((error) => errorsAt(error, sought, places));
  gathered.errors.push(...found);
  // Of what went wrong without a place it is only known that it explains what is missing.
  if (told.length > 0 && found.length === 0) lose(fetch, everywhere(), gathered, told);
  const received = isTree(data) ? data._entities : undefined;
  if (received === undefined || received === null) return lose(fetch, everywhere(), gathered, told);
  rewrite(received, fetch.outputRewrites, running.isOfType);
  taking(fetch, everywhere(), { gathered, running }, () => takeEntities(received, { sought, entities, fetch, running }));
}

function seek(entities: readonly Tree[], requires: readonly RequiredSelection[], { inputRewrites }: PreparedFetch, { isOfType }: Running) {
  const sought = new Map<string, Sought>();
  const incomplete: number[] = [];
  for (const [place, entity] of entities.entries()) {
    const representation = representationOf(entity, requires, isOfType);
    if (representation === INCOMPLETE) incomplete.push(place);
    if (representation === undefined || representation === INCOMPLETE) continue;
    rewrite(representation, inputRewrites, isOfType);
    const key = JSON.stringify(representation);
    const known = sought.get(key);
    if (known) known.places.push(place);
    else sought.set(key, { representation, places: [place] });
  }
  return { sought: [...sought.values()], incomplete };
}

interface Taking {
  readonly sought: readonly Sought[];
  readonly entities: readonly Tree[];
  readonly fetch: PreparedFetch;
  readonly running: Running;
}

function takeEntities(received: unknown, { sought, entities, fetch: { taken }, running: { isOfType } }: Taking): void {
  const asksType = taken.some(({ name }) => name === '__typename');
  if (!Array.isArray(received)) throw new NotAsAsked('No list of entities came.');
  if (received.length !== sought.length) throw new NotAsAsked(`${received.length} entities came for ${sought.length} that were asked for.`);
  for (const [index, { places }] of sought.entries()) {
    const came: unknown = received[index];
    if (came === null || came === undefined) continue;
    if (!isTree(came)) throw new NotAsAsked('Something else than an entity came.');
    for (const place of places) {
      const entity = entities[place];
      if (!entity) continue;
      const known = entity.__typename;
      takeAnswer(entity, came, taken);
      if (asksType && typeof known === 'string') entity.__typename = narrower(known, entity.__typename, isOfType);
    }
  }
}

/** An entity's type may become known more closely, as one of those behind an interface; it cannot become another. */
function narrower(known: string, told: unknown, isOfType: Running['isOfType']): string {
  if (typeof told === 'string' && isOfType(known, told)) return told;
  return known;
}

/** Paths of places are only worked out where something is told of one. */
function placing(tree: Tree, path: Path): (places: readonly number[]) => Path[] {
  let all: Path[] | undefined;
  return (places) => {
    all ??= pathsOfEntitiesAt(tree, path);
    const found = all;
    return places.flatMap((place) => (found[place] ? [found[place]] : []));
  };
}

function errorsAt(error: GraphQLFormattedError, sought: readonly Sought[], places: (places: readonly number[]) => Path[]) {
  const [field, index, ...below] = error.path ?? [];
  if (!hasPlace(error) || field !== '_entities' || typeof index !== 'number') return [];
  return places(sought[index]?.places ?? []).map((at) => placed(error, at, below));
}
