import { describe, expect, test } from '@jest/globals';
import { dayOf } from '#shared/danish-day.ts';
import { engines } from '../../support/databases.ts';
import { dice } from '../../support/hammer.ts';
import { actorWith } from '../../support/subgraphs.ts';
import { decidedTown } from '../support/decided-imports.ts';
import { ImportsModel, type ModelDocument } from '../support/imports-model.ts';
import { material, placement, platform } from '../support/neighbourhood.ts';
import { asSent, randomDocument } from '../support/random-imports.ts';

const STEPS = Number(process.env.HISTORIES ?? 160);
const daycares = ['G10001', 'G10002', 'G20001'] as const;
const senders = { S1: placement, S2: platform };
const keys = daycares.flatMap((daycare) => [`${daycare} S1 Institution`, `${daycare} S1 Kitchen`, `${daycare} S2 Institution`]);
const elsewhere = actorWith([{ role: 'DAYCARE_RESPONSIBLE', municipality: '0101' }]);
const acts = ['apply', 'apply', 'release', 'release', 'discard', 'undo'] as const;

describe.each(engines)('random sequences of imports on $engine', (engine) => {
  const { town, send, seen, planOf, apply, release, discard, undo, picture } = decidedTown(engine);

  test('come to what a small model says, to the last refusal, plan, tie and event', async () => {
    const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
    console.log(`random imports on ${engine.engine}: SEED=${seed}, ${STEPS} steps`);
    const raw = dice(seed);
    // The dice's low bits repeat soon.
    const roll = (most: number) => Math.floor(raw(2 ** 32) / 65_536) % most;
    const model = new ImportsModel();
    for (const daycare of daycares) {
      for (const system of ['S1', 'S2']) {
        await town().sends(system, daycare);
        model.access.add(`${daycare} ${system}`);
      }
      await town().access({ system: 'S3', daycare, service: 'ws17-full' });
    }
    const sent: { key: string; document: ModelDocument }[] = [];
    const told = new Map<string, number>();
    const mirror = new Set<string>();
    let cursor = '';
    let time = Date.now() - 7 * 86_400_000;
    const today = () => dayOf(Date.now());

    const sendSome = async () => {
      const again = roll(8) === 0 ? sent[roll(sent.length || 1)] : undefined;
      const key = again?.key ?? keys[roll(keys.length)]!;
      if (roll(12) > 0) time += 60_000;
      const document = again?.document ?? randomDocument(roll, model, key, time);
      const dryRun = roll(3) === 0;
      const expected = model.outcomeOf(key, document, dryRun, today());
      const answer = await send(asSent(key, document), { actor: senders[key.includes(' S1 ') ? 'S1' : 'S2'], dryRun });
      const came = answer.refusal?.code ?? answer.state ?? answer.code;
      expect([key, document, dryRun, came]).toEqual([key, document, dryRun, expected]);
      if (answer.id) model.send(answer.id, key, document, expected, dryRun);
      sent.push({ key, document });
      const run = model.runs.find(({ id }) => id === answer.id);
      if (run && (expected === 'PLANNED' || expected === 'HELD')) await seesPlan(run.id, run.shown);
      return `send ${expected}`;
    };
    const seesPlan = async (id: string, shown: readonly string[]) => {
      const plan = await planOf(id, senders[model.runs.find((run) => run.id === id)!.key.includes(' S1 ') ? 'S1' : 'S2']);
      const words = plan.nodes.map(({ kind, localPersonId }: any) => `${kind} ${localPersonId}`).sort();
      expect(words).toEqual(
        shown
          .map((each) =>
            each
              .split(' ')
              .filter((_, place) => place !== 1)
              .slice(0, 2)
              .join(' '),
          )
          .sort(),
      );
    };
    const decideSome = async () => {
      const act = acts[roll(acts.length)]!;
      const from = { apply: 'PLANNED', release: 'HELD', discard: 'HELD', undo: 'APPLIED' }[act];
      const fit = model.runs.filter(({ state, id, key }) => state === from && (act !== 'undo' || model.lastRun(key) === id));
      const chosen =
        (roll(5) > 0 ? fit.at(-1 - roll(Math.min(3, fit.length || 1))) : undefined) ?? model.runs[roll(model.runs.length || 1)];
      if (!chosen) return `nothing to ${act}`;
      const sender = senders[chosen.key.includes(' S1 ') ? 'S1' : 'S2'];
      const ending = chosen.shown.filter((each) => each.startsWith('ENDS')).length;
      const decider = chosen.key.startsWith('G20001') ? elsewhere : undefined;
      const expected = model.decide(chosen, act, today());
      const answer = await {
        apply: () => apply(chosen.id, sender),
        release: () => release(chosen.id, ending, decider),
        discard: () => discard(chosen.id, sender),
        undo: () => undo(chosen.id, decider),
      }[act]();
      expect([act, chosen, answer.run?.state ?? answer.code]).toEqual([act, chosen, expected]);
      return `${act} ${expected}`;
    };
    const moveAccess = async () => {
      const all = daycares.flatMap((each) => [`${each} S1`, `${each} S2`]);
      const revoked = all.filter((each) => !model.access.has(each));
      const among = revoked.length > 1 || roll(2) === 0 ? revoked : all;
      const access = among[roll(among.length || 1)] ?? all[0]!;
      const [daycare, system] = access.split(' ') as [string, string];
      const state = model.access.has(access) ? 'REVOKED' : 'ACTIVE';
      await town().access({ system, daycare, service: 'ws10-import', state });
      state === 'ACTIVE' ? model.access.add(access) : model.revoke(access);
      return `access ${state}`;
    };
    const agrees = async (daycare: string) => {
      const found = await picture(daycare, 'id source localPersonId role frozen name { first } contacts { contact { localPersonId } }');
      const words = found.map(
        ({ source, localPersonId, role, frozen, name, contacts }) =>
          `${source} ${role} ${localPersonId} ${name.first} ${frozen} ${contacts.map((each: any) => `${localPersonId}>${each.contact.localPersonId}`).sort()}`,
      );
      expect(words.sort()).toEqual(model.picture(daycare));
      return found.map(({ id }) => id as string);
    };

    const moves: Record<number, () => Promise<string>> = { 19: moveAccess };
    for (let step = 0; step < STEPS; step++) {
      const kind = roll(20);
      const done = await (kind < 11 ? sendSome : (moves[kind] ?? decideSome))();
      told.set(done, (told.get(done) ?? 0) + 1);
      if (step % 10 === 0) await agrees(daycares[roll(daycares.length)]!);
    }
    const ids = (await Promise.all(daycares.map(agrees))).flat();
    for (let caughtUp = false; !caughtUp; ) {
      const { data } = await town().ask(
        material,
        `{ affiliationChanges(first: 500${cursor}) { caughtUp nextCursor changes { kind affiliationId } } }`,
      );
      for (const { kind, affiliationId } of data.affiliationChanges.changes)
        if (kind === 'ENDED') mirror.delete(affiliationId);
        else if (affiliationId !== null) mirror.add(affiliationId);
      ({ caughtUp } = data.affiliationChanges);
      cursor = `, after: "${data.affiliationChanges.nextCursor}"`;
    }
    expect([...mirror].sort()).toEqual(ids.sort());
    for (const run of model.runs) expect((await seen(run.id, senders[run.key.includes(' S1 ') ? 'S1' : 'S2'])).state).toBe(run.state);
    console.log(
      [...told]
        .sort()
        .map(([what, times]) => `${what}: ${times}`)
        .join(', '),
    );
  }, 120_000);
});
