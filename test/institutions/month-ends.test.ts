import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { labelOf } from '../../subgraphs/institutions/domain/statistics/dimension-labels.ts';
import { monthEnds } from '../../subgraphs/institutions/domain/statistics/month-ends.ts';
import type { RegisterDimension } from '../../subgraphs/institutions/domain/statistics/register-dimension.ts';

const now = Date.parse('2026-11-20T10:00:00Z');
const told = (from: string | undefined, to: string | undefined, at = now) =>
  monthEnds(from, to, at).map((each) => `${each.key} ${new Date(each.at).toISOString()}`);
const refusedWith = (code: string, argument: string) =>
  expect.objectContaining({
    refusal: expect.objectContaining({ code, facts: expect.arrayContaining([{ name: 'argument', value: argument }]) }),
  });

describe('the ends of months', () => {
  test('are the last twelve, the running one as it is now', () => {
    const ends = told(undefined, undefined);
    expect(ends).toHaveLength(12);
    expect(ends.at(0)).toBe('2025-12 2025-12-31T22:59:59.999Z');
    expect(ends.at(-1)).toBe('2026-11 2026-11-20T10:00:00.000Z');
  });

  // biome-ignore format: a table
  test.each([
    ['2026-01-31', '2026-01-31T22:59:59.999Z'],
    ['2024-02-01', '2024-02-29T22:59:59.999Z'],
    ['2026-03-01', '2026-03-31T21:59:59.999Z'],
    ['2024-03-31', '2024-03-31T21:59:59.999Z'], // the day on which the clocks went forward
    ['2026-09-15', '2026-09-30T21:59:59.999Z'],
    ['2021-10-31', '2021-10-31T22:59:59.999Z'], // the day on which they went back
    ['2026-10-15', '2026-10-31T22:59:59.999Z'],
  ])('fall at midnight in Denmark: %s, %s', (day, end) => expect(told(day, day)).toEqual([`${day.slice(0, 7)} ${end}`]));

  test('are those of the month it is in Denmark', () => {
    expect(told('2026-10-01', undefined, Date.parse('2026-10-31T22:59:59.999Z')).at(-1)).toBe('2026-10 2026-10-31T22:59:59.999Z');
    expect(told('2026-10-01', undefined, Date.parse('2026-10-31T23:00:00Z')).at(-1)).toBe('2026-11 2026-10-31T23:00:00.000Z');
  });

  test('reach from the one day told to the other, or to now, or twelve months back', () => {
    const keys = (from: string | undefined, to: string | undefined) => monthEnds(from, to, now).map(({ key }) => key);
    expect(keys('2025-11-30', '2026-02-01')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    expect(keys('2026-09-30', undefined)).toEqual(['2026-09', '2026-10', '2026-11']);
    expect([keys(undefined, '2026-02-28').at(0), keys(undefined, '2026-02-28').at(-1)]).toEqual(['2025-03', '2026-02']);
    expect(keys('2026-11-30', '2026-11-30')).toEqual(['2026-11']);
    expect(keys('2016-12-01', undefined)).toHaveLength(120);
  });

  // biome-ignore format: a table
  test.each<[string, string | undefined, string | undefined, string, string]>([
    ['that run backwards',             '2026-03-01', '2026-02-28', 'INVALID_INPUT',  'from'],
    ['that run backwards in a month',  '2026-03-02', '2026-03-01', 'INVALID_INPUT',  'from'],
    ['that lie ahead',                 '2026-10-01', '2026-12-01', 'INVALID_INPUT',  'to'],
    ['that begin ahead',               '2026-12-01', undefined,    'INVALID_INPUT',  'from'],
    ['of more than 120 months',        '2016-11-30', undefined,    'LIMIT_EXCEEDED', 'from'],
    ['of two thousand years',          '0001-01-01', undefined,    'LIMIT_EXCEEDED', 'from'],
    ['of no day',                      '2026-13-01', undefined,    'INVALID_INPUT',  'from'],
    ['of no date',                     undefined,    'yesterday',  'INVALID_INPUT',  'to'],
  ])('%s are refused', (_, from, to, code, argument) => expect(() => monthEnds(from, to, now)).toThrow(refusedWith(code, argument)));

  test('are each the millisecond before the first of the next month, whenever it is asked', () => {
    const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', dateStyle: 'short', timeStyle: 'medium' });
    const instant = fc.integer({ min: Date.parse('1990-01-01'), max: Date.parse('2036-01-01') });
    fc.assert(
      fc.property(instant, (at) => {
        const ends = monthEnds(undefined, undefined, at);
        expect(ends.at(-1)).toEqual({ key: shown.format(at).slice(0, 7), at });
        for (const { key, at: end } of ends.slice(0, -1)) {
          expect(shown.format(end).slice(0, 7)).toBe(key);
          expect(shown.format(end + 1).slice(7)).toBe('-01 00:00:00');
        }
      }),
    );
  });
});

// biome-ignore format: a table
test.each<[RegisterDimension, string, string]>([
  ['MUNICIPALITY', '0101',                  'København'],
  ['MUNICIPALITY', '9999',                  '9999'],
  ['OWNERSHIP',    'SELF_OWNED',            'Self-owned'],
  ['TYPE',         'KINDERGARTEN_FROM_TWO', 'Kindergarten from two'],
  ['TYPE',         'NONE',                  'No type'],
  ['TYPE',         'constructor',           'constructor'],
  ['LEVEL',        'UNIT',                  'Unit'],
  ['STATUS',       'CLOSED',                'Closed'],
  ['MONTH',        '2026-11',               'November 2026'],
  ['MONTH',        '2026-13',               '2026-13'],
  ['FINDING',      'LEGAL_BASIS_UNKNOWN',   'Legal basis unknown'],
])('the label of %s %s is %s', (dimension, key, label) => expect(labelOf(dimension, key)).toBe(label));
