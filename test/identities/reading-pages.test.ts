import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { engines } from '../support/databases.ts';
import {
  documentOf,
  employee,
  type Neighbourhood,
  placement,
  platform,
  responsible,
  startNeighbourhood,
  submit,
} from './support/neighbourhood.ts';

describe.each(engines)('pages of people on $engine', (engine) => {
  let town: Neighbourhood;
  beforeAll(async () => {
    town = await startNeighbourhood(engine);
  });
  afterAll(() => town.stop());

  test('pages join without a gap or a double, and an old picture is read as it was', async () => {
    await town.daycare('G10006');
    await town.sends('S1', 'G10006');
    const staff = Array.from({ length: 25 }, (_, index) => employee({ id: `S${index}`, first: `Old ${index}` }));
    await town.ask(placement, submit, { input: documentOf('G10006', staff) });
    const then = new Date().toISOString();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await town.ask(placement, submit, {
      input: documentOf(
        'G10006',
        staff.slice(1).map((line, index) => ({ ...line, person: { ...line.person, firstName: `New ${index + 1}` } })),
      ),
    });
    const names: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { data } = await town.people(
        responsible,
        'G10006',
        'totalCount nodes { name { first } } pageInfo { hasNextPage hasPreviousPage endCursor }',
        `(first: 10${after ? `, after: "${after}"` : ''})`,
      );
      const page = data._entities[0].people;
      expect([page.totalCount, page.pageInfo.hasPreviousPage]).toEqual([24, after !== null]);
      names.push(...page.nodes.map(({ name }: { name: { first: string } }) => name.first));
      ({ endCursor: after, hasNextPage: more } = page.pageInfo);
    }
    expect(names).toEqual(Array.from({ length: 24 }, (_, index) => `New ${index + 1}`));
    const past = await town.people(responsible, 'G10006', 'totalCount nodes { name { first } }', `(first: 2, filter: { asOf: "${then}" })`);
    expect(past.data._entities[0].people).toEqual({ totalCount: 25, nodes: [{ name: { first: 'Old 0' } }, { name: { first: 'Old 1' } }] });
    await town.access({ system: 'S2', daycare: 'G10006', service: 'ws17-full', at: Date.now() + 1 });
    const before = await town.people(platform, 'G10006', 'nodes { id }', `(filter: { asOf: "${then}" })`);
    expect(before.errors?.[0].extensions.code).toBe('NO_ACTIVE_ACCESS');
    expect(
      (await town.people(platform, 'G10006', 'totalCount', '(filter: { includeEnded: true })')).data._entities[0].people.totalCount,
    ).toBe(24);
  });
});
