import { describe, expect, test } from '@jest/globals';
import { openDatabase } from '#shared/open-database.ts';
import { numberHashes, persons, ties } from '../../../subgraphs/identities/database/people/people-tables.ts';
import { storage } from '../../../subgraphs/identities/server.ts';
import { engines } from '../../support/databases.ts';
import { importTown } from '../support/import-town.ts';
import { child, documentOf, numberOf, responsible } from '../support/neighbourhood.ts';

const mutation = 'mutation($input: ReidentifyInput!) { reidentifyPerson(input: $input, dryRun: false) { needsConsentOf } }';
const CHILDREN = 6;

describe.each(engines)('mergers and imports at once on $engine', (engine) => {
  const { town, send, byName } = importTown(engine);

  test('whoever comes first, everybody ends as one identity, nothing stands on one that retired, and no number leads to one', async () => {
    const all = Array.from({ length: CHILDREN }, (_, index) => ({
      former: numberOf(80 + index),
      next: numberOf(90 + index),
      first: `Barn ${index}`,
    }));
    const at = (daycare: string, prefix: string, which: 'former' | 'next') =>
      documentOf(
        daycare,
        all.map((each, index) => child({ id: `${prefix}${index}`, first: each.first, number: each[which] })),
      );
    await send(at('G10001', 'A', 'former'));
    await send(at('G10002', 'B', 'next'));
    const known = await Promise.all(
      all.map(async ({ first, next }) => ({ next, uniId: (await byName('G10001', first))[0]?.person.uniId })),
    );
    const merge = async ({ uniId, next }: (typeof known)[number]) => {
      for (let attempt = 0; attempt < 10; attempt++) {
        const input = { uniId, nationalNumber: next, daycare: 'G10001', reason: 'The same child, entered anew' };
        const { errors } = await town().ask(responsible, mutation, { input });
        if (!errors) return 'merged';
        expect(['PLAN_OUTDATED', 'UNAVAILABLE']).toContain(errors[0].extensions.code);
      }
      return 'never merged';
    };
    const imports = async (daycare: string, prefix: string) => {
      for (let round = 0; round < 4; round++) {
        const { run, errors } = await send(at(daycare, prefix, 'next'));
        if (errors) expect(errors[0].extensions.code).toBe('UNAVAILABLE');
        else expect(run.state).toBe('APPLIED');
      }
    };
    const [outcomes] = await Promise.all([Promise.all(known.map(merge)), imports('G10002', 'B'), imports('G10003', 'C')]);
    expect(outcomes).toEqual(known.map(() => 'merged'));
    await send(at('G10001', 'A', 'next'));
    await send(at('G10003', 'C', 'next'));
    for (const daycare of ['G10001', 'G10002', 'G10003'])
      for (const [index, { first }] of all.entries())
        expect((await byName(daycare, first)).map(({ person }) => person.uniId)).toEqual([known[index]?.uniId]);
    const database = await openDatabase({ url: town().place.url, clock: Date.now, ...storage });
    const retired = await database.read((manager) => manager.createQueryBuilder(persons, 'p').where("p.state = 'RETIRED'").getMany());
    const uniIds = retired.map(({ uniId }) => uniId);
    const left = await database.read(async (manager) => [
      await manager.createQueryBuilder(ties, 't').where('t.uniId IN (:...uniIds)', { uniIds }).getCount(),
      await manager.createQueryBuilder(numberHashes, 'h').where('h.uniId IN (:...uniIds)', { uniIds }).getCount(),
    ]);
    await database.close();
    expect([uniIds.length, ...left]).toEqual([CHILDREN, 0, 0]);
  });
});
