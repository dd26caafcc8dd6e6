import { agency, type Installation } from '../../support/installation.ts';
import { addresseeOf, pausedBy, stateOf, type System, type World } from './agreements-model.ts';
import type { Ids } from './asked-acts.ts';
import type { Change } from './change-replay.ts';

const request = '{ nodes { id state addressee daycareNumber system { id } service { code } history { kind } } }';
const access = '{ nodes { id state suspension { reason } confirmBy endsOn request { id } } }';

/** All that is there of some suppliers, as the agency reads it. */
export async function readAll(ask: Installation['ask'], systems: readonly System[]) {
  const parts = systems.flatMap(({ supplier, id }, nth) => [
    `requests${nth}: dataAccessRequests(filter: { supplier: "${supplier}" }, first: 500) ${request}`,
    `accesses${nth}: dataAccesses(filter: { supplier: "${supplier}" }, first: 500) ${access}`,
    `system${nth}: supplierSystem(id: "${id}") { state connections { id state service { code } } }`,
  ]);
  const { data, errors } = await ask(agency, `{ ${parts.join(' ')} }`);
  if (errors) throw new Error(JSON.stringify(errors));
  const all = (name: string) => systems.flatMap((_, nth) => data[`${name}${nth}`].nodes).sort((a, b) => (a.id < b.id ? -1 : 1));
  return { requests: all('requests'), accesses: all('accesses'), systems: systems.map(({ id }, nth) => ({ id, ...data[`system${nth}`] })) };
}
export type Read = Awaited<ReturnType<typeof readAll>>;

const aboutReal = (real: Read['requests'][number]) => `${real.daycareNumber} ${real.system.id} ${real.service.code}`;
const count = (real: { history: { kind: string }[] }, wanted: string) => real.history.filter(({ kind }) => kind === wanted).length;

/** Which real ids the model's requests and accesses have: the first about something is the first about it there, and so on. */
export function idsIn(world: World, read: Read): Ids {
  const left = Map.groupBy(read.requests, aboutReal);
  const requests: string[] = world.requests.map(
    ({ daycare, system, service }) => left.get(`${daycare} ${system} ${service}`)?.shift()?.id ?? 'missing',
  );
  const begun = Map.groupBy(read.accesses, (real) => real.request.id);
  const accesses = world.accesses.map((each) => begun.get(requests[each.request]!)?.shift()?.id ?? 'missing');
  const connections = read.systems.flatMap((system) =>
    system.connections.map((each: any) => [`${system.id} ${each.service.code}`, each.id] as const),
  );
  return { requests, accesses, connections: new Map(connections) };
}

/** What was read, in words that the model's world can be said in too. */
export const inWords = (read: Read) => ({
  requests: read.requests.map((real) => ({
    id: real.id,
    about: aboutReal(real),
    state: real.state,
    addressee: real.addressee,
    reminded: count(real, 'REMINDED'),
    questioned: count(real, 'QUESTIONED'),
  })),
  accesses: read.accesses.map(({ id, state, suspension, confirmBy, endsOn }) => ({
    id,
    state,
    reason: suspension?.reason ?? null,
    confirmBy,
    endsOn,
  })),
  systems: read.systems.map(({ id, state, connections }) => ({
    id,
    state,
    connections: Object.fromEntries(connections.map((each: any) => [each.service.code, each.state])),
  })),
});

/** The model's world in the same words. */
export function expectedWords(world: World, { requests, accesses }: Ids, at: number): ReturnType<typeof inWords> {
  const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);
  return {
    requests: world.requests
      .map((each, index) => ({
        id: requests[index]!,
        about: `${each.daycare} ${each.system} ${each.service}`,
        state: each.state,
        addressee: addresseeOf(world, each),
        reminded: each.reminders,
        questioned: world.accesses.filter(({ request: of }) => of === index).reduce((sum, { questions }) => sum + questions, 0),
      }))
      .sort(byId),
    accesses: world.accesses
      .map((each, index) => ({
        id: accesses[index]!,
        state: stateOf(world, each, at),
        reason: each.over ? null : pausedBy(world, each, at),
        confirmBy: each.confirmBy,
        endsOn: each.endsOn,
      }))
      .sort(byId),
    systems: Object.values(world.systems).map(({ id, state, connections }) => ({ id, state, connections })),
  };
}

/** Everything that the feed tells of some systems after a cursor. */
export async function changesAfter(ask: Installation['ask'], cursor: string, systems: readonly System[]): Promise<Change[]> {
  const found: Change[] = [];
  for (let after = cursor; ; ) {
    const { data } = await ask(
      agency,
      'query($after: Cursor) { page: dataAccessChanges(after: $after, first: 500) { nextCursor caughtUp changes { kind system requestId accessId previousState state } } }',
      { after },
    );
    found.push(...data.page.changes.filter(({ system }: { system: string }) => systems.some(({ id }) => id === system)));
    if (data.page.caughtUp) return found;
    after = data.page.nextCursor;
  }
}
