import { describe, expect, test } from '@jest/globals';
import { engines } from '../../support/databases.ts';
import { rowsIn } from '../../support/store-rows.ts';
import { decidedTown, employeeOf, idsFrom, municipal, staff, units } from '../support/decided-imports.ts';
import { child, contact, documentOf, employee, numberOf, placement, platform, responsible } from '../support/neighbourhood.ts';

describe.each(engines)('an import that is tried first, on $engine', (engine) => {
  const { town, send, seen, planOf, apply, discard, release, picture } = decidedTown(engine);
  const lines = staff(idsFrom(0, 8), 100);

  test('tells person by person what would begin, end and change, and applies exactly that', async () => {
    await send(documentOf(units.municipal, [...lines, employee({ id: 'gone', number: numberOf(150) })]));
    const renamed = employee({ id: 'P0', first: 'Renamed', number: numberOf(100), more: { email: 'new@example.dk' } });
    const tried = await send(documentOf(units.municipal, [renamed, ...lines.slice(1), employee({ id: 'new', number: numberOf(151) })]), {
      dryRun: true,
    });
    expect(tried).toMatchObject({ state: 'PLANNED', counts: { begun: 1, ended: 1, changed: 1, unchanged: 7 } });
    expect(await picture(units.municipal)).toHaveLength(9);
    const plan = await planOf(tried.id, responsible);
    expect(plan.nodes.map(({ kind, localPersonId }: any) => [kind, localPersonId])).toEqual([
      ['ENDS', 'gone'],
      ['CHANGES', 'P0'],
      ['BEGINS', 'new'],
    ]);
    expect(plan.nodes[1].changes).toEqual([
      { field: 'email', before: null, after: 'new@example.dk' },
      { field: 'name', before: 'First P0 Testsen', after: 'Renamed Testsen' },
    ]);
    expect(plan.nodes[2].changes).toContainEqual({ field: 'name', before: null, after: 'First new Testsen' });
    expect(plan.nodes.map(({ person }: any) => person !== null)).toEqual([true, true, false]);
    const applied = await apply(tried.id);
    expect(applied.run).toMatchObject({ id: tried.id, state: 'APPLIED', counts: tried.counts, hold: null });
    expect((await picture(units.municipal)).map(({ name }) => name.first).sort()).toEqual(
      ['First P1', 'First P2', 'First P3', 'First P4', 'First P5', 'First P6', 'First P7', 'First new', 'Renamed'].sort(),
    );
    expect((await apply(tried.id)).because).toMatch(/applied already by System S1 \(sending system\) at/);
  });

  test('a plan is read a page at a time, by its sender and who may read the people there, and each page is logged', async () => {
    const tried = await send(documentOf(units.selfOwned, staff(idsFrom(0, 25), 200)), { dryRun: true });
    const pages: string[] = [];
    let after: string | null = null;
    do {
      const selection: string = `plan(first: 10${after ? `, after: "${after}"` : ''}) { totalCount nodes { localPersonId } pageInfo { hasNextPage endCursor } }`;
      const { plan }: any = await seen(tried.id, placement, selection);
      expect(plan.totalCount).toBe(25);
      pages.push(...plan.nodes.map(({ localPersonId }: any) => localPersonId));
      after = plan.pageInfo.hasNextPage ? plan.pageInfo.endCursor : null;
    } while (after);
    expect(pages).toEqual(idsFrom(0, 25));
    const [logged] = await rowsIn(town().place.url, "SELECT shown FROM read_log WHERE what = 'import plan' ORDER BY id DESC");
    expect(logged!.slice(0, 3).map(({ shown }) => Number(shown))).toEqual([5, 10, 10]);
    expect(await planOf(tried.id, municipal)).toBe('NOT_PERMITTED');
    expect(await planOf(tried.id, employeeOf(units.selfOwned))).toMatchObject({ totalCount: 25 });
    expect(await planOf(tried.id, platform)).toBe('NOT_FOUND');
    expect(
      (await town().ask(placement, `{ importRun(id: "${tried.id}") { plan(first: 501) { totalCount } } }`)).errors?.[0].extensions.code,
    ).toBe('LIMIT_EXCEEDED');
  });

  test('tells no national number and no real name, address, telephone or e-mail of the protected; nor whose number is known here', async () => {
    const hidden = {
      protected: true,
      aliasFirstName: 'Alias',
      aliasFamilyName: 'Navn',
      email: 'secret@example.dk',
      phones: [{ kind: 'MOBILE', number: '99887766' }],
      address: { street: 'Skjulevej 1', postalCode: '8000', town: 'Aarhus' },
    };
    const mother = contact({ id: 'mor', first: 'Hemmelig', number: numberOf(161), more: { address: hidden.address } });
    const lineOf = (first: string) => child({ id: 'K', first, number: numberOf(160), more: hidden }, { contacts: [mother] });
    await send(documentOf(units.outsourced, [employee({ id: 'E', number: numberOf(162) })]));
    const tried = await send(
      documentOf(units.private, [
        lineOf('Virkelig'),
        employee({ id: 'same', number: numberOf(162) }),
        employee({ id: 'new', number: numberOf(163) }),
      ]),
      { dryRun: true },
    );
    const told = [await planOf(tried.id, placement), await planOf(tried.id, employeeOf(units.private))];
    for (const plan of told) {
      expect(plan.totalCount).toBe(4);
      for (const secret of ['Virkelig', 'secret@', '99887766', 'Skjulevej', ...[160, 161, 162, 163].map(numberOf)])
        expect(JSON.stringify(plan)).not.toContain(secret);
      expect(JSON.stringify(plan)).toContain('Alias Navn');
      const [known, unknown] = ['same', 'new'].map((id) => plan.nodes.find(({ localPersonId }: any) => localPersonId === id));
      expect([known.person, unknown.person]).toEqual([null, null]);
    }
    const rows = await Promise.all(
      ['import_sealed', 'import_change', 'event_facts', 'import_run', 'read_log'].map((table) =>
        rowsIn(town().place.url, `SELECT * FROM ${table}`),
      ),
    );
    for (const secret of ['Virkelig', 'Skjulevej', numberOf(160)]) expect(JSON.stringify([rows, town().kept])).not.toContain(secret);
  });

  test('is refused where anything moved since: another import, the access, the daycare; by anybody but its sender', async () => {
    const all = staff(idsFrom(0, 10), 300);
    await send(documentOf(units.outsourced, all));
    const tries = [];
    for (let count = 9; count > 7; count--) tries.push(await send(documentOf(units.outsourced, all.slice(0, count)), { dryRun: true }));
    expect((await apply(tries[0].id, responsible)).code).toBe('NOT_PERMITTED');
    expect((await apply(tries[0].id, platform)).code).toBe('NOT_FOUND');
    expect((await discard(tries[0].id)).code).toBe('STATE_CONFLICT');
    expect((await release(tries[0].id, 1)).code).toBe('STATE_CONFLICT');
    expect((await apply(tries[1].id)).run.state).toBe('APPLIED');
    expect((await apply(tries[0].id)).code).toBe('PLAN_OUTDATED');
    tries.push(await send(documentOf(units.outsourced, all.slice(0, 7)), { dryRun: true }));
    await town().access({ system: 'S1', daycare: units.outsourced, service: 'ws10-import', state: 'REVOKED' });
    expect((await apply(tries[2].id)).code).toBe('NO_ACTIVE_ACCESS');
    await town().sends('S1', units.outsourced);
    await town().daycare(units.outsourced, { ownership: 'OUTSOURCED', acceptsUsers: false });
    expect((await apply(tries[2].id)).code).toBe('DAYCARE_TAKES_NO_USERS');
    await town().daycare(units.outsourced, { ownership: 'OUTSOURCED' });
    expect((await apply(tries[2].id)).run.state).toBe('APPLIED');
  });

  test('somebody who was new and has come by another daycare since does not stop it; the same document sent outright does', async () => {
    const tried = await send(documentOf(units.selfOwned, staff(idsFrom(0, 3), 400)), { dryRun: true });
    await send(documentOf(units.municipal, staff(idsFrom(0, 3), 400), { source: 'Other' }));
    expect((await apply(tried.id)).run.state).toBe('APPLIED');
    const document = documentOf(units.selfOwned, staff(idsFrom(0, 4), 400));
    const planned = await send(document, { dryRun: true });
    const sent = await send(document);
    expect([sent.state, sent.id === planned.id]).toEqual(['APPLIED', false]);
    expect((await send(document)).id).toBe(sent.id);
    expect((await apply(planned.id)).code).toBe('PLAN_OUTDATED');
  });

  test('one that would end too much says so, and waits when it is applied: trying is no way past the brake', async () => {
    const all = staff(idsFrom(0, 20), 500);
    await send(documentOf(units.private, all));
    const tried = await send(documentOf(units.private, all.slice(0, 5)), { dryRun: true });
    expect(await seen(tried.id)).toMatchObject({ state: 'PLANNED', hold: { ending: 15, held: 20 } });
    const held = await apply(tried.id);
    expect(held.run).toMatchObject({ state: 'HELD', hold: { ending: 15, held: 20, decidedBy: null } });
    expect(await picture(units.private)).toHaveLength(20);
    expect((await release(tried.id, 15, employeeOf(units.private))).run.state).toBe('APPLIED');
    expect(await picture(units.private)).toHaveLength(5);
  });

  test('of sixteen who apply the same plan at once one does', async () => {
    const tried = await send(documentOf(units.elsewhere, staff(idsFrom(0, 12), 600)), { dryRun: true });
    const answers = await Promise.all(Array.from({ length: 16 }, () => apply(tried.id)));
    expect(answers.filter(({ run }) => run)).toHaveLength(1);
    expect(new Set(answers.filter(({ run }) => !run).map(({ code }) => code))).toEqual(new Set(['STATE_CONFLICT']));
    expect(await picture(units.elsewhere)).toHaveLength(12);
  });

  test('a document of any size and script is kept whole until it is applied', async () => {
    const many = Array.from({ length: 1_200 }, (_, index) =>
      employee({ id: `M${index}`, first: `Søren 😀 ${'x'.repeat(index % 80)} ${index}` }),
    );
    const tried = await send(documentOf(units.elsewhere, many, { source: 'Large' }), { dryRun: true });
    expect((await apply(tried.id)).run).toMatchObject({ state: 'APPLIED', counts: { begun: 1_200 } });
    const [versions] = await rowsIn(
      town().place.url,
      "SELECT firstName FROM affiliation WHERE source = 'Large' AND localPersonId = 'M1199'",
    );
    expect(versions![0].firstName).toBe(`Søren 😀 ${'x'.repeat(1199 % 80)} 1199`);
  });
});
