import { describe, expect, test } from '@jest/globals';
import { engines } from '../../support/databases.ts';
import { decidedTown, employeeOf, idsFrom, municipal, staff, units } from '../support/decided-imports.ts';
import { child, contact, documentOf, employee, numberOf, placement, platform, responsible } from '../support/neighbourhood.ts';

describe.each(engines)('undoing an import on $engine', (engine) => {
  const { town, send, seen, release, undo, picture } = decidedTown(engine);
  const family = (mainGroup: string, relation: string) =>
    child({ id: 'K', number: numberOf(50) }, { mainGroup, contacts: [contact({ id: 'far', number: numberOf(51) }, { relation })] });
  const groups = (name: string) => [{ localId: 'Stue', name, type: 'Hovedgruppe' }];

  test('gives back ties, facts, groups and relations as they were, and to who follows what comes back begins', async () => {
    await town().access({ system: 'S2', daycare: units.municipal, service: 'ws17-full' });
    await send(documentOf(units.municipal, [...staff(idsFrom(0, 20), 100), family('Stue', 'Far')], { groups: groups('Before') }));
    const before = await picture(units.municipal);
    const { data } = await town().ask(platform, '{ affiliationChanges(first: 500) { nextCursor } }');
    const wrong = await send(
      documentOf(
        units.municipal,
        [...staff(idsFrom(0, 5), 100, 'Odd'), family('Stue', 'Andet'), employee({ id: 'X', number: numberOf(60) })],
        { groups: groups('After') },
      ),
    );
    expect(wrong.state).toBe('HELD');
    await release(wrong.id, 15);
    expect(await picture(units.municipal)).not.toEqual(before);
    const undone = await undo(wrong.id);
    expect(undone.run).toMatchObject({ id: wrong.id, state: 'UNDONE', hold: { decidedBy: 'Municipality 0751', comment: 'They left.' } });
    expect(await picture(units.municipal)).toEqual(before);
    const followed = await town().ask(
      platform,
      `{ affiliationChanges(first: 500, after: "${data.affiliationChanges.nextCursor}") { changes { kind affiliationId affiliation { to } } } }`,
    );
    const mirror = new Set(before.map(({ id }) => id));
    for (const { kind, affiliationId } of followed.data.affiliationChanges.changes)
      kind === 'ENDED' ? mirror.delete(affiliationId) : mirror.add(affiliationId);
    expect([...mirror].sort()).toEqual(before.map(({ id }) => id).sort());
    const counted = await town().onDaycares(
      responsible,
      [units.municipal],
      'identitySummary { employees children contacts } sources { ties lastRun { state } }',
    );
    expect(counted.data._entities[0]).toMatchObject({
      identitySummary: { employees: 20, children: 1, contacts: 1 },
      sources: [{ ties: 22, lastRun: { state: 'APPLIED' } }],
    });
  });

  test('only the latest of its source, by who may release there, within thirty days; and once', async () => {
    const all = staff(idsFrom(0, 6), 200);
    const [first, second] = [await send(documentOf(units.selfOwned, all)), await send(documentOf(units.selfOwned, all.slice(0, 4)))];
    expect((await undo(first.id)).code).toBe('STATE_CONFLICT');
    for (const actor of [municipal, placement]) expect((await undo(second.id, actor)).code).toBe('NOT_PERMITTED');
    for (const actor of [platform, employeeOf(units.municipal)]) expect((await undo(second.id, actor)).code).toBe('NOT_FOUND');
    expect((await undo(second.id, employeeOf(units.selfOwned), '')).code).toBe('INVALID_INPUT');
    expect((await undo(second.id, employeeOf(units.selfOwned))).run.state).toBe('UNDONE');
    expect((await undo(second.id)).because).toMatch(/undone already by Unit G10002 \(daycare employee\)/);
    expect((await undo(first.id)).run.state).toBe('UNDONE');
    expect(await picture(units.selfOwned)).toEqual([]);
    const third = await send(documentOf(units.selfOwned, all));
    town().clock.ahead += 31 * 86_400_000;
    for (;;) {
      const late = await undo(third.id);
      if (late.code === 'UNAVAILABLE') await new Promise((resolve) => setTimeout(resolve, 50));
      else {
        expect([late.code, late.because]).toEqual(['STATE_CONFLICT', 'An import can be undone for 30 days.']);
        break;
      }
    }
    town().clock.ahead = 0;
  });

  test('the next document is judged as any: the undone one again answers that it was undone, a newer one goes in', async () => {
    await town().settle();
    const all = staff(idsFrom(0, 6), 300);
    const right = await send(documentOf(units.private, all));
    const document = documentOf(units.private, all.slice(0, 4));
    const wrong = await send(document);
    await undo(wrong.id, employeeOf(units.private));
    expect(await send(document)).toMatchObject({ id: wrong.id, state: 'UNDONE' });
    expect(await picture(units.private)).toHaveLength(6);
    const newer = await send(documentOf(units.private, [], { baseRun: right.id, ended: ['P0'] }));
    expect(newer).toMatchObject({ state: 'APPLIED', counts: { ended: 1 } });
    expect((await seen(newer.id)).state).toBe('APPLIED');
  });

  test('protection that an import told of stays when it is undone; where the source may send no more, what comes back is frozen', async () => {
    const line = (more: object) => employee({ id: 'E', first: 'Virkelig', number: numberOf(400), more });
    await send(documentOf(units.outsourced, [line({}), employee({ id: 'F', number: numberOf(401) })]));
    const told = await send(documentOf(units.outsourced, [line({ protected: true, aliasFirstName: 'Alias' })]));
    await town().access({ system: 'S1', daycare: units.outsourced, service: 'ws10-import', state: 'REVOKED' });
    expect((await undo(told.id)).run.state).toBe('UNDONE');
    const people = await picture(units.outsourced);
    expect(people.map(({ localPersonId, frozen }) => [localPersonId, frozen]).sort()).toEqual([
      ['E', true],
      ['F', true],
    ]);
    expect(JSON.stringify(people)).not.toContain('Virkelig');
  });
});
