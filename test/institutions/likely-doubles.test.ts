import { describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import fc from 'fast-check';
import type { Daycare } from '../../subgraphs/institutions/domain/daycares/daycare.ts';
import { likelyDoubles } from '../../subgraphs/institutions/domain/doubles/likely-doubles.ts';
import { cluster, daycare, daycaresOf } from './support/daycares.ts';

const here = { street: 'Åvej', houseNumber: '7', postalCode: '8000' };
const at = (latitude: number, longitude: number) => ({ latitude, longitude });
const productionUnit = (number: string) => ({ productionUnitNumber: number });

/** The score of two daycares that differ as told, or none. */
function scoreOf(one: Partial<Daycare>, other: Partial<Daycare>): number | undefined {
  const [found, ...more] = likelyDoubles([daycare({ number: 'G10001', ...one }), daycare({ number: 'G10002', ...other })]);
  expect(more).toEqual([]);
  if (found) expect(found.numbers).toEqual(['G10001', 'G10002']);
  return found?.score;
}

describe('a double', () => {
  test('is told with everything that speaks for it', () => {
    const told = { ...here, ...productionUnit('9000000001') };
    expect(
      likelyDoubles([
        daycare({ number: 'G10002', name: 'Børnehuset Solsikken', ...told }),
        daycare({ number: 'G10001', name: 'SOLSIKKEN', ...told }),
      ]),
    ).toEqual([
      {
        numbers: ['G10001', 'G10002'],
        because: [
          'Names much alike: SOLSIKKEN, Børnehuset Solsikken.',
          'The same production unit number.',
          'The same address: Åvej 7, 8000.',
        ],
        score: 0.9,
      },
    ]);
    expect(scoreOf(told, told)).toBe(1);
  });

  // biome-ignore format: a table
  test.each<[string, Partial<Daycare>, Partial<Daycare>]>([
    ['the same name, in one municipality',      {},                                                           {}],
    ['the same name in other letters',          { name: 'Åhuset', ...here },                                  { name: 'AAHUSET', ...here, street: 'Aavej', houseNumber: ' 07 ' }],
    ['a name much alike at one address',        { name: 'Vuggestuen Solsikken', type: 'NURSERY', ...here },   { name: 'Børnehuset Solsikken', ...here }],
    ['a slip of the pen at one address',        { name: 'Tryllefløjten', ...here },                           { name: 'Tryllefløjtn', ...here }],
    ['a name much alike and one production unit', { name: 'Tryllefløjten', ...productionUnit('9') },          { name: 'Tryllefløjtens Børnehus', ...productionUnit('9') }],
    ['twins with different house numbers',      { name: 'Solsikken', ...here, ...at(56.15, 10.2) },           { name: 'Børnehuset Solsikken', ...here, houseNumber: '9', ...at(56.1502, 10.2002) }],
    ['the same place handed from the municipality to its owners', { ...here },                                { ...here, ownership: 'PRIVATE' }],
    ['the same name at one address, as nursery and kindergarten', { ...here, type: 'NURSERY' },               { ...here, type: 'KINDERGARTEN' }],
    ['across a municipal boundary',             { ...here },                                                  { ...here, municipality: '0746' }],
    ['one planned, one open',                   { ...here, status: 'PLANNED' },                               { ...here }],
    ['two locations of the same name',          { ...here, level: 'LOCATION', type: null },                   { ...here, level: 'LOCATION', type: null }],
  ])('is %s', (_, one, other) => expect(scoreOf(one, other)).toBeGreaterThanOrEqual(0.5));

  // biome-ignore format: a table
  test.each<[string, Partial<Daycare>, Partial<Daycare>]>([
    ['a production unit shared (R18)',          { name: 'Solsikken', ...productionUnit('9') },                { name: 'Bellis', ...productionUnit('9') }],
    ['an address shared',                       { name: 'Solsikken', ...here },                               { name: 'Bellis', ...here }],
    ['address and production unit shared, which go together', { name: 'Solsikken', ...here, ...productionUnit('9') }, { name: 'Bellis', ...here, ...productionUnit('9') }],
    ['a name much alike, far away',             { name: 'Vuggestuen Solsikken', ...at(56.15, 10.2) },         { name: 'Børnehuset Solsikken', ...at(56.16, 10.2) }],
    ['the same name in another municipality',   {},                                                           { municipality: '0101' }],
    ['the same name in the next municipality, some way off', at(56.15, 10.2),                                 { ...at(56.15051, 10.2), municipality: '0746' }],
    ['one that is closed',                      { ...here },                                                  { ...here, status: 'CLOSED' }],
    ['its cluster',                             { ...here },                                                  { level: 'INSTITUTION', type: null }],
    ['the sister house, by its number',         { name: 'Solsikken 1', ...here },                             { name: 'Solsikken 2', ...here, ...productionUnit('9') }],
    ['the other area of the childminders',      { name: 'Dagplejen Syd', type: 'CHILDMINDING', ...here },     { name: 'Dagplejen Vest', type: 'CHILDMINDING', ...here }],
    ['nursery and kindergarten under one roof', { name: 'Vuggestuen Solsikken', type: 'NURSERY', ...here },   { name: 'Børnehaven Solsikken', type: 'KINDERGARTEN', ...here }],
    ['a street without a house number',         { name: 'Vuggestuen Solsikken', ...here, houseNumber: null }, { name: 'Børnehuset Solsikken', ...here, houseNumber: null }],
    ['one without a name to speak of',          { name: '...', ...here },                                     { name: '!!!', ...here, ...productionUnit('9') }],
  ])('is not %s', (_, one, other) => expect(scoreOf(one, other)).toBeUndefined());

  test('is the less likely, the less speaks for it', () => {
    const sister = scoreOf({ name: 'Solsikken', ...here }, { name: 'Solsikken 2', ...here })!;
    const misspelt = scoreOf({ name: 'Solsikken', ...here }, { name: 'Solsiken', ...here })!;
    const same = scoreOf(here, here)!;
    expect([sister, misspelt, same]).toEqual([sister, misspelt, same].toSorted());
    expect(new Set([sister, misspelt, same]).size).toBe(3);
    expect(scoreOf({ ...here, type: 'NURSERY' }, { ...here, type: 'KINDERGARTEN' })).toBeLessThan(same);
    const [near, farther] = [10.2001, 10.2004].map((longitude) => scoreOf(at(56.15, 10.2), at(56.15, longitude))!);
    expect(near).toBeGreaterThan(farther!);
  });

  test('at an address that many share needs more', () => {
    const crowd = Array.from({ length: 23 }, (_, index) =>
      daycare({ number: `G2${1000 + index}`, name: `${'ABCDEFGHIJKLMNOPQRSTUVW'[index]}bakken`, ...here }),
    );
    const pair = (name: string) => [daycare({ number: 'G10001', ...here }), daycare({ number: 'G10002', name, ...here })];
    expect(likelyDoubles([...crowd, ...pair('Solsikken 2')])).toEqual([]);
    expect(likelyDoubles([...crowd.map((each): Daycare => ({ ...each, level: 'LOCATION' })), ...pair('Solsikken 2')])).toHaveLength(1);
    expect(likelyDoubles([...crowd, ...pair('Solsikkens Børnehus')])).toMatchObject([
      { because: [expect.anything(), 'The same address, which 25 share: Åvej 7, 8000.'] },
    ]);
  });

  test('is among clusters a name much alike in one municipality', () => {
    const clusterScore = (name: string, other: string, municipality = '0751') =>
      likelyDoubles([cluster({ number: 'G60001', name }), cluster({ number: 'G60002', name: other, municipality })])[0]?.score;
    expect(clusterScore('Ønskeøen', 'Ønskeøen')).toBe(0.65);
    expect(clusterScore('Ønskeøen', 'Børnehuset Ønskeøen')).toBe(0.55);
    expect(clusterScore('Tryllefløjten', 'Tryllefløjtens Børnehus')).toBeGreaterThan(0.5);
    expect(clusterScore('Ønskeøen', 'Ønskeøen', '0101')).toBeUndefined();
    expect(clusterScore('Aarhus Kommune, område 001', 'Aarhus Kommune, område 002')).toBeUndefined();
    expect(clusterScore('Adventskirkens Børnehave', 'Adventskirkens Vuggestue')).toBeUndefined();
  });
});

// Few values of each, so that they meet.
const anyDaycares = fc
  .array(
    fc.record({
      name: fc.constantFrom(
        'Solsikken',
        'Børnehuset Solsikken',
        'Solsikken 2',
        'Solsiken',
        'Vuggestuen Bellis',
        'Bellis',
        'Dagplejen',
        'Tryllefløjten',
        'Trylefløjten',
        '',
      ),
      level: fc.constantFrom('INSTITUTION', 'UNIT', 'LOCATION'),
      status: fc.constantFrom('ACTIVE', 'PLANNED', 'CLOSED'),
      type: fc.constantFrom(null, 'NURSERY', 'KINDERGARTEN', 'CHILDMINDING'),
      municipality: fc.constantFrom('0101', '0751'),
      street: fc.constantFrom(null, 'Åvej', 'Aavej'),
      houseNumber: fc.constantFrom('7', '9'),
      postalCode: fc.constantFrom('8000', '2100'),
      latitude: fc.constantFrom(null, 56, 56.0003, 56.0007),
      longitude: fc.constantFrom(null, 10, 10.0004, 10.0009),
      productionUnitNumber: fc.constantFrom(null, '9000000001', '9000000002'),
    }) as fc.Arbitrary<Partial<Daycare>>,
    { maxLength: 60 },
  )
  .map((all) => all.map((told, index) => daycare({ ...told, number: `G${10_000 + index}` })));

describe('whatever the register holds', () => {
  test('no daycare is its own double, none is told twice, and none is closed', () => {
    fc.assert(
      fc.property(anyDaycares, (all) => {
        const byNumber = new Map(all.map((each) => [each.number, each]));
        const found = likelyDoubles(all);
        for (const { numbers, score, because } of found) {
          const [one, other] = numbers.map((number) => byNumber.get(number)!);
          expect(numbers[0] < numbers[1]).toBe(true);
          expect(one!.level).toBe(other!.level);
          expect([one!.status, other!.status]).not.toContain('CLOSED');
          expect(score >= 0.5 && score <= 1 && because.length > 0).toBe(true);
          expect(score).toBe(Number(score.toFixed(3)));
        }
        expect(new Set(found.map(({ numbers }) => numbers.join())).size).toBe(found.length);
        expect(found).toEqual(found.toSorted((a, b) => b.score - a.score || (a.numbers.join() < b.numbers.join() ? -1 : 1)));
      }),
    );
  });

  test('the order in which the daycares come does not matter', () => {
    const shuffled = anyDaycares.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(fc.property(shuffled, ([all, other]) => expect(likelyDoubles(other)).toEqual(likelyDoubles(all))));
  });

  test('no pair is missed for not being looked at, where none share a trait with more than forty', () => {
    fc.assert(
      fc.property(
        anyDaycares.map((all) => all.slice(0, 40)),
        (all) => {
          // Two alone are always weighed; an address or production unit that more share only ever weakens a pair.
          const alone = all.flatMap((one, index) => all.slice(index + 1).flatMap((other) => likelyDoubles([one, other])));
          const found = new Map(likelyDoubles(all).map(({ numbers, score }) => [numbers.join(), score]));
          for (const { numbers, score, because } of alone)
            if (because.some((sentence) => /address|production/.test(sentence)))
              expect(found.get(numbers.join()) ?? 0).toBeLessThanOrEqual(score);
            else expect(found.get(numbers.join())).toBe(score);
        },
      ),
    );
  });

  test('two within some tens of metres meet wherever in the country they lie', () => {
    // Whole numbers of centimetres, degrees and ten-thousandths, since doubles at random are mostly next to nothing.
    const metres = fc.integer({ min: 0, max: 4500 }).map((centimetres) => centimetres / 100);
    const angle = fc.integer({ min: 0, max: 359 }).map((degrees) => (degrees * Math.PI) / 180);
    const place = fc.record({
      latitude: fc.integer({ min: 545_000, max: 578_000 }).map((part) => part / 10_000),
      longitude: fc.integer({ min: 80_000, max: 152_000 }).map((part) => part / 10_000),
    });
    fc.assert(
      fc.property(place, metres, angle, ({ latitude, longitude }, distance, direction) => {
        const north = (distance * Math.sin(direction)) / 111_320;
        const east = (distance * Math.cos(direction)) / (111_320 * Math.cos((latitude * Math.PI) / 180));
        expect(scoreOf(at(latitude, longitude), { ...at(latitude + north, longitude + east), municipality: '0101' })).toBeGreaterThan(0.5);
      }),
      { numRuns: 1000 },
    );
  });

  test('two thousand at one address and twenty thousand in all are weighed in seconds, and the capped still find their like', () => {
    const all = Array.from({ length: 20_000 }, (_, index) =>
      daycare({
        number: `G${10_000 + index}`,
        name: `Solsikken${(index * 7919) % 10_000}bakken`,
        ...productionUnit(index < 2000 ? '9' : String(index)),
        ...(index < 2000 ? { ...here, ...at(56, 10) } : { ...here, houseNumber: String(index), ...at(55 + index / 10_000, 9) }),
      }),
    );
    const [first, last] = [
      daycare({ number: 'G09999', name: 'Tryllefløjten', ...here }),
      daycare({ number: 'G30001', name: 'Tryllefløjtens Børnehus', ...here }),
    ];
    const started = performance.now();
    const found = likelyDoubles([first, ...all, last]);
    expect(performance.now() - started).toBeLessThan(15_000);
    expect(found.some(({ numbers }) => numbers.join() === 'G09999,G30001')).toBe(true);
  });
});

// The real register is no part of the project; where it is not beside it, this test says that it is left out.
const file = new URL('../../../shared/data/dagtilbudsregister.csv', import.meta.url).pathname;
const there = existsSync(file);
if (!there) console.log('The real register is not here: the test of its doubles is left out.');

(there ? test : test.skip)('the real register has some, and few', async () => {
  const all = await daycaresOf(file);
  const units = new Set(all.flatMap(({ level, number }) => (level === 'UNIT' ? number : [])));
  const started = performance.now();
  const found = likelyDoubles(all);
  expect(performance.now() - started).toBeLessThan(5000);
  const ofUnits = found.filter(({ numbers }) => units.has(numbers[0]));
  expect(ofUnits.slice(0, 6).map(({ score, because }) => ({ score, because }))).toEqual(
    ['Skovsneglen', 'Ved Skoven', 'Gemsevejens Børnehus', 'Skovens Børnehus', 'Samsø Børnehus', 'Nr. Herlev Børnehus'].map((name) => ({
      score: 0.8,
      because: [`The same name: ${name}.`, expect.stringContaining('The same address: ')],
    })),
  );
  expect(new Set(ofUnits.flatMap(({ numbers }) => numbers)).size / units.size).toBeLessThan(0.03);
  expect(found.length).toBeGreaterThan(ofUnits.length);
});
