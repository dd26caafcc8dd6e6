import { expect } from '@jest/globals';
import type { Actor } from '#shared/actor.ts';
import type { engines } from '../../support/databases.ts';
import { dice } from '../../support/hammer.ts';
import { agency, eventually, load, registerSuppliers, requestAccess, row, startRegisterAndAgreements } from '../../support/installation.ts';
import { actorWith } from '../../support/subgraphs.ts';
import { unsoundIn } from './sound-store.ts';

export const responsible = actorWith([{ role: 'DAYCARE_RESPONSIBLE', municipality: '0751' }]);
export const employee = actorWith([{ role: 'MUNICIPAL_EMPLOYEE', municipality: '0751' }]);
export const learning = actorWith([{ role: 'SUPPLIER', supplier: '1003' }]);
export const staffOf = (daycare: string) => actorWith([{ role: 'DAYCARE_EMPLOYEE', daycare }]);

const payload = '{ results { refusal { code because } } }';
const acts = {
  approve: `approveRequests(ids: $ids) ${payload}`,
  reject: `rejectRequests(ids: $ids, comment: "No") ${payload}`,
  withdraw: `withdrawRequests(ids: $ids) ${payload}`,
  undo: `undoDecisions(ids: $ids) ${payload}`,
  revoke: `revokeAccesses(ids: $ids, reason: "Over") ${payload}`,
  confirm: `confirmAccesses(ids: $ids) ${payload}`,
  end: `endAccesses(ids: $ids, reason: "Over") ${payload}`,
  close: `closeAccesses(ids: $ids, reason: "Over") ${payload}`,
} as const;
export type ActName = keyof typeof acts;

/** What became of one act: `ok`, or the refusal's code and words. */
export interface Outcome {
  readonly act: string;
  readonly by: string;
  readonly code: string;
  readonly because: string;
}

/** What the register is asked. */
export const closes =
  'mutation($n: InstitutionNumber!, $v: Int!) { closeDaycare(number: $n, version: $v, reason: "closed") { daycare { number } } }';
export const becomes = (ownership: string, legalBasis: string) =>
  `mutation($n: InstitutionNumber!, $v: Int!) { changeInstitution(number: $n, version: $v, changes: { ownership: ${ownership}, legalBasis: ${legalBasis} }) { daycare { number } } }`;

export const won = (outcomes: readonly Outcome[]) => outcomes.filter(({ code }) => code === 'ok');
export const toldWhoWasFirst = (outcomes: readonly Outcome[]) =>
  outcomes
    .filter(({ code }) => code === 'STATE_CONFLICT')
    .every(({ because }) => /already by .+ \(.+\) at \d{4}-\d\d-\d\dT[\d:.]+Z\.$/.test(because));

/** A register and agreements in which several act at once, in an order that the seed gives. */
export async function racingOn(engine: (typeof engines)[number], seed: number) {
  const here = await startRegisterAndAgreements(engine);
  await registerSuppliers(here.ask);
  const roll = dice(seed);
  let next = 100;

  /** Fresh daycares under a fresh cluster, which agreements know. */
  const daycares = async (count: number, more: object = {}) => {
    const cluster = `G91${next++}`;
    const numbers = Array.from({ length: count }, () => `G92${next++}`);
    await load(here.register, [row(cluster, more), ...numbers.map((number) => row(number, { institution: cluster, ...more }))]);
    await eventually(
      () =>
        here.ask(agency, 'query($d: InstitutionNumber!) { accessState(system: "S1001", service: "ws10-import", daycare: $d) { state } }', {
          d: numbers.at(-1),
        }),
      ({ data }) => Boolean(data?.accessState),
    );
    return { cluster, numbers };
  };
  const waiting = async (numbers: readonly string[], system = 'S1003', service = 'ws17-small'): Promise<string[]> =>
    (await requestAccess(here.ask, system, service, numbers)).map(({ request }: { request: { id: string } }) => request.id);
  const act = async (name: ActName, actor: Actor, id: string): Promise<Outcome> => {
    const { data, errors } = await here.ask(actor, `mutation($ids: [ID!]!) { act: ${acts[name]} }`, { ids: [id] });
    const refusal = errors ? { code: errors[0].extensions.code, because: errors[0].message } : data.act.results[0].refusal;
    return { act: name, by: actor.id, code: refusal?.code ?? 'ok', because: refusal?.because ?? '' };
  };
  const accessOf = async (request: string): Promise<string> =>
    (await here.ask(agency, 'query($id: ID!) { dataAccessRequest(id: $id) { access { id } } }', { id: request })).data.dataAccessRequest
      .access.id;
  const kindsOf = async (request: string): Promise<{ kind: string; standing: string }[]> =>
    (await here.ask(agency, 'query($id: ID!) { dataAccessRequest(id: $id) { history { kind standing } } }', { id: request })).data
      .dataAccessRequest.history;
  const version = async (number: string): Promise<number> =>
    (await here.register(agency, 'query($n: InstitutionNumber!) { daycare(number: $n) { version } }', { n: number })).data.daycare.version;
  const setState = async (state: string): Promise<Outcome> => {
    const actor = state === 'STOPPED_BY_AGENCY' || roll(2) ? agency : learning;
    const { errors } = await here.ask(
      actor,
      'mutation($to: SystemState!) { setSystemState(system: "S1003", state: $to, reason: "so") { state } }',
      { to: state },
    );
    return { act: state, by: actor.id, code: errors?.[0].extensions.code ?? 'ok', because: errors?.[0].message ?? '' };
  };
  const registerDoes = async (query: string, number: string): Promise<Outcome> => {
    const { errors } = await here.register(agency, query, { n: number, v: await version(number) });
    return { act: query, by: 'register', code: errors?.[0].extensions.code ?? 'ok', because: errors?.[0].message ?? '' };
  };
  /** In an order that the dice give, all at once. */
  const atOnce = <T>(works: readonly (() => Promise<T>)[]): Promise<T[]> =>
    Promise.all(
      [...works]
        .map((work) => [roll(1_000_000), work] as const)
        .sort(([one], [other]) => one - other)
        .map(([, work]) => work()),
    );
  const settled = async () => {
    await eventually(
      () => unsoundIn(here.stores.agreements),
      (found) => found.length === 0,
    );
    expect(here.log).toEqual([]);
  };

  return { here, roll, daycares, waiting, act, accessOf, kindsOf, setState, registerDoes, atOnce, settled };
}
