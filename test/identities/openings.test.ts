import { describe, expect, test } from '@jest/globals';
import { type Fetching, openingOf, openingsTold } from '../../subgraphs/identities/domain/following/opening.ts';
import { coversTie, opensPersons } from '../../subgraphs/identities/domain/reading/covers-tie.ts';
import { packages } from './support/neighbourhood.ts';

const fetching = (id: string, state: Fetching['state'], acceptsUsers = true, more: Partial<Fetching> = {}): Fetching => ({
  id,
  daycare: 'G10001',
  system: 'S2',
  state,
  acceptsUsers,
  ...more,
});
const open = (id: string) => fetching(id, 'ACTIVE');
const paused = (id: string) => fetching(id, 'SUSPENDED');

describe("what a reader's feed says of its own reading", () => {
  // biome-ignore format: a table
  test.each([
    ['SUSPENDED', true, 'PAUSED'], ['ACTIVE', true, 'OPEN'], ['ACTIVE', false, 'PAUSED'], ['SUSPENDED', false, 'PAUSED'],
    ['REVOKED', true, 'SHUT'], ['ENDED', true, 'SHUT'], ['LAPSED', true, 'SHUT'], ['CLOSED_BY_AGENCY', true, 'SHUT'],
  ] as const)('an access %s, at a daycare that takes users: %s, is %s', (state, acceptsUsers, opening) => {
    expect(openingOf({ state, acceptsUsers })).toBe(opening);
  });

  // biome-ignore format: a table
  test.each<readonly [string, readonly Fetching[], readonly Fetching[], readonly string[]]>([
    ['an access begins',                          [],                       [open('a')],              ['ACCESS_BEGAN']],
    ['one begins paused, as for a passive system', [],                      [paused('a')],            []],
    ['it goes on',                                [open('a')],              [open('a')],              []],
    ['it is paused',                              [open('a')],              [paused('a')],            ['ACCESS_PAUSED']],
    ['its daycare takes no users',                [open('a')],              [fetching('a', 'ACTIVE', false)], ['ACCESS_PAUSED']],
    ['it is resumed',                             [paused('a')],            [open('a')],              ['ACCESS_BEGAN']],
    ['it ends',                                   [open('a')],              [],                       ['ACCESS_ENDED']],
    ['it ends while paused',                      [paused('a')],            [],                       ['ACCESS_ENDED']],
    ['another opens more',                        [open('a')],              [open('a'), open('b')],   ['ACCESS_BEGAN']],
    ['one of two ends',                           [open('a'), open('b')],   [open('b')],              ['ACCESS_ENDED', 'ACCESS_BEGAN']],
    ['one of two is paused',                      [open('a'), open('b')],   [open('a'), paused('b')], ['ACCESS_ENDED', 'ACCESS_BEGAN']],
    ['another takes its place',                   [open('a')],              [open('b')],              ['ACCESS_ENDED', 'ACCESS_BEGAN']],
    ['one of two ends, the other pauses',         [open('a'), open('b')],   [paused('b')],            ['ACCESS_ENDED']],
    ['one of two ends while both are paused',     [paused('a'), paused('b')], [paused('b')],          []],
  ])('%s: %#', (_, before, after, changes) => {
    expect(openingsTold(before, after)).toEqual(changes.length > 0 ? [{ daycare: 'G10001', system: 'S2', changes }] : []);
  });

  test('systems and daycares are told apart, in one order', () => {
    const elsewhere = [fetching('b', 'ACTIVE', true, { daycare: 'G10002' }), fetching('c', 'ACTIVE', true, { system: 'S3' })];
    expect(openingsTold([open('a')], elsewhere)).toEqual([
      { daycare: 'G10001', system: 'S2', changes: ['ACCESS_ENDED'] },
      { daycare: 'G10001', system: 'S3', changes: ['ACCESS_BEGAN'] },
      { daycare: 'G10002', system: 'S2', changes: ['ACCESS_BEGAN'] },
    ]);
  });

  test('an access opens what stood after it began, and only one to fetch persons opens any', () => {
    expect(
      Object.keys(packages).filter((service) => opensPersons({ direction: service === 'ws10-import' ? 'SEND' : 'FETCH', service })),
    ).toEqual(['ws17-small', 'ws17-medium', 'ws17-full', 'ws17-full-authority', 'scim-users']);
    const access = {
      id: 'A',
      requestId: 'R',
      daycare: 'G10001',
      system: 'S2',
      service: 'ws17-small',
      direction: 'FETCH',
      categories: [],
      purposeKind: 'OTHER',
      purpose: '',
      state: 'ACTIVE',
      activeSince: 100,
    } as const;
    expect([null, 101, 100, 50].map((to) => coversTie(access, { to }))).toEqual([true, true, false, false]);
    expect(coversTie({ ...access, service: 'identification' }, { to: null })).toBe(false);
    expect(coversTie({ ...access, direction: 'SEND' }, { to: null })).toBe(false);
  });
});
