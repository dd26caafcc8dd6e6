import { loadDemoOnce } from '../../../demo/load.ts';
import { demoPersonas } from '../../../demo/personas.ts';
import type { WatchedSystem } from './watched-system.ts';

/** Claims of a persona of the demo country. */
export const as = (persona: string): object => demoPersonas.find(({ id }) => id === persona)!;
export const agency = as('agency');
export const responsible = as('responsible-0751');
export const system = { name: 'A system', mandates: [{ role: 'SUPPLIER_SYSTEM', system: 'S7' }] };
export const staffOf = (daycare: string) => ({ name: 'Somebody', mandates: [{ role: 'DAYCARE_EMPLOYEE', daycare }] });

const services = ['ws10-import', 'identification', 'scim-users', 'ws17-full'];

/** Loads the demo country and opens one municipal daycare of it to one system; answers which, and the accesses. */
export async function settle({
  ask,
}: WatchedSystem): Promise<{ readonly daycare: string; readonly waiting: string; readonly access: string }> {
  await loadDemoOnce(async (_subgraph, _actor, operation) => ask(agency, operation));
  await ask(agency, {
    query:
      'mutation($a: RegisterSupplierInput!, $b: RegisterSystemInput!) { registerSupplier(input: $a) { number } registerSystem(input: $b) { id } }',
    variables: {
      a: { number: '2007', name: 'Kanarie', companyNumber: '92000007' },
      b: { id: 'S7', name: 'Kanarie', supplier: '2007', services },
    },
  });
  const { data } = await ask(responsible, {
    query: '{ daycares(first: 2, filter: { municipality: "0751", level: UNIT, ownership: [MUNICIPAL] }) { nodes { number } } }',
  });
  const [daycare, other] = data.daycares.nodes.map(({ number }: { number: string }) => number);
  const request = async (service: string, number: string): Promise<string> => {
    const query = 'mutation($i: RequestDataAccessInput!) { requestDataAccess(input: $i) { results { request { id } } } }';
    const input = {
      system: 'S7',
      service,
      purposeKind: 'ADMINISTRATION',
      purpose: 'To try',
      processingAgreement: 'A1',
      daycares: [{ number }],
    };
    const told = await ask(system, { query, variables: { i: input } });
    return told.data?.requestDataAccess?.results[0]?.request?.id ?? Promise.reject(new Error(JSON.stringify(told)));
  };
  const approve = 'mutation($ids: [ID!]!) { approveRequests(ids: $ids) { results { request { access { id state } } } } }';
  let access = '';
  for (const service of services) {
    const ids = [await request(service, daycare)];
    for (const who of [responsible, staffOf(daycare)]) {
      const told = await ask(who, { query: approve, variables: { ids } });
      access = told.data?.approveRequests?.results[0]?.request?.access?.id ?? access;
    }
  }
  return { daycare, access, waiting: await request('ws17-full', other) };
}
