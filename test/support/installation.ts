import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from '#shared/actor.ts';
import type { Clock } from '#shared/clock.ts';
import { localPeer, type Peer } from '#shared/peer.ts';
import { startAgreements } from '../../subgraphs/agreements/server.ts';
import type { TellingConfig } from '../../subgraphs/agreements/telling-config.ts';
import { startInstitutions } from '../../subgraphs/institutions/server.ts';
import type { engines } from './databases.ts';
import { actorWith, asking, keepingLog, testKeys } from './subgraphs.ts';

export const agency = actorWith([{ role: 'AGENCY' }]);

/** Institutions and agreements in one process on fresh stores, the second following the first. */
export async function startRegisterAndAgreements(
  engine: (typeof engines)[number],
  {
    clock = Date.now,
    hears = () => true,
    lookEvery,
    identities,
    telling,
  }: { clock?: Clock; hears?: () => boolean; lookEvery?: number; identities?: Peer; telling?: TellingConfig } = {},
) {
  const places = [await engine.place(), await engine.place()];
  const { trusted, signers } = await testKeys();
  const { kept, log } = keepingLog();
  const institutions = await startInstitutions({ databaseUrl: places[0]!.url, trusted, clock, log });
  const heard = localPeer(institutions, signers.agreements!);
  const agreements = await startAgreements({
    databaseUrl: places[1]!.url,
    trusted,
    clock,
    log,
    ...(telling && { telling }),
    ...(lookEvery && { lookEvery }),
    identities,
    institutions: async (operation, store) => {
      const answer = await (hears() ? heard(operation, store) : Promise.reject(new Error('not reached')));
      if (!hears()) throw new Error('not reached');
      return answer;
    },
  });
  return {
    institutions,
    agreements,
    log: kept,
    signers,
    trusted,
    stores: { institutions: places[0]!.url, agreements: places[1]!.url },
    heard,
    register: asking(institutions, signers.gateway!),
    ask: asking(agreements, signers.gateway!),
    stop: async () => {
      for (const each of [institutions, agreements]) each.drain();
      await agreements.stop();
      await institutions.stop();
      for (const place of places) await place.remove();
    },
  };
}
export type Installation = Awaited<ReturnType<typeof startRegisterAndAgreements>>;

type Ask = ReturnType<typeof asking>;

/** Asks until the answer is as wanted; what the followers hear takes a moment. */
export async function eventually<Answer>(ask: () => Promise<Answer>, wanted: (answer: Answer) => boolean): Promise<Answer> {
  for (let tries = 0; ; tries++) {
    const answer = await ask();
    if (wanted(answer)) return answer;
    if (tries === 800) throw new Error(`It never came true: ${JSON.stringify(answer)}`);
    await pause(25);
  }
}

let lines = 0;

/** A row of the register's file for tests. */
export function row(number: string, more: object = {}) {
  const level = number.startsWith('G91') ? 'INSTITUTION' : 'UNIT';
  const unit =
    level === 'UNIT'
      ? {
          type: 'AGE_INTEGRATED',
          address: { street: 'Prøvevej', houseNumber: '1', postalCode: '8000', town: 'Aarhus C' },
          companyNumber: '90000001',
          productionUnitNumber: '9000000001',
        }
      : {};
  return {
    line: ++lines,
    level,
    number,
    name: `Daycare ${number}`,
    municipality: '0751',
    ownership: 'MUNICIPAL',
    closed: false,
    ...unit,
    ...more,
  };
}

/** Hands rows to the register as the agency. */
export async function load(register: Ask, rows: readonly object[]) {
  const { data, errors } = await register(
    agency,
    'mutation($rows: [RegisterRowInput!]!) { loadRegisterRows(rows: $rows) { results { number outcome refusal { because } } } }',
    { rows },
  );
  const refused = data?.loadRegisterRows?.results.filter((result: { outcome: string }) => result.outcome === 'REFUSED');
  if (errors || refused.length > 0) throw new Error(JSON.stringify(errors ?? refused));
}

/** Registers the three suppliers of the demo country with their systems. */
export async function registerSuppliers(ask: Ask) {
  const systems = [
    ['1001', 'S1001', ['ws10-import']],
    ['1002', 'S1002', ['ws17-communication']],
    ['1003', 'S1003', ['ws17-small', 'ws17-medium']],
  ] as const;
  for (const [number, id, services] of systems) {
    await ask(agency, 'mutation($i: RegisterSupplierInput!) { registerSupplier(input: $i) { number } }', {
      i: { number, name: `Supplier ${number}`, companyNumber: '92000001' },
    });
    await ask(agency, 'mutation($i: RegisterSystemInput!) { registerSystem(input: $i) { id } }', {
      i: { id, name: `System ${id}`, supplier: number, services },
    });
  }
}

const purposeOf: Record<string, string> = { 'ws10-import': 'PLACEMENT', 'ws17-communication': 'COMMUNICATION' };

/** Asks for access as the system itself and answers the results. */
export async function requestAccess(ask: Ask, system: string, service: string, daycares: readonly string[]) {
  const actor: Actor = actorWith([{ role: 'SUPPLIER_SYSTEM', system }]);
  const input = {
    system,
    service,
    purposeKind: purposeOf[service] ?? 'LEARNING_MATERIAL',
    purpose: 'To do its work',
    processingAgreement: 'DPA 1',
    daycares: daycares.map((number) => ({ number })),
  };
  const { data, errors } = await ask(
    actor,
    'mutation($input: RequestDataAccessInput!) { requestDataAccess(input: $input) { results { number request { id state addressee } refusal { code rule } } } }',
    { input },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.requestDataAccess.results;
}

export const approve =
  'mutation($ids: [ID!]!, $key: String) { approveRequests(ids: $ids, idempotencyKey: $key) { results { id request { id state decision { byOrganisation standing byPerson } access { id state } } refusal { code because rule } } } }';
export const reject =
  'mutation($ids: [ID!]!, $c: String!) { rejectRequests(ids: $ids, comment: $c) { results { id request { id state decision { comment } } refusal { code because rule } } } }';
