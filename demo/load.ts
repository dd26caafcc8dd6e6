import type { Actor } from '#shared/actor.ts';
import type { Operation } from '#shared/subgraph.ts';
import { demoCountry, demoSuppliers } from './country.ts';

/** Asks a subgraph in this process as an actor; faults and refusals end it. */
export type AskAs = (subgraph: 'institutions' | 'agreements', actor: Actor, operation: Operation) => Promise<void>;

const agency: Actor = { id: 'demo', name: 'The demo country', kind: 'person', assurance: 'HIGH', mandates: [{ role: 'AGENCY' }] };

/** Loads the demo country through the same acts as anyone would. */
export async function loadDemoCountry(ask: AskAs): Promise<void> {
  await ask('institutions', agency, {
    query: 'mutation($rows: [RegisterRowInput!]!) { loadRegisterRows(rows: $rows) { results { outcome } } }',
    variables: { rows: demoCountry() },
  });
  for (const { system, ...supplier } of demoSuppliers) {
    await ask('agreements', agency, {
      query: 'mutation($input: RegisterSupplierInput!) { registerSupplier(input: $input) { number } }',
      variables: { input: supplier },
    });
    await ask('agreements', agency, {
      query: 'mutation($input: RegisterSystemInput!) { registerSystem(input: $input) { id } }',
      variables: { input: { ...system, supplier: supplier.number } },
    });
  }
}
