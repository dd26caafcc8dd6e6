import { holdsNationalNumber } from '#shared/national-number.ts';
import { describe, expect, test } from '@jest/globals';
import type { Actor, Mandate } from '#shared/actor.ts';
import { piecesOf } from '../../../subgraphs/identities/database/importing/sealed-texts.ts';
import { brakeOn, seasonOn } from '../../../subgraphs/identities/domain/deciding/brake.ts';
import { type ImportAct, leadsTo, nextImportState } from '../../../subgraphs/identities/domain/deciding/import-lifecycle.ts';
import { type ImportAction, knowsOf, verdictOn } from '../../../subgraphs/identities/domain/importing/import-policy.ts';
import type { ImportState } from '../../../subgraphs/identities/domain/importing/import-run.ts';
import type { KnownDaycare, Ownership } from '../../../subgraphs/identities/domain/known-daycare.ts';
import { actorWith } from '../../support/subgraphs.ts';

const daycareOf = (ownership: Ownership): KnownDaycare => ({
  number: 'G10001',
  level: 'UNIT',
  name: 'Unit',
  status: 'ACTIVE',
  municipality: '0751',
  ownership,
  type: null,
  acceptsUsers: true,
  institution: 'G10000',
  unit: null,
});

const who: Record<string, readonly Mandate[]> = {
  responsible: [{ role: 'DAYCARE_RESPONSIBLE', municipality: '0751' }],
  municipal: [{ role: 'MUNICIPAL_EMPLOYEE', municipality: '0751' }],
  employee: [{ role: 'DAYCARE_EMPLOYEE', daycare: 'G10001' }],
  sender: [{ role: 'SUPPLIER_SYSTEM', system: 'S1' }],
  otherSystem: [{ role: 'SUPPLIER_SYSTEM', system: 'S2' }],
  supplier: [{ role: 'SUPPLIER', supplier: '1001' }],
  agency: [{ role: 'AGENCY' }],
  dashboard: [{ role: 'DASHBOARD', municipality: '0751' }],
  municipalSystem: [{ role: 'MUNICIPAL_SYSTEM', municipality: '0751', system: 'S1' }],
  citizen: [{ role: 'CITIZEN' }],
  elsewhere: [
    { role: 'DAYCARE_RESPONSIBLE', municipality: '0101' },
    { role: 'DAYCARE_EMPLOYEE', daycare: 'G10002' },
  ],
};

// ownership, action, rule, and who may: by design's table of acts and domain.md 3.5. Whoever is not named never may.
// biome-ignore format: a table
const byHand: readonly (readonly [Ownership, ImportAction, string, ...string[]])[] = [
  ['MUNICIPAL',  'RELEASE', 'D1',  'responsible'],
  ['MUNICIPAL',  'DISCARD', 'P6',  'responsible', 'sender'],
  ['MUNICIPAL',  'APPLY',   'I13', 'sender'],
  ['MUNICIPAL',  'UNDO',    'D1',  'responsible'],
  ['SELF_OWNED', 'RELEASE', 'D3',  'responsible', 'employee'],
  ['SELF_OWNED', 'DISCARD', 'P6',  'responsible', 'employee', 'sender'],
  ['SELF_OWNED', 'APPLY',   'I13', 'sender'],
  ['SELF_OWNED', 'UNDO',    'D3',  'responsible', 'employee'],
  ['PRIVATE',    'RELEASE', 'D5',  'employee'],
  ['PRIVATE',    'DISCARD', 'P6',  'employee', 'sender'],
  ['PRIVATE',    'APPLY',   'I13', 'sender'],
  ['PRIVATE',    'UNDO',    'D5',  'employee'],
  ['OUTSOURCED', 'RELEASE', 'D7',  'responsible', 'employee'],
  ['OUTSOURCED', 'DISCARD', 'P6',  'responsible', 'employee', 'sender'],
  ['OUTSOURCED', 'APPLY',   'I13', 'sender'],
  ['OUTSOURCED', 'UNDO',    'D7',  'responsible', 'employee'],
];

describe('who may do what with an import', () => {
  test.each(byHand)('%s daycare, %s (%s): %s %s %s', (ownership, action, rule, ...may) => {
    for (const [name, mandates] of Object.entries(who)) {
      const told = verdictOn(action, actorWith(mandates), daycareOf(ownership), { system: 'S1' });
      expect([name, typeof told.verdict === 'string', told.rule]).toEqual([name, may.includes(name), rule]);
      if (typeof told.verdict === 'string')
        expect(verdictOn(action, actorWith(mandates, { assurance: 'LOW' }), daycareOf(ownership), { system: 'S1' }).verdict).toMatchObject({
          code: 'ASSURANCE_TOO_LOW',
        });
      else expect(told.verdict).toMatchObject({ code: 'NOT_PERMITTED', rule });
    }
  });

  // biome-ignore format: a table
  test.each([
    ['MUNICIPAL',  'responsible municipal employee sender'],
    ['SELF_OWNED', 'responsible municipal employee sender'],
    ['PRIVATE',    'employee sender'],
    ['OUTSOURCED', 'responsible municipal employee sender'],
  ] as const)('an import to a %s daycare is known to %s', (ownership, know) => {
    const knowing = (actor: Actor) => knowsOf(actor, daycareOf(ownership), { system: 'S1' });
    expect(Object.keys(who).filter((name) => knowing(actorWith(who[name] ?? []))).join(' ')).toBe(know);
  });

  test('a mandate over a unit covers its locations', () => {
    const location = { ...daycareOf('PRIVATE'), number: 'G10009', unit: 'G10001' };
    expect(verdictOn('RELEASE', actorWith(who.employee ?? []), location, { system: 'S1' }).verdict).toBe('daycare employee');
  });
});

// state, and where RELEASE DISCARD APPLY UNDO SUPERSEDE LAPSE HOLD lead from it
// biome-ignore format: a table
const moves: readonly (readonly [ImportState, ...(ImportState | '-')[]])[] = [
  ['PLANNED',    '-',       '-',         'APPLIED', '-',      '-',          '-',         'HELD'],
  ['APPLIED',    '-',       '-',         '-',       'UNDONE', '-',          '-',         '-'],
  ['HELD',       'APPLIED', 'DISCARDED', '-',       '-',      'SUPERSEDED', 'DISCARDED', '-'],
  ['REFUSED',    '-',       '-',         '-',       '-',      '-',          '-',         '-'],
  ['DISCARDED',  '-',       '-',         '-',       '-',      '-',          '-',         '-'],
  ['SUPERSEDED', '-',       '-',         '-',       '-',      '-',          '-',         '-'],
  ['UNDONE',     '-',       '-',         '-',       '-',      '-',          '-',         '-'],
];
const acts: readonly ImportAct[] = ['RELEASE', 'DISCARD', 'APPLY', 'UNDO', 'SUPERSEDE', 'LAPSE', 'HOLD'];

test.each(moves)('from %s the acts lead to %s %s %s %s %s %s %s', (state, ...to) => {
  expect(acts.map((act) => nextImportState(state, act) ?? '-')).toEqual(to);
  expect(moves).toHaveLength(Object.keys(leadsTo).length);
});

// what ends, of how many, on which day, and whether it waits (Q8)
// biome-ignore format: a table
test.each([
  [5,   10, '2026-03-01', false], [6,   10, '2026-03-01', true], [6,   20, '2026-03-01', false], [7,   20, '2026-03-01', true],
  [30, 100, '2026-03-01', false], [31, 100, '2026-03-01', true], [31, 100, '2026-07-14', true],  [31, 100, '2026-07-15', false],
  [50, 100, '2026-08-01', false], [51, 100, '2026-08-01', true], [31, 100, '2026-09-15', false], [31, 100, '2026-09-16', true],
  [6,   11, '2026-08-01', true],  [5,    5, '2026-08-01', false], [6,   6, '2026-12-31', true],  [0,    0, '2026-01-01', false],
] as const)('%i of %i ties ending on %s wait: %s', (ending, held, day, waits) => {
  expect(brakeOn({ ending, held }, day)).toEqual(waits ? { rule: 'P6', ending, held } : null);
  expect(seasonOn(day).ties).toBe(5);
});

test.each([
  ['it is 010190-1234', true],
  ['0101901234', true],
  ['610190 1234.', true],
  ['12 børn, 3 voksne den 01-01-2026', false],
  ['call 20304050', false],
  ['nr. ٠١٠١٩٠١٢٣٤', true],
  ['99 99 99 99 99 99', false],
  ['x0101901234x', true],
  ['61 01 90 12 34 and more', true],
  ['01.01.90-1234', true],
  ['from 01.01.2026 - 30.06.2026', false],
  ['from 2026-01-12 - 2026-02-12', false],
  ['number 5798009123456', false],
  ['01905e4c-0101-9012-3401-019012340101', false],
  ['', false],
])('%j holds a national number: %s', (text, holds) => {
  expect(holdsNationalNumber(text)).toBe(holds);
});

test('a sealed text is cut into parts that put together are the text, and no character is cut in two', () => {
  const text = 'a😀b😀😀cæøå😀';
  for (let size = 1; size <= text.length + 1; size++) {
    const pieces = piecesOf(text, size);
    expect(pieces.join('')).toBe(text);
    expect(pieces.every((piece) => piece.isWellFormed())).toBe(true);
  }
  expect(piecesOf('')).toEqual([]);
});
