import { describe, expect, test } from '@jest/globals';
import type { Actor } from '#shared/actor.ts';
import type { Access, AccessState } from '../../subgraphs/agreements/domain/accesses/access.ts';
import type { KnownDaycare, Ownership } from '../../subgraphs/agreements/domain/known-daycare.ts';
import { addresseeOf, cellsOf, decides } from '../../subgraphs/agreements/domain/requests/decision-policy.ts';
import type { AccessRequest, RequestState } from '../../subgraphs/agreements/domain/requests/request.ts';
import type { AgreementClass } from '../../subgraphs/agreements/domain/systems/service.ts';
import { permissionFor } from '../../subgraphs/agreements/graphql/permission-for.ts';
import { holder, holders, location, type Place, type Relation, type Role, relation, unit } from '../support/mandates.ts';
import { actorWith } from '../support/subgraphs.ts';
import { accessActs, columnOf, decisionTable, requestActs } from './tables-by-hand.ts';

const ownerships: readonly Ownership[] = ['MUNICIPAL', 'SELF_OWNED', 'PRIVATE', 'OUTSOURCED'];
const classes: readonly AgreementClass[] = ['CORE_IMPORT', 'OTHER'];
const grounds = ownerships.flatMap((ownership) => [false, true].map((isChildminding) => ({ ownership, isChildminding })));
type Ground = (typeof grounds)[number];

const actions = ['APPROVE', 'REJECT', 'WITHDRAW', 'REVOKE', 'END', 'CONFIRM', 'CLOSE'] as const;
const requestStates = Object.keys(requestActs).map((state) => ({
  of: 'request' as const,
  state: state as RequestState,
  acts: requestActs[state as RequestState],
}));
const accessStates = Object.keys(accessActs).map((state) => ({
  of: 'access' as const,
  state: state as AccessState,
  acts: accessActs[state as AccessState],
}));
const everyAct = [...requestStates, ...accessStates].flatMap(({ acts, ...subject }) =>
  actions.map((action) => ({
    ...subject,
    action,
    canBeDone: (acts as Readonly<Record<string, string | undefined>>)[action] !== undefined,
  })),
);
const everyCase = holders.flatMap((held) =>
  grounds.flatMap((ground) =>
    classes.flatMap((agreementClass) => everyAct.map((done) => ({ ...held, ...ground, agreementClass, ...done }))),
  ),
);
type Case = (typeof everyCase)[number];

describe('who may decide', () => {
  test('every role, relation, ownership, class and assurance is judged as the table written by hand says, by its rule', () => {
    const asked = holders.flatMap((held) =>
      grounds.flatMap((ground) => classes.map((agreementClass) => ({ ...held, ...ground, agreementClass }))),
    );
    expect(asked).toHaveLength(9 * 8 * 3 * 8 * 2);
    const otherwise = asked.filter(
      (each) => judged(decides(matter(each.relation.place, each, each.agreementClass), each.actor)) !== expectedJudgement(each),
    );
    expect(otherwise.slice(0, 20).map(inWords)).toEqual([]);
  });

  test(`what may be done is what the tables say, in all ${everyCase.length} combinations of role, relation, ownership, class, state, action and assurance`, () => {
    expect(everyCase).toHaveLength(9 * 8 * 3 * 8 * 2 * 12 * 7);
    const otherwise = everyCase.filter((each) => permissionFor(each.action, subjectOf(each), each.actor).allowed !== isAllowed(each));
    expect(otherwise.slice(0, 20).map(inWords)).toEqual([]);
    expect(everyCase.filter(isAllowed).length).toBeGreaterThan(1000);
  });

  test.each(decisionTable)(
    '%s %s (%s) is addressed to %s, and waits in the inboxes of those who may decide it',
    (governance, agreementClass, _rule, addressee, may) => {
      expect(addresseeOf(matter(unit, groundOf(governance), agreementClass))).toBe(addressee);
      for (const role of [columnOf.DAYCARE_RESPONSIBLE, columnOf.MUNICIPAL_EMPLOYEE, columnOf.DAYCARE_EMPLOYEE]) {
        const cells = cellsOf(role.standing).filter((cell) => cell.governance === governance && cell.agreementClass === agreementClass);
        expect(cells).toHaveLength(may[role.column] ? 1 : 0);
      }
    },
  );

  test('two mandates open what each opens, and no more', () => {
    const sure = holders.filter(
      ({ assurance, actor }) => assurance === 'SUBSTANTIAL' && !actor.mandates.some(({ role }) => role === 'AGENCY'),
    );
    const matters = grounds.flatMap((ground) => classes.map((agreementClass) => matter(location, ground, agreementClass)));
    const may = (actor: Actor) => matters.map((each) => typeof decides(each, actor) === 'string');
    const opened = sure.map(({ actor }) => may(actor));
    const otherwise = sure.flatMap((first, one) =>
      sure.filter((second, other) => {
        const both = may(actorWith([...first.actor.mandates, ...second.actor.mandates]));
        return both.some((allowed, index) => allowed !== (opened[one]?.[index] || opened[other]?.[index]));
      }),
    );
    expect(otherwise).toEqual([]);
  });
});

describe('what is never so', () => {
  const [very, unitOfLocation] = [relation('the very daycare'), relation('the unit of the location')];
  const [sister, foreign] = [relation('another unit of the cluster'), relation('the daycare, not its municipality')];
  const verdict = (role: Role, held: Relation, ground: Ground, agreementClass: AgreementClass) =>
    judged(decides(matter(held.place, ground, agreementClass), holder(role, held)));
  const plain = (ownership: Ownership) => ({ ownership, isChildminding: false });

  test("the municipality's daycare responsible approves no import of a self-owned daycare (A13)", () => {
    expect(verdict('DAYCARE_RESPONSIBLE', very, plain('SELF_OWNED'), 'CORE_IMPORT')).toBe('NOT_PERMITTED by D3');
    expect(verdict('DAYCARE_EMPLOYEE', very, plain('SELF_OWNED'), 'CORE_IMPORT')).toBe('daycare employee');
  });

  test('an employee of a municipal daycare approves no import for it (A14)', () => {
    expect(verdict('DAYCARE_EMPLOYEE', very, plain('MUNICIPAL'), 'CORE_IMPORT')).toBe('NOT_PERMITTED by D1');
    expect(verdict('DAYCARE_RESPONSIBLE', very, plain('MUNICIPAL'), 'CORE_IMPORT')).toBe('daycare responsible');
  });

  test.each(ownerships)('a municipality decides nothing for a %s daycare that another administers (A15)', (ownership) => {
    for (const role of ['DAYCARE_RESPONSIBLE', 'MUNICIPAL_EMPLOYEE'] as const)
      for (const agreementClass of classes)
        expect(verdict(role, foreign, plain(ownership), agreementClass)).toMatch(/^NOT_PERMITTED by D[1-8]$/);
  });

  test('neither the supplier, nor its system, nor the agency decides (A16)', () => {
    for (const role of ['SUPPLIER', 'SUPPLIER_SYSTEM', 'AGENCY'] as const)
      for (const ground of grounds)
        for (const agreementClass of classes) expect(verdict(role, very, ground, agreementClass)).toMatch(/^NOT_PERMITTED by D\d$/);
  });

  test('whoever is of the supplier that asks, or asked himself, decides nothing of it, whatever else he is; nor does the agency (A16)', () => {
    const asked = matter(very.place, plain('MUNICIPAL'), 'OTHER');
    const staff = holder('DAYCARE_EMPLOYEE', very);
    expect(judged(decides(asked, staff))).toBe('daycare employee');
    expect(judged(decides(asked, actorWith([...staff.mandates, { role: 'SUPPLIER', supplier: '1001' }])))).toBe('daycare employee');
    for (const actor of [actorWith([...staff.mandates, { role: 'SUPPLIER', supplier: '9999' }]), { ...staff, id: 'asker' }]) {
      expect(judged(decides({ ...asked, requestedBy: 'asker' }, actor))).toBe('NOT_PERMITTED by A16');
    }
    expect(judged(decides(asked, actorWith([...staff.mandates, { role: 'AGENCY' }])))).toBe('NOT_PERMITTED by D2');
  });

  test('an employee decides for no other daycare, not even in the same cluster, unless tied to it too (A17)', () => {
    const [own, other] = [matter({ ...unit, number: 'G10003' }, plain('PRIVATE'), 'OTHER'), matter(unit, plain('PRIVATE'), 'OTHER')];
    const employee = holder('DAYCARE_EMPLOYEE', sister);
    expect([judged(decides(own, employee)), judged(decides(other, employee))]).toEqual(['daycare employee', 'NOT_PERMITTED by D6']);
    const tiedToBoth = actorWith([...employee.mandates, { role: 'DAYCARE_EMPLOYEE', daycare: 'G10001' }]);
    expect([judged(decides(own, tiedToBoth)), judged(decides(other, tiedToBoth))]).toEqual(['daycare employee', 'daycare employee']);
    expect(verdict('DAYCARE_EMPLOYEE', unitOfLocation, plain('PRIVATE'), 'OTHER')).toBe('daycare employee');
  });

  test('a childminding area decides nothing itself: the responsible decides its import, the municipality all else (D9)', () => {
    const area = { ownership: 'MUNICIPAL', isChildminding: true } as const;
    expect(classes.map((agreementClass) => verdict('DAYCARE_EMPLOYEE', very, area, agreementClass))).toEqual([
      'NOT_PERMITTED by D9',
      'NOT_PERMITTED by D9',
    ]);
    expect(classes.map((agreementClass) => verdict('MUNICIPAL_EMPLOYEE', very, area, agreementClass))).toEqual([
      'NOT_PERMITTED by D9',
      'municipal employee',
    ]);
    expect(verdict('DAYCARE_RESPONSIBLE', very, area, 'CORE_IMPORT')).toBe('daycare responsible');
    expect(verdict('DAYCARE_EMPLOYEE', very, { ownership: 'PRIVATE', isChildminding: true }, 'CORE_IMPORT')).toBe('daycare employee');
  });

  test('one P-number on two units of different ownership lets nobody across (hard case 7, A19)', () => {
    const numbers = { companyNumber: '90000001', productionUnitNumber: '9000000001' };
    const municipal = matter({ ...unit, ...numbers }, plain('MUNICIPAL'), 'CORE_IMPORT');
    const selfOwned = matter({ ...unit, number: 'G10003', ...numbers }, plain('SELF_OWNED'), 'CORE_IMPORT');
    const responsible = holder('DAYCARE_RESPONSIBLE', very);
    const [municipalStaff, ownStaff] = [holder('DAYCARE_EMPLOYEE', very), holder('DAYCARE_EMPLOYEE', sister)];
    expect([responsible, municipalStaff, ownStaff].map((actor) => judged(decides(municipal, actor)))).toEqual([
      'daycare responsible',
      'NOT_PERMITTED by D1',
      'NOT_PERMITTED by D1',
    ]);
    expect([responsible, municipalStaff, ownStaff].map((actor) => judged(decides(selfOwned, actor)))).toEqual([
      'NOT_PERMITTED by D3',
      'NOT_PERMITTED by D3',
      'daycare employee',
    ]);
  });
});

const groundOf = (governance: (typeof decisionTable)[number][0]): Ground =>
  governance === 'MUNICIPAL_CHILDMINDING'
    ? { ownership: 'MUNICIPAL', isChildminding: true }
    : { ownership: governance, isChildminding: false };

/** The row of a daycare; childminding stands apart only where it is municipal. */
function rowOf({ ownership, isChildminding, agreementClass }: Ground & { agreementClass: AgreementClass }): (typeof decisionTable)[number] {
  const governance = ownership === 'MUNICIPAL' && isChildminding ? 'MUNICIPAL_CHILDMINDING' : ownership;
  return decisionTable.find((row) => row[0] === governance && row[1] === agreementClass)!;
}

type Asked = Pick<Case, 'role' | 'relation' | 'assurance' | 'agreementClass'> & Ground;

function mayByHand(asked: Asked): boolean {
  const judgedBy = columnOf[asked.role];
  return judgedBy !== undefined && rowOf(asked)[4][judgedBy.column] && asked.relation.reaches[judgedBy.over];
}

function expectedJudgement(asked: Asked): string {
  if (!mayByHand(asked)) return `NOT_PERMITTED by ${rowOf(asked)[2]}`;
  return asked.assurance === 'LOW' ? `ASSURANCE_TOO_LOW by ${rowOf(asked)[2]}` : columnOf[asked.role]!.standing;
}

/** Taking and handing back is the asking supplier's and its system's (3.6), closing the agency's (A21); all else is decided. What is not the supplier's needs a sure login. */
function isAllowed(each: Case): boolean {
  if (!each.canBeDone) return false;
  if (each.action === 'CLOSE') return each.role === 'AGENCY' && each.assurance !== 'LOW';
  if (each.action === 'WITHDRAW' || each.action === 'END')
    return (each.role === 'SUPPLIER' || each.role === 'SUPPLIER_SYSTEM') && each.relation.reaches.supplier;
  return mayByHand(each) && each.assurance !== 'LOW';
}

const judged = (verdict: ReturnType<typeof decides>) => (typeof verdict === 'string' ? verdict : `${verdict.code} by ${verdict.rule}`);
const inWords = (each: Asked & Partial<Case>) =>
  `${each.assurance} ${each.role} over ${each.relation.inWords}: ${each.action ?? 'decides'} ${each.state ?? ''} ${each.ownership} ${each.isChildminding} ${each.agreementClass}`;

function matter(place: Place, ground: Ground, agreementClass: AgreementClass) {
  const daycare: KnownDaycare = {
    ...place,
    ...ground,
    name: 'Solsikken',
    status: 'ACTIVE',
    municipality: '0751',
    municipalityName: 'Aarhus',
    acceptsUsers: true,
  };
  return { daycare, agreementClass, supplier: '9999' };
}

/** A request or an access, of supplier 1001's system S1001. */
function subjectOf({ relation, agreementClass, of, state, ...ground }: Case): AccessRequest | Access {
  const { daycare } = matter(relation.place, ground, agreementClass);
  const asked = { ...what, agreementClass, daycareNumber: daycare.number, daycare };
  return of === 'access' ? { ...asked, ...held, state } : { ...asked, ...sent, state };
}

const what = {
  id: 'id',
  system: 'S1001',
  supplier: '1001',
  service: 'ws10-import',
  direction: 'SEND',
  categories: [],
  purposeKind: 'PLACEMENT',
  purpose: 'To do its work',
} as const;
const sent = {
  processingAgreement: 'DPA 1',
  comment: null,
  decision: null,
  requestedAt: 0,
  requestedBy: 'someone',
  expiresAt: 0,
  reminders: 0,
} as const;
const held = {
  requestId: 'request',
  requestedBy: 'someone',
  suspensionReason: null,
  suspendedAt: null,
  activeSince: null,
  confirmBy: null,
  askedToConfirm: null,
  unusedSince: 0,
  lastUsedAt: null,
  endsOn: null,
  notice: null,
  replaces: null,
} as const;
