import { describe, expect, test } from '@jest/globals';
import type { Mandate } from '#shared/actor.ts';
import type { Ownership } from '../../subgraphs/identities/domain/known-daycare.ts';
import { type IdentityAct, nextIdentityState } from '../../subgraphs/identities/domain/people/identity-lifecycle.ts';
import { actsAs, isPossible, type PersonAction, verdictOn } from '../../subgraphs/identities/domain/people/person-policy.ts';
import type { IdentityState } from '../../subgraphs/identities/domain/people/person.ts';
import { holders } from '../support/mandates.ts';
import { actorWith } from '../support/subgraphs.ts';

// design 6, "Who may do what beside deciding requests". At the daycare's own unit or municipality; of another one: never.
// biome-ignore format: a table
const byHand: readonly (readonly [Ownership, PersonAction, boolean, boolean, boolean, boolean])[] = [
  // ownership    action        responsible  municipal  employee  agency
  ['MUNICIPAL',  'REVEAL',     true,        false,     false,    false], // the daycare responsible where municipal
  ['MUNICIPAL',  'REIDENTIFY', true,        false,     false,    false],
  ['MUNICIPAL',  'ACTIVATE',   true,        false,     false,    false], // who may read the persons there
  ['MUNICIPAL',  'BLOCK',      true,        false,     false,    true],
  ['SELF_OWNED', 'REVEAL',     false,       false,     true,     false], // the daycare's employee elsewhere
  ['SELF_OWNED', 'REIDENTIFY', false,       false,     true,     false],
  ['SELF_OWNED', 'ACTIVATE',   true,        false,     true,     false], // Q7: both read
  ['SELF_OWNED', 'BLOCK',      false,       false,     true,     true],
  ['PRIVATE',    'REVEAL',     false,       false,     true,     false],
  ['PRIVATE',    'REIDENTIFY', false,       false,     true,     false],
  ['PRIVATE',    'ACTIVATE',   false,       false,     true,     false],
  ['PRIVATE',    'BLOCK',      false,       false,     true,     true],
  ['OUTSOURCED', 'REVEAL',     false,       false,     true,     false],
  ['OUTSOURCED', 'REIDENTIFY', false,       false,     true,     false],
  ['OUTSOURCED', 'ACTIVATE',   true,        false,     true,     false],
  ['OUTSOURCED', 'BLOCK',      false,       false,     true,     true],
];

const rules: Record<PersonAction, string> = { REVEAL: 'N16', REIDENTIFY: 'I20', ACTIVATE: 'P13', BLOCK: 'N15' };

describe('who may do what to a person', () => {
  test.each(byHand)(
    '%s, %s: responsible %s, municipal employee %s, daycare employee %s, agency %s',
    (ownership, action, responsible, municipal, employee, agency) => {
      let asked = 0;
      for (const { role, relation, assurance, actor } of holders) {
        const { over, reaches, place } = relation;
        const byRole: Partial<Record<Mandate['role'], boolean>> = {
          DAYCARE_RESPONSIBLE: responsible && over.municipality === '0751',
          MUNICIPAL_EMPLOYEE: municipal && over.municipality === '0751',
          DAYCARE_EMPLOYEE: employee && reaches.daycare,
          AGENCY: agency,
        };
        const may = (byRole[role] ?? false) && assurance !== 'LOW';
        expect([relation.inWords, role, assurance, typeof actsAs(action, actor, [{ ...place, ownership, municipality: '0751' }])]).toEqual([
          relation.inWords,
          role,
          assurance,
          may ? 'string' : 'object',
        ]);
        asked += 1;
      }
      expect(asked).toBe(9 * 8 * 3);
    },
  );

  test('who may not is told the rule and who could, and one who is not sure enough that', () => {
    const place = { number: 'G10001', unit: null, municipality: '0751', ownership: 'PRIVATE' } as const;
    for (const action of ['REVEAL', 'REIDENTIFY', 'ACTIVATE', 'BLOCK'] as const) {
      const stranger = actsAs(action, actorWith([{ role: 'DAYCARE_RESPONSIBLE', municipality: '0751' }]), [place]);
      expect(stranger).toMatchObject({
        code: 'NOT_PERMITTED',
        rule: rules[action],
        grantableBy: verdictOn(action, actorWith([]), [place]).grantableBy,
      });
      const own = actorWith([{ role: 'DAYCARE_EMPLOYEE', daycare: 'G10001' }], { assurance: 'LOW' });
      expect(actsAs(action, own, [place])).toMatchObject({ code: 'ASSURANCE_TOO_LOW' });
    }
  });

  test('of several daycares one where it may is enough, each judged by its own ownership (hard case 3)', () => {
    const at = (number: string, municipality: string, ownership: Ownership) => ({ number, unit: null, municipality, ownership });
    const both = [at('G20001', '0101', 'PRIVATE'), at('G10001', '0751', 'MUNICIPAL')];
    const responsible = actorWith([{ role: 'DAYCARE_RESPONSIBLE', municipality: '0751' }]);
    expect(actsAs('REVEAL', responsible, both)).toBe('daycare responsible');
    expect(actsAs('REVEAL', responsible, both.slice(0, 1))).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(actsAs('REVEAL', responsible, [])).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(actsAs('BLOCK', actorWith([{ role: 'AGENCY' }]), [])).toBe('agency');
  });
});

// biome-ignore format: a table
const states = [
  // state       activate     block      lift unused  lift used    retire
  ['IMPORTED',  'ACTIVATED', 'BLOCKED', undefined,   undefined,   'RETIRED'],
  ['ACTIVATED', undefined,   'BLOCKED', undefined,   undefined,   'RETIRED'],
  ['BLOCKED',   undefined,   undefined, 'IMPORTED',  'ACTIVATED', 'RETIRED'],
  ['RETIRED',   undefined,   undefined, undefined,   undefined,   undefined],
] as const;
const acts: readonly IdentityAct[] = ['activate', 'block', 'lift unused', 'lift used', 'retire'];

// biome-ignore format: a table
const possible = [
  // state       reveal  reidentify  activate  block
  ['IMPORTED',  true,   true,       true,     true],
  ['ACTIVATED', true,   true,       false,    true],
  ['BLOCKED',   true,   true,       false,    true],
  ['RETIRED',   false,  false,      false,    false],
] as const satisfies readonly (readonly [IdentityState, ...boolean[]])[];

describe('where an identity is in its life', () => {
  test.each(states)('%s: activate %s, block %s, lift %s or %s, retire %s', (state, ...next) => {
    expect(acts.map((act) => nextIdentityState(state, act))).toEqual(next);
  });

  test.each(possible)('%s: can be revealed %s, reidentified %s, given a code %s, blocked or released %s', (state, ...can) => {
    expect((['REVEAL', 'REIDENTIFY', 'ACTIVATE', 'BLOCK'] as const).map((action) => isPossible(action, state))).toEqual(can);
  });
});
