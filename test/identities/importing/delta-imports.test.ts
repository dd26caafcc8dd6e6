import { describe, expect, test } from '@jest/globals';
import { engines } from '../../support/databases.ts';
import { decidedTown, idsFrom, staff, units } from '../support/decided-imports.ts';
import { child, contact, documentOf, employee, numberOf } from '../support/neighbourhood.ts';

describe.each(engines)('an import of changes only, on $engine', (engine) => {
  const { send, seen, apply, release, picture } = decidedTown(engine);
  const mother = (id: string, serial: number) => contact({ id, number: numberOf(serial) });
  const sibling = (id: string, serial: number, contacts: readonly object[]) =>
    child({ id, number: numberOf(serial) }, { mainGroup: 'Stue', contacts });
  const groups = [
    { localId: 'Stue', name: 'Bamserne', type: 'Hovedgruppe' },
    { localId: 'Hold', name: 'Hold', type: 'Hold' },
  ];

  test('begins and changes whom it names, ends whom it lists, and leaves all others and their groups as they are (P5)', async () => {
    const family = [sibling('A', 10, [mother('mor', 20), mother('far', 21)]), sibling('B', 11, [mother('mor', 20)])];
    const base = await send(documentOf(units.municipal, [...family, ...staff(idsFrom(0, 4), 100)], { groups }));
    const delta = await send(
      documentOf(
        units.municipal,
        [
          sibling('A', 10, [mother('mor', 20)]),
          employee({ id: 'P0', first: 'Renamed', number: numberOf(100) }),
          employee({ id: 'new', number: numberOf(120) }),
        ],
        {
          baseRun: base.id,
          ended: ['P3', 'nobody'],
        },
      ),
    );
    expect(delta).toMatchObject({ state: 'APPLIED', counts: { begun: 1, ended: 2 } });
    expect(delta.notices.nodes.map(({ code, severity }: any) => [code, severity])).toEqual([['ENDED_UNKNOWN', 'WARNING']]);
    const people = await picture(units.municipal);
    expect(people.map(({ localPersonId }) => localPersonId).sort()).toEqual(['A', 'B', 'P0', 'P1', 'P2', 'mor', 'new']);
    expect(people.find(({ localPersonId }) => localPersonId === 'B')).toMatchObject({
      mainGroup: { name: 'Bamserne' },
      contacts: [{ relation: 'Mor' }],
    });
    expect(people.find(({ localPersonId }) => localPersonId === 'A')?.contacts).toHaveLength(1);
    const ending = await send(documentOf(units.municipal, [], { baseRun: delta.id, ended: ['A', 'B'] }));
    expect(ending.counts.ended).toBe(3);
    expect((await picture(units.municipal)).map(({ localPersonId }) => localPersonId).sort()).toEqual(['P0', 'P1', 'P2', 'new']);
  });

  test('a whole picture of the same says what the changes said: nothing is left to change', async () => {
    const before = [
      sibling('A', 30, [mother('mor', 40), mother('far', 41)]),
      sibling('B', 31, [mother('far', 41)]),
      ...staff(idsFrom(0, 4), 200),
    ];
    const base = await send(documentOf(units.selfOwned, before, { groups }));
    await send(documentOf(units.selfOwned, [sibling('A', 30, [mother('mor', 40)])], { baseRun: base.id, ended: ['B', 'P1'] }));
    const after = [sibling('A', 30, [mother('mor', 40)]), ...staff(['P0'], 200), ...staff(['P2', 'P3'], 202)];
    const whole = await send(documentOf(units.selfOwned, after, { groups }));
    expect(whole.counts).toMatchObject({ begun: 0, ended: 0, changed: 0, unchanged: 5 });
  });

  test('is refused against another run than the one that stands, with others to end than it may, and without a base', async () => {
    const base = await send(documentOf(units.private, staff(idsFrom(0, 3), 300)));
    const next = await send(documentOf(units.private, [], { baseRun: base.id, ended: ['P0'] }));
    const refusedWith = async (persons: readonly object[], more: object) =>
      (await send(documentOf(units.private, persons, more))).refusal?.code;
    expect(await refusedWith([], { baseRun: base.id, ended: ['P1'] })).toBe('STALE_VERSION');
    expect(await refusedWith([], { baseRun: 'none', ended: ['P1'] })).toBe('STALE_VERSION');
    expect(await refusedWith([], { ended: ['P1'] })).toBe('INVALID_INPUT');
    expect(await refusedWith(staff(['P1'], 301), { baseRun: next.id, ended: ['P1'] })).toBe('INVALID_INPUT');
    expect(await refusedWith([sibling('K', 50, [mother('P2', 60)])], { baseRun: next.id, ended: ['P2'] })).toBe('INVALID_INPUT');
    expect(await refusedWith([], { baseRun: next.id, ended: Array.from({ length: 5_001 }, (_, index) => `N${index}`) })).toBe(
      'LIMIT_EXCEEDED',
    );
    expect(await refusedWith([], { baseRun: 'x'.repeat(10_000), ended: [] })).toBe('STALE_VERSION');
    expect(await refusedWith([], { source: 'Fresh', baseRun: base.id })).toBe('STALE_VERSION');
    expect(await picture(units.private)).toHaveLength(2);
  });

  test('a national number among those who end is told back nowhere', async () => {
    const base = await send(documentOf(units.elsewhere, staff(['Z'], 590)));
    const delta = await send(documentOf(units.elsewhere, [], { baseRun: base.id, ended: ['010190-1234', ' Z ', ''] }));
    expect(delta).toMatchObject({ state: 'APPLIED', counts: { ended: 1 } });
    expect(delta.notices.nodes).toEqual([expect.objectContaining({ code: 'ENDED_UNKNOWN', localPersonId: null })]);
    expect(JSON.stringify(delta)).not.toMatch(/010190/);
  });

  test('waits where it would end too much, and can be tried first', async () => {
    const base = await send(documentOf(units.outsourced, staff(idsFrom(0, 12), 400)));
    const held = await send(documentOf(units.outsourced, [], { baseRun: base.id, ended: idsFrom(0, 6) }));
    expect([held.state, (await seen(held.id)).hold]).toEqual(['HELD', expect.objectContaining({ ending: 6, held: 12 })]);
    expect((await send(documentOf(units.outsourced, [], { baseRun: held.id, ended: ['P1'] }))).refusal.code).toBe('STALE_VERSION');
    expect((await release(held.id, 6)).run.state).toBe('APPLIED');
    const tried = await send(documentOf(units.outsourced, [], { baseRun: held.id, ended: ['P7'] }), { dryRun: true });
    expect((await apply(tried.id)).run.state).toBe('APPLIED');
    expect(await picture(units.outsourced)).toHaveLength(5);
  });

  test('a line of it that is refused leaves what stands of the person, and a new role takes the place of the old one', async () => {
    const base = await send(documentOf(units.elsewhere, staff(['A', 'B'], 500)));
    const external = {
      localPersonId: 'B',
      person: { firstName: 'B', familyName: 'Testsen', nationalNumber: numberOf(501) },
      external: { position: 'Praktikant' },
    };
    const delta = await send(
      documentOf(units.elsewhere, [employee({ id: 'A', first: '', number: numberOf(500) }), external], { baseRun: base.id }),
    );
    expect(delta.counts).toMatchObject({ begun: 1, ended: 1, refused: 1 });
    expect((await picture(units.elsewhere, 'role localPersonId')).map(({ role, localPersonId }) => [role, localPersonId]).sort()).toEqual([
      ['EMPLOYEE', 'A'],
      ['EXTERNAL', 'B'],
    ]);
  });
});
