import { describe, expect, test } from '@jest/globals';
import type { Actor } from '#shared/actor.ts';
import { countPeople, readPeople } from '../../subgraphs/identities/actions/reading/read-people.ts';
import { readAffiliations } from '../../subgraphs/identities/actions/reading/read-affiliations.ts';
import { readRelations } from '../../subgraphs/identities/actions/reading/read-relations.ts';
import { readRuns } from '../../subgraphs/identities/actions/overseeing/read-runs.ts';
import { readSources } from '../../subgraphs/identities/actions/overseeing/read-sources.ts';
import { readMunicipalSummaries, readUnits } from '../../subgraphs/identities/actions/overseeing/read-overview.ts';
import { readSummaries } from '../../subgraphs/identities/actions/overseeing/read-summaries.ts';
import { readingsOf } from '../../subgraphs/identities/database/reading/readings.ts';
import { storage } from '../../subgraphs/identities/server.ts';
import { vaultCipher } from '../../subgraphs/identities/outside/vault-cipher.ts';
import { engines, freshStores } from '../support/databases.ts';
import { child, contact, employee, numberOf, responsible, vaultKeys } from './support/neighbourhood.ts';
import { prepare, statementsOf, submitTo } from './support/store.ts';

describe.each(engines)('reading lists on $engine', (engine) => {
  const open = freshStores();
  const numbers = Array.from({ length: 30 }, (_, index) => `G1${String(1000 + index)}`);
  const place = { after: undefined, limit: 51 };

  test('takes a bounded number of statements, whatever the length of the list', async () => {
    const database = await open(engine, storage);
    await prepare(database, ...numbers);
    for (const [index, daycare] of numbers.entries()) {
      await submitTo(database, {
        daycare,
        source: 'S',
        sourceDateTime: 1,
        persons: [employee({ id: 'A', number: numberOf(1) }), employee({ id: 'B', number: numberOf(100 + index) })],
      });
    }
    const readings = readingsOf(database, vaultCipher(vaultKeys));
    const actor: Actor = responsible;
    const asked = (count: number) => numbers.slice(0, count).map((daycare) => ({ daycare, filter: {}, place }));
    const people = await readPeople(readings, actor, asked(30));
    expect(people.map((page) => (Array.isArray(page) ? page.length : page))).toEqual(numbers.map(() => 2));
    const uniIds = people.flatMap((page) => (Array.isArray(page) ? page : [])).map(({ uniId }) => uniId);
    const questions: Record<string, (count: number) => Promise<unknown>> = {
      people: (count) => readPeople(readings, actor, asked(count)),
      counts: (count) => countPeople(readings, actor, asked(count)),
      past: (count) =>
        readPeople(
          readings,
          actor,
          asked(count).map((each) => ({ ...each, filter: { asOf: Date.now() } })),
        ),
      ties: (count) => readAffiliations(readings, actor, uniIds.slice(0, count), null),
      runs: (count) => readRuns(readings, actor, asked(count)),
      sources: (count) => readSources(readings, actor, numbers.slice(0, count)),
      summaries: (count) => readSummaries(readings, actor, numbers.slice(0, count)),
      units: (count) =>
        readUnits(readings, actor, { municipality: '0751', freshness: ['FRESH', 'NEVER'] }, { after: undefined, limit: count }),
      municipalities: (count) =>
        readMunicipalSummaries(readings, { ...actor, mandates: [{ role: 'DASHBOARD' }] }, ['0751', '0101', '0147'].slice(0, count)),
    };
    for (const [name, ask] of Object.entries(questions)) {
      const few = await statementsOf(database, () => ask(2));
      const many = await statementsOf(database, () => ask(30));
      expect([name, many.length]).toEqual([name, few.length]);
      expect([name, many.length <= 10]).toEqual([name, true]);
    }
  });

  test('contacts, addresses and names are read together too, and more keys than a statement takes are no fault', async () => {
    const database = await open(engine, storage);
    await prepare(database, 'G10001');
    const contacts = (index: number) => ['mor', 'far'].map((who) => contact({ id: `${who} ${index}`, more: { address: { street: who } } }));
    const persons = Array.from({ length: 30 }, (_, index) => child({ id: `K${index}` }, { contacts: contacts(index) }));
    await submitTo(database, { daycare: 'G10001', source: 'S', sourceDateTime: 1, persons });
    const readings = readingsOf(database, vaultCipher(vaultKeys));
    const [page] = await readPeople(readings, responsible, [{ daycare: 'G10001', filter: { role: ['CHILD'] }, place }]);
    const ties = Array.isArray(page) ? page : [];
    const edges = (count: number) =>
      readRelations(
        readings,
        responsible,
        ties.slice(0, count).map((tie) => ({ tie, side: 'contacts' })),
      );
    expect((await edges(30)).flat()).toHaveLength(60);
    const [few, many] = [await statementsOf(database, () => edges(2)), await statementsOf(database, () => edges(30))];
    expect([many.length, many.length <= 12]).toEqual([few.length, true]);
    const keys = Array.from({ length: 70_000 }, (_, index) => `X${index}`);
    const [tie] = ties;
    expect(await readings.tiesByIds([...keys, tie?.id ?? ''])).toHaveProperty('size', 1);
    expect(await readings.tiesOf([...keys, tie?.uniId ?? ''], null)).toHaveLength(1);
    expect(await readings.relationsOf([...keys, tie?.id ?? ''])).toHaveLength(2);
    for (const ask of [readings.groupsOf, readings.sourcesOf, readings.summariesOf]) await ask([...keys, 'G10001']);
    for (const ask of [readings.numbersOf, readings.livingWithProtected, readings.runsByIds, readings.summariesOfMunicipalities])
      expect(await ask(keys.slice(0, 40_000))).toBeDefined();
    const roles = Array.from({ length: 40_000 }, () => 'CHILD' as const);
    expect(await countPeople(readings, responsible, [{ daycare: 'G10001', filter: { role: roles }, place }])).toEqual([30]);
    expect(
      await readings.countUnits(
        '0751',
        Array.from({ length: 5_000 }, () => 'FRESH' as const),
      ),
    ).toBe(1);
  });

  test('a person out of reach is looked for in as many statements as one who is not there', async () => {
    const database = await open(engine, storage);
    await prepare(database, 'G10001');
    await submitTo(database, { daycare: 'G10001', source: 'S', sourceDateTime: 1, persons: [employee({ id: 'A' })] });
    const readings = readingsOf(database, vaultCipher(vaultKeys));
    const [page] = await readPeople(readings, responsible, [{ daycare: 'G10001', filter: {}, place }]);
    const [tie] = Array.isArray(page) ? page : [];
    const stranger: Actor = { ...responsible, mandates: [{ role: 'DAYCARE_RESPONSIBLE', municipality: '0101' }] };
    const looked = (uniId: string) => statementsOf(database, () => readAffiliations(readings, stranger, [uniId], null));
    expect(await looked('NOBODYATALL')).toHaveLength((await looked(tie?.uniId ?? '')).length);
  });

  test('where the log cannot be written there is no answer', async () => {
    const database = await open(engine, storage);
    await prepare(database, 'G10001');
    await submitTo(database, { daycare: 'G10001', source: 'S', sourceDateTime: 1, persons: [employee({ id: 'A' })] });
    const readings = { ...readingsOf(database, vaultCipher(vaultKeys)), log: () => Promise.reject(new Error('The log is full.')) };
    await expect(readPeople(readings, responsible, [{ daycare: 'G10001', filter: {}, place }])).rejects.toThrow('The log is full.');
  });

  test('a page of the present and one of the past of the same daycare, asked together, are each their own', async () => {
    const database = await open(engine, storage);
    await prepare(database, 'G10001');
    await submitTo(database, { daycare: 'G10001', source: 'S', sourceDateTime: 1, persons: [employee({ id: 'A', first: 'Before' })] });
    const then = Date.now();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await submitTo(database, { daycare: 'G10001', source: 'S', sourceDateTime: 2, persons: [employee({ id: 'A', first: 'After' })] });
    const readings = readingsOf(database, vaultCipher(vaultKeys));
    const pages = await readPeople(readings, responsible, [
      { daycare: 'G10001', filter: { asOf: then }, place },
      { daycare: 'G10001', filter: {}, place },
      { daycare: 'G10001', filter: { asOf: Date.now() }, place },
    ]);
    expect(pages.map((page) => (Array.isArray(page) ? page.map(({ firstName }) => firstName) : page))).toEqual([
      ['Before'],
      ['After'],
      ['After'],
    ]);
  });
});
