import { afterAll, beforeAll } from '@jest/globals';
import type { engines } from '../../support/databases.ts';
import { type Neighbourhood, placement, responsible, startNeighbourhood, submit } from './neighbourhood.ts';

export interface ShownTie {
  readonly id: string;
  readonly role: string;
  readonly to: string | null;
  readonly name: { readonly first: string };
  readonly person: { readonly uniId: string; readonly affiliations: readonly { readonly daycareNumber: string; readonly role: string }[] };
  readonly mainGroup: { readonly localId: string; readonly type: string } | null;
  readonly contacts: readonly {
    readonly relation: string;
    readonly hasCustody: boolean;
    readonly accessLevel: number;
    readonly contact: { readonly name: { readonly first: string } };
  }[];
}

const units = ['G10001', 'G10002', 'G10003', 'G10004', 'G10005', 'G10006', 'G10007', 'G10008'];
const tie =
  'nodes { id role to frozen name { first family } person { uniId affiliations { daycareNumber role } } mainGroup { localId type } contacts { relation hasCustody accessLevel contact { name { first } } } }';

/** A neighbourhood to which S1 may send, for one file of tests, with how its documents are sent and its ties are seen. */
export function importTown(engine: (typeof engines)[number]) {
  let town: Neighbourhood;
  beforeAll(async () => {
    town = await startNeighbourhood(engine);
    for (const number of units) await town.daycare(number);
    await town.daycare('G20001', { ownership: 'PRIVATE', municipality: '0101' });
    await town.daycare('G20002', { acceptsUsers: false });
    await town.sends('S1', ...units, 'G20001', 'G20002');
    for (const daycare of ['G10001', 'G10004', 'G10005']) await town.access({ system: 'S2', daycare, service: 'ws17-full-authority' });
  });
  afterAll(() => town.stop());
  const tiesOf = async (number: string, args = '(first: 500)'): Promise<readonly ShownTie[]> =>
    (await town.people(responsible, number, tie, args)).data._entities[0].people.nodes;
  return {
    town: () => town,
    send: async (input: object, actor = placement) => {
      const { data, errors } = await town.ask(actor, submit, { input });
      return { run: data?.submitImport, errors };
    },
    tiesOf,
    byName: async (number: string, first: string) => (await tiesOf(number)).filter(({ name }) => name.first === first),
  };
}
