import { describe, expect, test } from '@jest/globals';
import { engines } from '../../support/databases.ts';
import { actorWith } from '../../support/subgraphs.ts';
import { decidedTown, employeeOf, idsFrom, municipal, staff, units } from '../support/decided-imports.ts';
import { documentOf, placement, platform, responsible } from '../support/neighbourhood.ts';

describe.each(engines)('an import that would end too much, on $engine', (engine) => {
  const { town, send, seen, planOf, release, discard, picture } = decidedTown(engine);
  const whole = staff(idsFrom(0, 20), 100);

  test('waits with its plan and why; what stands stays in force, and the counts of held imports know it (P6, hard case 8)', async () => {
    await send(documentOf(units.municipal, whole));
    const half = documentOf(units.municipal, whole.slice(0, 10));
    const held = await send(half);
    expect(held).toMatchObject({ state: 'HELD', counts: { ended: 10, unchanged: 10 } });
    expect(await seen(held.id)).toMatchObject({ hold: { rule: 'P6', ending: 10, held: 20, decidedBy: null } });
    expect(await picture(units.municipal)).toHaveLength(20);
    const plan = await planOf(held.id, responsible);
    expect([plan.totalCount, new Set(plan.nodes.map(({ kind }: any) => kind))]).toEqual([10, new Set(['ENDS'])]);
    expect(plan.nodes[0]).toMatchObject({ localPersonId: 'P10', person: { name: 'First P10 Testsen' } });
    expect((await send(half)).id).toBe(held.id);
    const summed = await town().ask(
      responsible,
      '{ userOverview(municipality: "0751") { summary { heldImports } units { nodes { daycareNumber summary { heldImports } } } } }',
    );
    expect(summed.data.userOverview.summary.heldImports).toBe(1);
    expect(summed.data.userOverview.units.nodes[0]).toEqual({ daycareNumber: units.municipal, summary: { heldImports: 1 } });
  });

  test('is released by who decides about imports there, who repeats the number that ends; then it is done, once', async () => {
    const held = await send(documentOf(units.municipal, whole.slice(0, 9)));
    expect(held.state).toBe('HELD');
    for (const [ending, actor, code] of [
      [10, responsible, 'INVALID_INPUT'],
      [11, municipal, 'NOT_PERMITTED'],
      [11, employeeOf(units.municipal), 'NOT_PERMITTED'],
      [11, placement, 'NOT_PERMITTED'],
      [11, platform, 'NOT_FOUND'],
      [11, actorWith([{ role: 'DAYCARE_RESPONSIBLE', municipality: '0101' }]), 'NOT_FOUND'],
      [11, actorWith([{ role: 'DAYCARE_RESPONSIBLE', municipality: '0751' }], { assurance: 'LOW' }), 'ASSURANCE_TOO_LOW'],
    ] as const)
      expect([ending, (await release(held.id, ending, actor)).code]).toEqual([ending, code]);
    for (const comment of ['', ' ', 'x'.repeat(501), 'It is 010190-1234 who left', 'see 0101901234.'])
      expect((await release(held.id, 11, responsible, comment)).code).toBe('INVALID_INPUT');
    expect(await picture(units.municipal)).toHaveLength(20);
    const released = await release(held.id, 11);
    expect(released.run).toMatchObject({ state: 'APPLIED', hold: { ending: 11, decidedBy: 'Municipality 0751', comment: 'They left.' } });
    expect(await picture(units.municipal)).toHaveLength(9);
    expect(await planOf(held.id)).toBeNull();
    const again = await release(held.id, 11);
    expect([again.code, again.because]).toEqual(['STATE_CONFLICT', expect.stringContaining('by Municipality 0751 (daycare responsible)')]);
  });

  test('is overtaken by a newer document, and then released no more; the sender may throw it away', async () => {
    await send(documentOf(units.selfOwned, whole));
    const first = await send(documentOf(units.selfOwned, whole.slice(0, 5)));
    const second = await send(documentOf(units.selfOwned, whole.slice(0, 6)));
    expect([(await seen(first.id)).state, second.state]).toEqual(['SUPERSEDED', 'HELD']);
    expect((await release(first.id, 15)).code).toBe('STATE_CONFLICT');
    const third = await send(documentOf(units.selfOwned, whole.slice(0, 18)));
    expect([(await seen(second.id)).state, third.state]).toEqual(['SUPERSEDED', 'APPLIED']);
    expect((await release(second.id, 14)).code).toBe('STATE_CONFLICT');
    const fourth = await send(documentOf(units.selfOwned, whole.slice(0, 4)));
    expect((await discard(fourth.id, placement)).run).toMatchObject({ state: 'DISCARDED', hold: { decidedBy: 'System S1' } });
    expect((await discard(fourth.id, placement)).code).toBe('STATE_CONFLICT');
    expect(await picture(units.selfOwned)).toHaveLength(18);
  });

  test('of sixteen who decide at once one does, and the others are told who was first', async () => {
    await send(documentOf(units.outsourced, staff(idsFrom(0, 20), 300)));
    const held = await send(documentOf(units.outsourced, staff(idsFrom(0, 3), 300)));
    const racing = Array.from({ length: 16 }, (_, index) =>
      index % 2 === 0
        ? release(held.id, 17, index % 4 === 0 ? responsible : employeeOf(units.outsourced))
        : discard(held.id, index % 4 === 1 ? placement : responsible),
    );
    const answers = await Promise.all(racing);
    expect(answers.filter(({ run }) => run)).toHaveLength(1);
    for (const { code, because } of answers.filter(({ run }) => !run))
      expect([code, because]).toEqual(['STATE_CONFLICT', expect.stringMatching(/already by .+ \(.+\) at 20/)]);
    expect((await picture(units.outsourced)).length).toBe((await seen(held.id)).state === 'APPLIED' ? 3 : 20);
  });
});
