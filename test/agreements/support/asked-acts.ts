import type { Actor } from '#shared/actor.ts';
import type { Installation } from '../../support/installation.ts';
import type { Act, Told } from './model-acts.ts';
import { opening } from './random-agreements.ts';

/** The real ids of what the model counts, in its order. */
export interface Ids {
  readonly requests: readonly string[];
  readonly accesses: readonly string[];
  readonly connections: ReadonlyMap<string, string>;
}

type Ask = Installation['ask'];

/** Does an act for real, and says what was answered as the model says it. */
export async function doForReal(ask: Ask, actor: Actor, act: Act, ids: Ids): Promise<Told> {
  const { query, variables } = asked(act, ids);
  const { data, errors } = await ask(actor, query, variables);
  if (errors) return errors[0].extensions.code;
  const { results } = data.act;
  return results ? results.map((result: { refusal: { code: string } | null }) => result.refusal?.code ?? 'ok') : 'ok';
}

const results = '{ results { refusal { code } } }';
const requestActs = {
  approve: `mutation($ids: [ID!]!) { act: approveRequests(ids: $ids) ${results} }`,
  reject: `mutation($ids: [ID!]!) { act: rejectRequests(ids: $ids, comment: "No") ${results} }`,
  withdraw: `mutation($ids: [ID!]!) { act: withdrawRequests(ids: $ids) ${results} }`,
  undo: `mutation($ids: [ID!]!) { act: undoDecisions(ids: $ids) ${results} }`,
};
const accessActs = {
  revoke: `mutation($ids: [ID!]!, $on: Date) { act: revokeAccesses(ids: $ids, on: $on, reason: "Over") ${results} }`,
  end: `mutation($ids: [ID!]!) { act: endAccesses(ids: $ids, reason: "Over") ${results} }`,
  close: `mutation($ids: [ID!]!) { act: closeAccesses(ids: $ids, reason: "Over") ${results} }`,
  confirm: `mutation($ids: [ID!]!) { act: confirmAccesses(ids: $ids) ${results} }`,
};
const connectionActs = {
  ask: 'mutation($s: ID!, $c: ID!) { act: askForConnection(system: $s, service: $c) { id } }',
  approve: `mutation($ids: [ID!]!) { act: approveConnections(ids: $ids) ${results} }`,
  refuse: `mutation($ids: [ID!]!) { act: refuseConnections(ids: $ids, reason: "No") ${results} }`,
  close: `mutation($ids: [ID!]!) { act: closeConnections(ids: $ids, reason: "Misuse") ${results} }`,
};

function asked(act: Act, ids: Ids): { query: string; variables: Record<string, unknown> } {
  switch (act.kind) {
    case 'send': {
      const { system, service, daycares, opens } = act;
      const told = { purposeKind: 'OTHER', purpose: 'To do its work', processingAgreement: 'DPA 1', categories: opening.slice(0, opens) };
      const input = { system, service, ...told, daycares: daycares.map((number) => ({ number })) };
      return {
        query: `mutation($input: RequestDataAccessInput!) { act: requestDataAccess(input: $input) ${results} }`,
        variables: { input },
      };
    }
    case 'approve':
    case 'reject':
    case 'withdraw':
    case 'undo':
      return { query: requestActs[act.kind], variables: { ids: act.which.map((index) => ids.requests[index]) } };
    case 'revoke':
    case 'end':
    case 'close':
    case 'confirm': {
      const named = act.which.map((index) => ids.accesses[index]);
      return { query: accessActs[act.kind], variables: { ids: named, ...(act.kind === 'revoke' && { on: act.on ?? null }) } };
    }
    case 'setSystem':
      return {
        query: 'mutation($s: ID!, $to: SystemState!) { act: setSystemState(system: $s, state: $to, reason: "So it is") { state } }',
        variables: { s: act.system, to: act.state },
      };
    case 'seek':
      return {
        query:
          'mutation($s: ID!, $c: ID!, $d: InstitutionNumber!) { act: askForRequest(system: $s, service: $c, daycare: $d, comment: "Please send") }',
        variables: { s: act.system, c: act.service, d: act.daycare },
      };
    case 'connection':
      return {
        query: connectionActs[act.how],
        variables: act.how === 'ask' ? { s: act.system, c: act.service } : { ids: [ids.connections.get(`${act.system} ${act.service}`)] },
      };
  }
}
