import type { Actor } from '#shared/actor.ts';
import type { Neighbourhood } from './neighbourhood.ts';

interface Tie {
  readonly id: string;
  readonly to: string | null;
}
interface Change {
  readonly kind: string;
  readonly daycareNumber: string;
  readonly affiliationId: string | null;
  readonly affiliation: Tie | null;
}

const small = 'id role to frozen name { first family } positions mainGroup { localId name } groups { localId name }';
const medium = `${small} localPersonId email birthDate nationalNumber nationalNumberKind`;
const full = `${medium} phones { number } address { street } contacts { relation hasCustody contact { id } } children { child { id } }`;

/** What a consumer of each service asks of a tie: all that it may. */
export const selections: Readonly<Record<string, string>> = {
  'ws17-small': small,
  'ws17-medium': medium,
  'ws17-full': full,
  'ws17-full-authority': `${full} realName { first family }`,
};

/** A supplier's mirror of all it may read: one feed, a snapshot wherever its reading begins, and nothing else. */
export function mirrorOf(town: Neighbourhood, actor: Actor, service: string) {
  const selection = selections[service] ?? small;
  const feed = `query($after: Cursor, $first: Int!) { affiliationChanges(after: $after, first: $first) { nextCursor caughtUp changes { kind daycareNumber affiliationId uniId affiliation { ${selection} } } } }`;
  const daycares = new Map<string, Map<string, Tie>>();
  const paused = new Set<string>();
  const everTold: (Tie & { daycare: string })[] = [];
  let cursor: string | null = null;

  const snapshot = async (daycare: string): Promise<ReadonlyMap<string, Tie> | undefined> => {
    const found = new Map<string, Tie>();
    for (let after: string | null = null, more = true; more; ) {
      const args: string = `(first: 4${after ? `, after: "${after}"` : ''})`;
      const { data, errors } = await town.people(actor, daycare, `nodes { ${selection} } pageInfo { hasNextPage endCursor }`, args);
      if (errors?.[0]?.extensions.code === 'NO_ACTIVE_ACCESS') return undefined;
      if (errors) throw new Error(JSON.stringify(errors));
      const { nodes, pageInfo } = data._entities[0].people;
      for (const tie of nodes) found.set(tie.id, tie);
      more = pageInfo.hasNextPage;
      after = pageInfo.endCursor;
    }
    return found;
  };

  const follow = async ({ kind, daycareNumber: daycare, affiliationId: id, affiliation: tie }: Change) => {
    if (tie) everTold.push({ ...tie, daycare });
    if (kind === 'ACCESS_PAUSED') paused.add(daycare);
    else if (kind === 'ACCESS_ENDED') {
      paused.delete(daycare);
      daycares.delete(daycare);
    } else if (kind === 'ACCESS_BEGAN') {
      paused.delete(daycare);
      daycares.set(daycare, new Map(await snapshot(daycare)));
    } else if (id && (kind === 'ERASED' || tie === null || tie.to !== null)) daycares.get(daycare)?.delete(id);
    else if (id && tie) daycares.get(daycare)?.set(id, tie);
  };

  const page = async (first: number): Promise<boolean> => {
    const { data, errors }: Awaited<ReturnType<Neighbourhood['ask']>> = await town.ask(actor, feed, { after: cursor, first });
    if (errors) throw new Error(JSON.stringify(errors));
    for (const change of data.affiliationChanges.changes) await follow(change);
    cursor = data.affiliationChanges.nextCursor;
    return data.affiliationChanges.caughtUp;
  };

  return {
    page,
    everTold,
    catchUp: async () => {
      while (!(await page(20)));
    },
    /** What the mirror holds of a daycare; undefined where it holds nothing, or only what it knows to be paused. */
    held: (daycare: string) => (paused.has(daycare) ? undefined : inOrder(daycares.get(daycare))),
    isPaused: (daycare: string) => paused.has(daycare),
    /** What is to be read there now; undefined where nothing may be. */
    truth: async (daycare: string) => inOrder(await snapshot(daycare)),
  };
}

const inOrder = (ties: ReadonlyMap<string, Tie> | undefined) =>
  ties && [...ties].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, tie]) => tie);
