import { afterAll, beforeAll } from '@jest/globals';
import type { Actor } from '#shared/actor.ts';
import { actorWith } from '../../support/subgraphs.ts';
import type { engines } from '../../support/databases.ts';
import { employee, type Neighbourhood, numberOf, placement, responsible, startNeighbourhood, submit } from './neighbourhood.ts';

export const employeeOf = (daycare: string) => actorWith([{ role: 'DAYCARE_EMPLOYEE', daycare }]);
export const municipal = actorWith([{ role: 'MUNICIPAL_EMPLOYEE', municipality: '0751' }]);

/** A unit of each ownership in Aarhus, and one elsewhere. */
export const units = { municipal: 'G10001', selfOwned: 'G10002', private: 'G10003', outsourced: 'G10004', elsewhere: 'G20001' };

export const facts =
  'id state sourceDateTime refusal { code facts { name value } } counts { persons begun ended changed unchanged refused } hold { rule ending held decidedBy decidedAt comment }';
const plan = 'plan(first: 500) { totalCount nodes { kind localPersonId person { uniId name } changes { field before after } } }';

/** Staff with these ids, each with a number of their own. */
export const staff = (ids: readonly string[], serial: number, first?: string) =>
  ids.map((id, index) => employee({ id, number: numberOf(serial + index), ...(first && { first: `${first} ${id}` }) }));
export const idsFrom = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => `P${from + index}`);

/** A neighbourhood to which S1 and S2 may send, with how imports are decided on there. */
export function decidedTown(engine: (typeof engines)[number]) {
  let town: Neighbourhood;
  beforeAll(async () => {
    town = await startNeighbourhood(engine);
    await town.daycare(units.municipal);
    await town.daycare(units.selfOwned, { ownership: 'SELF_OWNED' });
    await town.daycare(units.private, { ownership: 'PRIVATE' });
    await town.daycare(units.outsourced, { ownership: 'OUTSOURCED' });
    await town.daycare(units.elsewhere, { municipality: '0101' });
    await town.sends('S1', ...Object.values(units));
    await town.sends('S2', units.municipal);
  });
  afterAll(() => town.stop());
  const act = async (actor: typeof placement, name: string, args: string, variables: object = {}) => {
    const { data, errors } = await town.ask(actor, `mutation { run: ${name}(${args}) { ${facts} } }`, { ...variables });
    return { run: data?.run, code: errors?.[0]?.extensions?.code, because: errors?.[0]?.message, facts: errors?.[0]?.extensions?.facts };
  };
  return {
    town: () => town,
    send: async (input: object, more: { actor?: typeof placement; dryRun?: boolean } = {}) => {
      const { data, errors } = await town.ask(more.actor ?? placement, submit, { input, dryRun: more.dryRun ?? false });
      return data?.submitImport ?? errors?.[0]?.extensions;
    },
    seen: async (id: string, actor = placement, selection = facts) =>
      (await town.ask(actor, `{ run: importRun(id: "${id}") { ${selection} } }`)).data?.run,
    planOf: async (id: string, actor = placement) => {
      const { data, errors } = await town.ask(actor, `{ run: importRun(id: "${id}") { ${plan} } }`);
      return data?.run?.plan ?? errors?.[0]?.extensions?.code ?? null;
    },
    apply: (id: string, actor = placement) => act(actor, 'applyPlannedImport', `id: "${id}"`),
    release: (id: string, ending: number, actor = responsible, comment = 'They left.') =>
      act(actor, 'releaseHeldImport', `id: "${id}", ending: ${ending}, comment: ${JSON.stringify(comment)}`),
    discard: (id: string, actor = placement, comment = 'Half the file was missing.') =>
      act(actor, 'discardHeldImport', `id: "${id}", comment: ${JSON.stringify(comment)}`),
    undo: (id: string, actor = responsible, comment = 'It was the wrong file.') =>
      act(actor, 'undoImport', `id: "${id}", comment: ${JSON.stringify(comment)}`),
    /** Who is tied, as source, local id, first name and tie. */
    picture: async (
      daycare: string,
      selection = 'id source localPersonId frozen name { first } mainGroup { name } contacts { relation contact { id } }',
    ) => (await town.people(reader(daycare), daycare, `nodes { ${selection} }`, '(first: 500)')).data._entities[0].people.nodes as any[],
  };
}

const readers: Record<string, Actor> = {
  [units.private]: employeeOf(units.private),
  [units.elsewhere]: actorWith([{ role: 'DAYCARE_RESPONSIBLE', municipality: '0101' }]),
};
const reader = (daycare: string) => readers[daycare] ?? responsible;
