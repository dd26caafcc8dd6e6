import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Mandate } from '#shared/actor.ts';
import { demoCountry } from '../../demo/country.ts';
import { eventually } from '../support/installation.ts';
import { type Stage, stages } from '../support/stage.ts';
import { decisionTable } from './tables-by-hand.ts';

const wordsFor = { responsible: 'daycare responsible', municipal: 'municipal employee', daycare: 'daycare employee' } as const;
type Column = keyof typeof wordsFor;
const everyStanding = Object.values(wordsFor);
const asked = {
  CORE_IMPORT: { system: 'S1001', service: 'ws10-import', purposeKind: 'PLACEMENT' },
  OTHER: { system: 'S1003', service: 'ws17-small', purposeKind: 'LEARNING_MATERIAL' },
} as const;
const supplierOf = { S1001: '1001', S1003: '1003' } as const;

/** Somebody who comes to a daycare of Aarhus: in which column of the table, how surely logged in, and whether the row exists for him. */
interface Somebody {
  readonly who: string;
  readonly mandate: Mandate;
  readonly column?: Column;
  readonly assurance?: 'LOW';
  readonly sees: boolean;
}

const aarhus = demoCountry().filter(({ level, municipality }) => level === 'UNIT' && municipality === '0751');
const governedBy = (governance: (typeof decisionTable)[number][0]) =>
  aarhus.filter(({ ownership, type }) =>
    governance === 'MUNICIPAL_CHILDMINDING' ? type === 'CHILDMINDING' : ownership === governance && type !== 'CHILDMINDING',
  );

/** Everybody who may or may not decide for a daycare: its own, at each level of assurance, the neighbours, and the side that asks. */
function everybody(number: string, sister: string, isPrivate: boolean, system: keyof typeof supplierOf): Somebody[] {
  const municipal = { sees: !isPrivate };
  const own: Somebody[] = [
    { who: 'the daycare responsible', mandate: { role: 'DAYCARE_RESPONSIBLE', municipality: '0751' }, column: 'responsible', ...municipal },
    { who: 'a municipal employee', mandate: { role: 'MUNICIPAL_EMPLOYEE', municipality: '0751' }, column: 'municipal', ...municipal },
    { who: "the daycare's own employee", mandate: { role: 'DAYCARE_EMPLOYEE', daycare: number }, column: 'daycare', sees: true },
  ];
  return [
    ...own,
    ...own.map((each): Somebody => ({ ...each, who: `${each.who}, loosely logged in`, assurance: 'LOW' })),
    {
      who: 'the responsible next door',
      mandate: { role: 'DAYCARE_RESPONSIBLE', municipality: '0851' },
      column: 'responsible',
      sees: false,
    },
    {
      who: 'an employee of the municipality next door',
      mandate: { role: 'MUNICIPAL_EMPLOYEE', municipality: '0851' },
      column: 'municipal',
      sees: false,
    },
    { who: 'an employee of the daycare next door', mandate: { role: 'DAYCARE_EMPLOYEE', daycare: sister }, column: 'daycare', sees: false },
    { who: 'the supplier', mandate: { role: 'SUPPLIER', supplier: supplierOf[system] }, sees: true },
    { who: "the supplier's system", mandate: { role: 'SUPPLIER_SYSTEM', system }, sees: true },
    { who: 'another supplier', mandate: { role: 'SUPPLIER', supplier: '1002' }, sees: false },
    { who: 'the agency', mandate: { role: 'AGENCY' }, sees: true },
  ];
}

const refusal = 'refusal { code rule because facts { name value } }';
const decide = {
  APPROVE: `approveRequests(ids: $ids) { results { request { state decision { standing } access { id state } } ${refusal} } }`,
  REJECT: `rejectRequests(ids: $ids, comment: "No") { results { request { state } ${refusal} } }`,
  REVOKE: `revokeAccesses(ids: $ids, reason: "Over") { results { access { state } ${refusal} } }`,
  CONFIRM: `confirmAccesses(ids: $ids) { results { access { state confirmBy } ${refusal} } }`,
} as const;
type Action = keyof typeof decide;
const mutation = (action: Action) => `mutation($ids: [ID!]!) { act: ${decide[action]} }`;
const permission = {
  APPROVE: 'query($id: ID!) { it: dataAccessRequest(id: $id) { permission(action: APPROVE) { allowed rule grantableBy } } }',
  REJECT: 'query($id: ID!) { it: dataAccessRequest(id: $id) { permission(action: REJECT) { allowed rule grantableBy } } }',
  REVOKE: 'query($id: ID!) { it: dataAccess(id: $id) { permission(action: REVOKE) { allowed rule grantableBy } } }',
  CONFIRM: 'query($id: ID!) { it: dataAccess(id: $id) { permission(action: CONFIRM) { allowed rule grantableBy } } }',
} as const;

// One real server stands for all: what differs between them is below HTTP, and looked at there.
describe.each(stages.slice(0, 2))('the decision table over HTTP, $stage', ({ open }) => {
  let stage: Stage;
  let cases = 0;
  const tokens = new Map<string, Promise<string>>();
  const nothings = new Map<string, Promise<{ readonly acted: string; readonly asked: string }>>();
  beforeAll(async () => {
    stage = await open();
  }, 120_000);
  afterAll(async () => {
    console.log(`${cases} answers over HTTP were as the table says`);
    await stage?.close();
  }, 60_000);

  /** What somebody is answered, byte for byte but for the id of the request that it was. */
  const say = async ({ who, mandate, assurance = undefined }: Somebody, query: string, variables: object): Promise<string> => {
    const wanted = { name: who, assurance: assurance ?? 'SUBSTANTIAL', mandates: [mandate] };
    const name = JSON.stringify(wanted);
    if (!tokens.has(name)) tokens.set(name, stage.token(wanted));
    const response = await fetch(`${stage.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await tokens.get(name)}` },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.text()).replaceAll(/"requestId":"[^"]*"/g, '"requestId":"*"');
  };
  const act = async (by: Somebody, action: Action, id: string) => {
    const text = await say(by, mutation(action), { ids: [id] });
    const { data, errors } = JSON.parse(text);
    return { text: text.replaceAll(id, '*'), result: data?.act?.results[0], error: errors?.[0].extensions };
  };

  /** What somebody is answered about what is not there. */
  const ofNothing = (each: Somebody, action: Action) => {
    const key = `${each.who} ${JSON.stringify(each.mandate)} ${action}`;
    const asks = async () => ({
      acted: (await act(each, action, 'none')).text.replaceAll('none', '*'),
      asked: JSON.stringify(JSON.parse(await say(each, permission[action], { id: 'none' }))),
    });
    if (!nothings.has(key)) nothings.set(key, asks());
    return nothings.get(key)!;
  };

  test.each(decisionTable)(
    '%s daycare, %s (%s): who may decide does, and everybody else is told why not, or nothing',
    async (governance, agreementClass, rule, addressee, may) => {
      const [{ number } = { number: '' }] = governedBy(governance);
      const sister = governedBy(governance)[1]?.number ?? aarhus.find((unit) => unit.number !== number)!.number;
      const { system, ...what } = asked[agreementClass];
      const all = everybody(number, sister, governance === 'PRIVATE', system);
      const grantableBy = (Object.keys(wordsFor) as Column[]).filter((column) => may[column]).map((column) => wordsFor[column]);
      const isAllowed = ({ column, sees, assurance }: Somebody) => column !== undefined && may[column] && sees && assurance !== 'LOW';
      const supplier = all.find(({ mandate }) => mandate.role === 'SUPPLIER_SYSTEM')!;

      const send = async (): Promise<string> => {
        const input = { system, ...what, purpose: 'To do its work', processingAgreement: 'DPA 1', daycares: [{ number }] };
        const sends =
          'mutation($input: RequestDataAccessInput!) { requestDataAccess(input: $input) { results { request { id addressee } refusal { code } } } }';
        const answered = await eventually(
          async () => JSON.parse(await say(supplier, sends, { input })).data?.requestDataAccess.results[0],
          (result) => Boolean(result?.request),
        );
        expect(answered.request.addressee).toBe(addressee);
        return answered.request.id;
      };
      /** Everybody who may not tries, and is answered by the table. */
      const refuseAll = (actions: readonly Action[], id: string) =>
        Promise.all(
          all
            .filter((each) => !isAllowed(each))
            .flatMap((each) =>
              actions.map(async (action) => {
                const { text, result, error } = await act(each, action, id);
                const told = JSON.parse(await say(each, permission[action], { id }));
                const where = { who: each.who, action };
                if (each.column === undefined)
                  expect({ where, error }).toMatchObject({
                    where,
                    error: { code: 'NOT_PERMITTED', rule: 'A16', grantableBy: everyStanding },
                  });
                else if (!each.sees) {
                  expect({ where, text }).toEqual({ where, text: (await ofNothing(each, action)).acted });
                  expect({ where, result }).toMatchObject({
                    where,
                    result: { refusal: { code: 'NOT_FOUND', rule: null } },
                  });
                } else if (may[each.column])
                  expect({ where, result }).toMatchObject({ where, result: { refusal: { code: 'ASSURANCE_TOO_LOW', rule } } });
                else
                  expect({ where, result }).toMatchObject({
                    where,
                    result: { refusal: { code: 'NOT_PERMITTED', rule, because: `Decided by: ${grantableBy.join(', ')}.` } },
                  });
                if (each.sees)
                  expect({ where, told: told.data.it?.permission }).toEqual({ where, told: { allowed: false, rule, grantableBy } });
                else expect({ where, told: JSON.stringify(told) }).toEqual({ where, told: (await ofNothing(each, action)).asked });
                cases += 2;
              }),
            ),
        );
      const allow = async (by: Somebody, action: Action, id: string) => {
        const { data } = JSON.parse(await say(by, permission[action], { id }));
        expect({ by, action, told: data.it?.permission }).toEqual({ by, action, told: { allowed: true, rule, grantableBy } });
        const { result, error } = await act(by, action, id);
        expect({ by, action, refusal: result?.refusal, error }).toEqual({ by, action, refusal: null, error: undefined });
        cases += 2;
        return result;
      };

      const deciders = all.filter(isAllowed);
      expect(deciders.length).toBe(grantableBy.length);
      for (const decider of deciders) {
        const id = await send();
        await refuseAll(['APPROVE', 'REJECT'], id);
        const { request } = await allow(decider, 'APPROVE', id);
        expect(request).toMatchObject({
          state: 'APPROVED',
          decision: { standing: wordsFor[decider.column!] },
          access: { state: 'ACTIVE' },
        });
        await refuseAll(['REVOKE', 'CONFIRM'], request.access.id);
        expect((await allow(decider, 'CONFIRM', request.access.id)).access.state).toBe('ACTIVE');
        expect((await allow(decider, 'REVOKE', request.access.id)).access.state).toBe('REVOKED');
        expect((await allow(decider, 'REJECT', await send())).request.state).toBe('REJECTED');
      }
    },
    60_000,
  );

  test('nothing of all this was a fault', () => expect(stage.logged()).not.toMatch(/"(msg|sentence)":"fault"/));
});
