import { describe, expect, test } from '@jest/globals';
import type { Ownership } from '../../subgraphs/institutions/domain/daycares/daycare.ts';
import {
  type RegisterAction,
  refusalOf,
  standingFor,
  type Subject,
  verdictOn,
} from '../../subgraphs/institutions/domain/upkeep/register-policy.ts';
import { cluster, holder, holders, type Relation, type Role, relation, unit } from '../support/mandates.ts';
import { actorWith } from '../support/subgraphs.ts';

// domain.md 2.5 and design.md, section 6, written by hand: whose is it to do, by which rule? The municipality's own system does the normal
// upkeep (R5), the agency acts where somebody asks it to (R6, R7), and creates a private daycare on its owner's order (R12).
// biome-ignore format: a table
const registerTable = [
  ['MUNICIPAL',  'REGISTER', 'R1',  { responsible: true,  municipal: true,  system: true,  daycare: false, agency: true }],
  ['MUNICIPAL',  'CHANGE',   'R1',  { responsible: true,  municipal: true,  system: true,  daycare: false, agency: true }],
  ['MUNICIPAL',  'MOVE',     'R1',  { responsible: true,  municipal: true,  system: true,  daycare: false, agency: true }],
  ['MUNICIPAL',  'CLOSE',    'R1',  { responsible: true,  municipal: true,  system: true,  daycare: false, agency: true }],
  ['MUNICIPAL',  'TRANSFER', 'R1',  { responsible: true,  municipal: true,  system: true,  daycare: false, agency: true }],
  ['SELF_OWNED', 'REGISTER', 'R1',  { responsible: true,  municipal: true,  system: true,  daycare: false, agency: true }],
  ['SELF_OWNED', 'CHANGE',   'R1',  { responsible: true,  municipal: true,  system: true,  daycare: false, agency: true }],
  ['SELF_OWNED', 'MOVE',     'R1',  { responsible: true,  municipal: true,  system: true,  daycare: false, agency: true }],
  ['SELF_OWNED', 'CLOSE',    'R1',  { responsible: true,  municipal: true,  system: true,  daycare: false, agency: true }],
  ['SELF_OWNED', 'TRANSFER', 'R1',  { responsible: true,  municipal: true,  system: true,  daycare: false, agency: true }],
  ['OUTSOURCED', 'REGISTER', 'R1',  { responsible: true,  municipal: true,  system: true,  daycare: false, agency: true }],
  ['OUTSOURCED', 'CHANGE',   'R1',  { responsible: true,  municipal: true,  system: true,  daycare: false, agency: true }],
  ['OUTSOURCED', 'MOVE',     'R1',  { responsible: true,  municipal: true,  system: true,  daycare: false, agency: true }],
  ['OUTSOURCED', 'CLOSE',    'R1',  { responsible: true,  municipal: true,  system: true,  daycare: false, agency: true }],
  ['OUTSOURCED', 'TRANSFER', 'R1',  { responsible: true,  municipal: true,  system: true,  daycare: false, agency: true }],
  ['PRIVATE',    'REGISTER', 'R12', { responsible: false, municipal: false, system: false, daycare: false, agency: true }],
  ['PRIVATE',    'CHANGE',   'R2',  { responsible: false, municipal: false, system: false, daycare: true,  agency: true }],
  ['PRIVATE',    'MOVE',     'R2',  { responsible: false, municipal: false, system: false, daycare: true,  agency: true }],
  ['PRIVATE',    'CLOSE',    'R2',  { responsible: false, municipal: false, system: false, daycare: true,  agency: true }],
  ['PRIVATE',    'TRANSFER', 'R2',  { responsible: false, municipal: false, system: false, daycare: true,  agency: true }],
] as const;

// Which column a role is judged by, and over what it must be; the other four keep nothing in the register.
const columnOf = {
  DAYCARE_RESPONSIBLE: { column: 'responsible', over: 'municipality', standing: 'daycare responsible' },
  MUNICIPAL_EMPLOYEE: { column: 'municipal', over: 'municipality', standing: 'municipal employee' },
  MUNICIPAL_SYSTEM: { column: 'system', over: 'municipality', standing: 'municipal system' },
  DAYCARE_EMPLOYEE: { column: 'daycare', over: 'daycare', standing: 'daycare employee' },
  AGENCY: { column: 'agency', over: undefined, standing: 'agency' },
  SUPPLIER: undefined,
  SUPPLIER_SYSTEM: undefined,
  DASHBOARD: undefined,
  CITIZEN: undefined,
} as const satisfies Record<Role, object | undefined>;

const very = relation('the very daycare');
const everyCase = holders.flatMap((held) =>
  registerTable.map(([ownership, action, rule, may]) => ({ ...held, ownership, action, rule, may })),
);
type Case = (typeof everyCase)[number];

describe('who keeps the register', () => {
  test(`every role, relation, ownership, act and assurance is judged as the table written by hand says, in all ${everyCase.length} combinations`, () => {
    expect(everyCase).toHaveLength(9 * 8 * 3 * 20);
    const otherwise = everyCase.filter(
      (each) => judged(each.action, subjectOf(each.relation, each.ownership), each.actor) !== expected(each),
    );
    expect(
      otherwise
        .slice(0, 20)
        .map((each) => `${each.assurance} ${each.role} over ${each.relation.inWords}: ${each.action} ${each.ownership}`),
    ).toEqual([]);
    expect(everyCase.filter((each) => !expected(each).includes(' by ')).length).toBeGreaterThan(500);
  });

  test('what is refused says the rule and who could do it', () => {
    const stranger = holder('CITIZEN', very);
    for (const [ownership, action, rule, may] of registerTable) {
      const standings = Object.values(columnOf).flatMap((each) => (each && may[each.column] ? [each.standing] : []));
      const { grantableBy, rule: told } = refusalOf(action, subjectOf(very, ownership), stranger)!;
      expect([told, [...grantableBy!].sort()]).toEqual([rule, standings.sort()]);
      expect(verdictOn(action, subjectOf(very, ownership), stranger)).toMatchObject({ as: undefined, rule });
    }
  });
});

describe('what is never so', () => {
  const at = (role: Role, inWords: string) => holder(role, relation(inWords));
  const actions = ['REGISTER', 'CHANGE', 'MOVE', 'CLOSE', 'TRANSFER'] as const;

  test.each(['MUNICIPAL', 'SELF_OWNED', 'OUTSOURCED', 'PRIVATE'] as const)(
    'nobody of another municipality keeps a %s daycare (R1)',
    (ownership) => {
      for (const role of ['DAYCARE_RESPONSIBLE', 'MUNICIPAL_EMPLOYEE', 'MUNICIPAL_SYSTEM'] as const)
        for (const action of actions)
          expect(judged(action, subjectOf(very, ownership), at(role, 'the daycare, not its municipality'))).toMatch(/^NOT_PERMITTED by R/);
    },
  );

  test("a self-owned daycare's own employee does not keep it: the municipality does (R1)", () => {
    const selfOwned = subjectOf(very, 'SELF_OWNED');
    for (const action of actions) expect(judged(action, selfOwned, at('DAYCARE_EMPLOYEE', 'the very daycare'))).toBe('NOT_PERMITTED by R1');
    expect(judged('CLOSE', selfOwned, at('MUNICIPAL_EMPLOYEE', 'the very daycare'))).toBe('municipal employee');
  });

  test("a municipality keeps no private daycare, not even one on its own ground; the owner's people do (R2)", () => {
    const itsOwn = subjectOf(very, 'PRIVATE');
    expect(judged('CHANGE', itsOwn, at('DAYCARE_RESPONSIBLE', 'the very daycare'))).toBe('NOT_PERMITTED by R2');
    expect(judged('CHANGE', itsOwn, at('DAYCARE_EMPLOYEE', 'the very daycare'))).toBe('daycare employee');
    expect(judged('CHANGE', itsOwn, at('DAYCARE_EMPLOYEE', 'another unit of the cluster'))).toBe('NOT_PERMITTED by R2');
  });

  test('a private daycare is created by the agency and nobody else (R12)', () => {
    const toBe: Subject = { municipality: '0751', ownership: 'PRIVATE' };
    expect(holders.filter(({ actor }) => refusalOf('REGISTER', toBe, actor) === undefined).every(({ role }) => role === 'AGENCY')).toBe(
      true,
    );
    expect(judged('REGISTER', toBe, at('AGENCY', 'the very daycare'))).toBe('agency');
  });

  test('a mandate over a private cluster keeps the cluster, and none of its units', () => {
    const overCluster = at('DAYCARE_EMPLOYEE', 'the cluster above');
    expect(judged('CHANGE', { ...cluster, municipality: '0751', ownership: 'PRIVATE' }, overCluster)).toBe('daycare employee');
    expect(judged('CHANGE', { ...unit, municipality: '0751', ownership: 'PRIVATE' }, overCluster)).toBe('NOT_PERMITTED by R2');
  });

  test('the agency needs a login of level substantial like everyone else', () => {
    for (const [ownership, action, rule] of registerTable)
      expect(judged(action, subjectOf(very, ownership), actorWith([{ role: 'AGENCY' }], { assurance: 'LOW' }))).toBe(
        `ASSURANCE_TOO_LOW by ${rule}`,
      );
  });
});

/** What the policy says, by both its doors. */
function judged(action: RegisterAction, subject: Subject, actor: Case['actor']): string {
  const refused = refusalOf(action, subject, actor);
  if (!refused) return standingFor(action, subject, actor);
  expect(() => standingFor(action, subject, actor)).toThrow(refused.because);
  return `${refused.code} by ${refused.rule}`;
}

function expected({ role, relation, assurance, rule, may }: Case): string {
  const judgedBy = columnOf[role];
  const reaches = judgedBy && (judgedBy.over === undefined || relation.reaches[judgedBy.over]);
  if (!judgedBy || !reaches || !may[judgedBy.column]) return `NOT_PERMITTED by ${rule}`;
  return assurance === 'LOW' ? `ASSURANCE_TOO_LOW by ${rule}` : judgedBy.standing;
}

function subjectOf({ place }: Relation, ownership: Ownership): Subject {
  return { number: place.number, unit: place.unit, municipality: '0751', ownership };
}
