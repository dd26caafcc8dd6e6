import type { Actor } from '#shared/actor.ts';
import type { Answer, Operation } from '#shared/subgraph.ts';
import { demoCountry, demoSuppliers } from './country.ts';

/** Asks a subgraph in this process as an actor. */
export type AskAs = (subgraph: 'institutions' | 'agreements', actor: Actor, operation: Operation) => Promise<Answer>;

const agency: Actor = { id: 'demo', name: 'The demo country', kind: 'person', assurance: 'HIGH', mandates: [{ role: 'AGENCY' }] };

/** Loads the demo country where the register is empty, through the same acts as anyone would. */
export async function loadDemoOnce(askAs: AskAs): Promise<void> {
  const ask = async (subgraph: 'institutions' | 'agreements', query: string, variables: Record<string, unknown> = {}): Promise<Answer> => {
    const answer = await askAs(subgraph, agency, { query, variables });
    if (answer.errors) throw new Error(`The demo country could not be loaded: ${answer.errors.map(({ message }) => message).join('; ')}`);
    return answer;
  };
  const { data } = await ask('institutions', '{ daycares(first: 1, filter: { status: [ACTIVE, CLOSED, PLANNED] }) { totalCount } }');
  if (JSON.stringify(data) !== JSON.stringify({ daycares: { totalCount: 0 } })) return;
  await ask('institutions', 'mutation($rows: [RegisterRowInput!]!) { loadRegisterRows(rows: $rows) { results { outcome } } }', {
    rows: demoCountry(),
  });
  for (const { system, ...supplier } of demoSuppliers) {
    await ask('agreements', 'mutation($input: RegisterSupplierInput!) { registerSupplier(input: $input) { number } }', { input: supplier });
    await ask('agreements', 'mutation($input: RegisterSystemInput!) { registerSystem(input: $input) { id } }', {
      input: { ...system, supplier: supplier.number },
    });
  }
}
