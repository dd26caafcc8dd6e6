import { describe, expect, test } from '@jest/globals';
import { engines } from '../../support/databases.ts';
import { rowsIn } from '../../support/store-rows.ts';
import { decidedTown, employeeOf, idsFrom, staff, units } from '../support/decided-imports.ts';
import { documentOf, employee, numberOf } from '../support/neighbourhood.ts';

describe.each(engines)('what was shown and what is done, on $engine', (engine) => {
  const { town, send, apply, discard, release, undo, picture } = decidedTown(engine);
  const sealedOf = async (id: string) =>
    (
      await rowsIn(
        town().place.url,
        `SELECT run FROM import_sealed WHERE run = '${id}' AND kind = 'DOCUMENT' UNION SELECT run FROM import_change WHERE run = '${id}'`,
      )
    )[0]!.length;

  test('a plan whose ground was undone is outdated, tried or held', async () => {
    const all = staff(idsFrom(0, 20), 100);
    await send(documentOf(units.municipal, all.slice(0, 18)));
    const grown = await send(documentOf(units.municipal, all));
    const tried = await send(documentOf(units.municipal, all.slice(0, 16)), { dryRun: true });
    const held = await send(documentOf(units.municipal, all.slice(0, 4)));
    expect([tried.counts.ended, held.state, held.counts.ended]).toEqual([4, 'HELD', 16]);
    await undo(grown.id);
    expect((await release(held.id, 16)).code).toBe('PLAN_OUTDATED');
    expect((await discard(held.id)).run.state).toBe('DISCARDED');
    expect((await apply(tried.id)).code).toBe('PLAN_OUTDATED');
    expect(await picture(units.municipal)).toHaveLength(18);
  });

  test('a plan that would still come to the same, after an undoing, is applied', async () => {
    const all = staff(idsFrom(0, 8), 200);
    await send(documentOf(units.selfOwned, all));
    const same = await send(documentOf(units.selfOwned, all));
    const tried = await send(documentOf(units.selfOwned, all.slice(0, 6)), { dryRun: true });
    await undo(same.id);
    expect((await apply(tried.id)).run.state).toBe('APPLIED');
    expect(await picture(units.selfOwned)).toHaveLength(6);
  });

  test('one that is older than what was taken in since is outdated, though it would come to the same', async () => {
    const all = staff(idsFrom(0, 3), 300);
    await send(documentOf(units.private, all));
    const tried = await send(documentOf(units.private, [...all, employee({ id: 'X', number: numberOf(390) })]), { dryRun: true });
    expect((await send(documentOf(units.private, all))).state).toBe('APPLIED');
    expect((await apply(tried.id)).code).toBe('PLAN_OUTDATED');
    expect(await picture(units.private)).toHaveLength(3);
  });

  test('the document and its plan are gone at once when it is applied, released, discarded or overtaken', async () => {
    const all = staff(idsFrom(0, 20), 400);
    const first = await send(documentOf(units.outsourced, all), { dryRun: true });
    expect(await sealedOf(first.id)).toBe(1);
    await apply(first.id);
    const overtaken = await send(documentOf(units.outsourced, all.slice(0, 5)));
    const discarded = await send(documentOf(units.outsourced, all.slice(0, 6)));
    expect([await sealedOf(overtaken.id), await sealedOf(discarded.id)]).toEqual([0, 1]);
    await discard(discarded.id);
    const released = await send(documentOf(units.outsourced, all.slice(0, 7)));
    await release(released.id, 13, employeeOf(units.outsourced));
    for (const { id } of [first, overtaken, discarded, released]) expect(await sealedOf(id)).toBe(0);
  });

  test('changes take back no protection that the source told on a line that was refused', async () => {
    const hidden = { protected: true };
    const base = await send(
      documentOf(units.elsewhere, [employee({ id: 'A', first: 'Virkelig', number: numberOf(500) })], { source: 'Known' }),
    );
    expect(base.state).toBe('APPLIED');
    // Without an alias the line is refused, and protection counts all the same.
    const refused = await send(
      documentOf(units.elsewhere, [employee({ id: 'other', number: numberOf(500), more: hidden })], { source: 'Telling' }),
    );
    expect(refused.counts).toMatchObject({ refused: 1 });
    const names = async () => JSON.stringify(await picture(units.elsewhere, 'name { first }'));
    expect(await names()).not.toContain('Virkelig');
    const delta = await send(documentOf(units.elsewhere, staff(['B'], 510), { source: 'Telling', baseRun: refused.id }));
    expect(delta.state).toBe('APPLIED');
    await send(
      documentOf(units.elsewhere, [employee({ id: 'A', first: 'Virkelig', number: numberOf(500), more: { gender: 'K' } })], {
        source: 'Known',
      }),
    );
    expect(await names()).not.toContain('Virkelig');
    await send(documentOf(units.elsewhere, staff(['B'], 510), { source: 'Telling' }));
    await send(
      documentOf(units.elsewhere, [employee({ id: 'A', first: 'Virkelig', number: numberOf(500), more: { gender: 'M' } })], {
        source: 'Known',
      }),
    );
    expect(await names()).toContain('Virkelig');
  });
});
