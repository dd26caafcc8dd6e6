import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { documentsOfToday, importWith } from './imports-with.ts';
import { knownNumbers } from './known-numbers.ts';
import { documentsWith, sendOddly } from './odd-requests.ts';
import { type Manner, questionsOf, withLiterals } from './questions-of.ts';
import { searchFor } from './search-for.ts';
import { textActs } from './text-acts.ts';
import { agency, responsible, settle, staffOf, system } from './town.ts';
import { startWatched, type WatchedSystem } from './watched-system.ts';

const server = (process.env.TILSLUT_TEST_MYSQL ?? '').split(',').filter(Boolean)[0];
const kept = [{ engine: 'SQLite', at: undefined }, ...(server ? [{ engine: 'a real server', at: server }] : [])];

const submit = `mutation($input: ImportInput!, $dryRun: Boolean) { submitImport(input: $input, dryRun: $dryRun) {
  id state refusal { code } counts { begun } notices(first: 500) { nodes { code localPersonId field message remedy } } plan(first: 500) { nodes { localPersonId changes { field before after } } } } }`;
const submitDocument = submit
  .replace('$input: ImportInput!', '$document: String!')
  .replace('submitImport(input: $input', 'submitImportDocument(document: $document');

describe.each(kept)('a thousand known numbers go in and come out nowhere, kept on $engine', ({ at }) => {
  let watched: WatchedSystem;
  let town: Awaited<ReturnType<typeof settle>>;
  const numbers = knownNumbers();
  const asked = async (questions: readonly object[], claims: object) => {
    const waiting = [...questions];
    const one = async () => {
      for (let question = waiting.shift(); question; question = waiting.shift()) await watched.ask(claims, question);
    };
    await Promise.all(Array.from({ length: 6 }, one));
  };
  beforeAll(async () => {
    watched = await startWatched(at);
    town = await settle(watched);
  }, 120_000);
  afterAll(() => watched?.stop(), 60_000);

  test('in documents, where they belong and where they do not', async () => {
    const input = importWith(numbers, town.daycare);
    const told = await watched.ask(system, { query: submit, variables: { input } });
    expect(told.data?.submitImport).toMatchObject({ state: 'APPLIED' });
    expect(told.data.submitImport.counts.begun).toBeGreaterThan(100);
    const codes = new Set(told.data.submitImport.notices.nodes.map(({ code }: { code: string }) => code));
    for (const code of ['TEXT_IS_NATIONAL_NUMBER', 'LOCAL_ID_IS_NATIONAL_NUMBER', 'NATIONAL_NUMBER_MALFORMED'])
      expect(codes).toContain(code);
    for (const document of documentsOfToday(numbers, town.daycare))
      await watched.ask(system, { query: submitDocument, variables: { document } });
    const tried = await watched.ask(system, { query: submit, variables: { input: importWith(numbers, town.daycare), dryRun: true } });
    expect(tried.data?.submitImport?.state).toBe('PLANNED');
    const delta = { baseRun: told.data.submitImport.id, ended: [numbers.next(), `x${numbers.plain()}`] };
    await watched.ask(system, { query: submit, variables: { input: importWith(numbers, town.daycare, delta) } });
    await watched.ask(system, { query: submit, variables: { input: importWith(numbers, town.daycare, { source: numbers.next() }) } });
    const held = await watched.ask(system, { query: submit, variables: { input: { ...importWith(numbers, town.daycare), persons: [] } } });
    expect(held.data?.submitImport?.state).toBe('HELD');
    const number = {
      query: 'query($n: NationalNumber!) { personByNationalNumber(nationalNumber: $n) { uniId affiliations { nationalNumber } } }',
    };
    const first = input.persons[0].person.nationalNumber;
    const { data } = await watched.ask(system, { ...number, variables: { n: first } }, { isKept: false });
    expect(data.personByNationalNumber.affiliations).toContainEqual({ nationalNumber: first });
    for (let unknown = 0; unknown < 20; unknown++) await watched.ask(system, { ...number, variables: { n: numbers.next() } });
  }, 60_000);

  test('in every text of every act that succeeds without', async () => {
    for (const { claims, query, variables, texts } of await textActs(watched, town))
      for (const text of texts) {
        const told = await watched.ask(claims, { query, variables: { ...variables, [text]: `Det er ${numbers.next()}.` } });
        expect({ query, text, code: told.errors?.[0]?.extensions?.code }).toEqual({ query, text, code: 'INVALID_INPUT' });
      }
    for (const { claims, query, variables } of await textActs(watched, town))
      expect({
        query,
        ...(await watched.ask(claims, { query, variables }, { isKept: !query.includes('revealNationalNumber') })).errors?.[0],
      }).toEqual({ query });
  }, 60_000);

  test('in every input of every field, by everybody', async () => {
    for (const claims of [agency, responsible, system, staffOf(town.daycare)]) {
      for (const manner of ['fit', 'numbers', 'no texts'] satisfies Manner[])
        await asked(questionsOf(manner, numbers, town.daycare), claims);
      await asked(questionsOf('fit', numbers, town.daycare).map(withLiterals), claims);
      await asked(documentsWith(numbers), claims);
    }
  }, 120_000);

  test('in addresses, headers, tokens and bodies', async () => {
    await sendOddly(watched, numbers, [agency, system]);
    const citizen = () => ({
      name: numbers.next(),
      nationalNumber: numbers.next(),
      email: `${numbers.plain()}@example.dk`,
      acr: numbers.next(),
    });
    for (let nth = 0; nth < 10; nth++) {
      await watched.ask(citizen(), { query: 'mutation { activateIdentity { uniId } }' });
      await watched.ask(citizen(), {
        query: 'mutation($c: String, $u: String) { activateIdentity(code: $c, username: $u) { uniId } }',
        variables: { c: numbers.next(), u: `u${numbers.plain()}` },
      });
      await watched.ask({ ...citizen(), nationalNumber: numbers.malformed() }, { query: '{ myData { advice } viewer { name } }' });
    }
    for (const sub of [numbers.plain(), `urn:cpr:${numbers.next()}`])
      await watched.ask({ name: 'Somebody', sub }, { query: '{ viewer { id name } }' });
    for (const mandate of [
      { role: numbers.next() },
      { role: 'DAYCARE_EMPLOYEE', daycare: numbers.next() },
      { role: 'SUPPLIER_SYSTEM', system: numbers.plain() },
    ])
      await watched.ask({ name: 'Somebody', mandates: [mandate] }, { query: '{ viewer { name } }' });
  }, 60_000);

  test('all thousand were put, and none stands in a log, an answer, a span, a metric, a file or a row', async () => {
    expect(numbers.used()).toBe(1_000);
    await pause(1_500);
    const written = await watched.written();
    for (const place of ['logs', 'answers', 'spans', 'metrics'])
      expect(written.find((each) => each.place === place)?.told.length).toBeGreaterThan(1_000);
    expect(
      written.filter(({ place }) => /store.*(identities|agreements|institutions)|\.ibd$|^rows of/.test(place)).length,
    ).toBeGreaterThanOrEqual(3);
    const hits = written.flatMap(({ place, told }) => searchFor(numbers.digits, told).map((hit) => `${place}: ${hit}`));
    expect(hits).toEqual([]);
  }, 120_000);
});
