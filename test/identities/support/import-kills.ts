import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { dayOf } from '#shared/danish-day.ts';
import { dice } from '../../support/hammer.ts';
import { rowsIn } from '../../support/store-rows.ts';
import { FOREVER } from '#shared/clock.ts';
import { brokenChain } from '../../agreements/support/sound-store.ts';
import { type IdentitiesProcess, startIdentitiesProcess } from './identities-process.ts';
import { ImportsModel, type Lines, type ModelDocument, type ModelRun } from './imports-model.ts';
import { accessChange, daycareChange, placement, responsible } from './neighbourhood.ts';
import { asSent } from './random-imports.ts';

const DAYCARE = 'G10001';
const KEY = `${DAYCARE} S1 Institution`;
const LONGEST_LIFE = 350;
type Kind = 'whole' | 'delta' | 'apply' | 'release' | 'undo';
const kinds: readonly Kind[] = ['whole', 'delta', 'apply', 'release', 'undo'];

/** What became of the imports that were under way when their process was killed. */
export interface ImportKillFigures {
  readonly kills: number;
  readonly answered: number;
  readonly doneUnanswered: number;
  readonly undone: number;
  readonly byKind: Readonly<Record<string, number>>;
  readonly seconds: number;
}

/**
 * Sends, applies, releases and undoes imports of a daycare of some 150 ties, and kills the process at random moments meanwhile. Ends with
 * an error wherever a kill leaves anything but the picture before or the picture after, in any table or in the log, or loses what was answered.
 */
export async function killImports(store: string, { kills, seed }: { kills: number; seed: number }): Promise<ImportKillFigures> {
  const raw = dice(seed);
  const roll = (most: number) => Math.floor(raw(2 ** 32) / 65_536) % most;
  const began = performance.now();
  const figures = { answered: 0, doneUnanswered: 0, undone: 0 };
  const byKind: Record<string, number> = {};
  const identities = await startIdentitiesProcess(store);
  const model = new ImportsModel();
  model.access.add(`${DAYCARE} S1`);
  const today = dayOf(Date.now());
  let time = Date.now() - 86_400_000;
  try {
    await identities.start();
    await identities.register.tell(daycareChange(DAYCARE));
    await identities.agreements.tell(accessChange({ system: 'S1', daycare: DAYCARE, service: 'ws10-import' }));
    await complete(identities, model, { time, lines: largeLines(roll, new Map(), false), base: null, ended: [] });
    for (let kill = 0; kill < kills; kill++) {
      time += 60_000;
      const kind = kinds[roll(kinds.length)] ?? 'whole';
      const act = await prepared(identities, model, { kind, time, roll });
      const before = model.picture(DAYCARE);
      const answer = { came: false };
      const sent = act.send().then(
        () => Object.assign(answer, { came: true }),
        () => undefined,
      );
      // At any moment, and now and then just when the answer comes.
      await Promise.race([pause(roll(LONGEST_LIFE)), ...(roll(4) === 0 ? [sent] : [])]);
      await identities.kill();
      await sent;
      act.tell(model, today);
      const after = model.picture(DAYCARE);
      figures[await becameOf(store, { before, after, answered: answer.came, act: `${kind} of kill ${kill}` })] += 1;
      byKind[kind] = (byKind[kind] ?? 0) + 1;
      await identities.start();
      await act.again();
      same(await pictureIn(store), after, `${kind} of kill ${kill} is not done when it is sent again`);
    }
    await chainHolds(store);
    assert.ok(!identities.output().includes('"INTERNAL"'), identities.output());
    return { kills, ...figures, byKind, seconds: (performance.now() - began) / 1000 };
  } finally {
    await identities.stop();
  }
}

interface Prepared {
  readonly send: () => Promise<unknown>;
  /** Sends again until it is done; done already, it is told so. */
  readonly again: () => Promise<void>;
  readonly tell: (model: ImportsModel, day: string) => void;
}

interface Preparing {
  readonly kind: Kind;
  readonly time: number;
  readonly roll: (most: number) => number;
}

/** What is to be killed, brought to where it can be sent. */
async function prepared(identities: IdentitiesProcess, model: ImportsModel, { kind, time, roll }: Preparing): Promise<Prepared> {
  const source = model.source(KEY);
  if (kind === 'undo') {
    const run = source.applied.at(-1);
    if (run && source.applied.length > 1) return decided(identities, run, 'undo', `undoImport(id: "${run.id}", comment: "wrong")`);
  }
  const to = largeLines(roll, source.lines, kind === 'release');
  const ended = [...source.lines.keys()].filter((id) => !to.has(id));
  const isDelta = kind === 'delta';
  const document: ModelDocument = { time, lines: to, base: isDelta ? model.lastRun(KEY) : null, ended: isDelta ? ended : [] };
  if (kind === 'apply' || kind === 'release') {
    const { id } = await submit(identities, document, kind === 'apply');
    model.send(id, KEY, document, kind === 'apply' ? 'PLANNED' : 'HELD', kind === 'apply');
    const run = model.runs.find((each) => each.id === id);
    assert.ok(run);
    const ending = run.shown.filter((each) => each.startsWith('ENDS')).length;
    const call =
      kind === 'apply' ? `applyPlannedImport(id: "${id}")` : `releaseHeldImport(id: "${id}", ending: ${ending}, comment: "left")`;
    return decided(identities, run, kind, call);
  }
  const sending = { run: undefined as { id: string; state: string } | undefined };
  return {
    send: async () => Object.assign(sending, { run: await submit(identities, document, false) }),
    again: async () => {
      const run = await submit(identities, document, false);
      assert.equal(run.state, 'APPLIED');
      if (sending.run) assert.equal(run.id, sending.run.id, 'It is taken in twice.');
      Object.assign(model.source(KEY).applied.at(-1) ?? {}, { id: run.id });
    },
    tell: () => model.send(sending.run?.id ?? `unanswered ${time}`, KEY, document, 'APPLIED', false),
  };
}

function decided(identities: IdentitiesProcess, run: ModelRun, act: 'apply' | 'release' | 'undo', call: string): Prepared {
  const send = async () => {
    const { data, errors } = await identities.ask(act === 'apply' ? placement : responsible, `mutation { run: ${call} { state } }`);
    if (errors) throw Object.assign(new Error(errors[0].message), { code: errors[0].extensions.code });
    return data.run;
  };
  const again = () =>
    send().then(
      () => undefined,
      (fault) => assert.equal(fault.code, 'STATE_CONFLICT', fault.message),
    );
  return { send, again, tell: (model, day) => assert.ok(['APPLIED', 'UNDONE'].includes(model.decide(run, act, day))) };
}

async function submit(identities: IdentitiesProcess, document: ModelDocument, dryRun: boolean): Promise<{ id: string; state: string }> {
  const query = 'mutation($input: ImportInput!, $dryRun: Boolean) { submitImport(input: $input, dryRun: $dryRun) { id state } }';
  const { data, errors } = await identities.ask(placement, query, { input: asSent(KEY, document), dryRun });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.submitImport;
}

async function complete(identities: IdentitiesProcess, model: ImportsModel, document: ModelDocument): Promise<void> {
  const { id, state } = await submit(identities, document, false);
  assert.equal(state, 'APPLIED');
  model.send(id, KEY, document, state, false);
}

/** A unit of some 150 ties; much of it changes each time, and little ends unless it shall have to wait. */
function largeLines(roll: (most: number) => number, before: Lines, losing: boolean): Lines {
  const lines = new Map(before);
  for (const id of lines.keys()) if (roll(losing ? 2 : 25) === 0) lines.delete(id);
  for (let nth = 0; nth < (losing ? 0 : 90); nth++) {
    const isChild = nth % 2 === 0;
    const id = isChild ? `k${roll(45)}` : `e${roll(45)}`;
    const contacts = isChild ? [`c${Number(id.slice(1)) * 2}`, `c${Number(id.slice(1)) * 2 + 1}`].slice(0, 1 + roll(2)) : null;
    lines.set(id, { name: `${id}n${roll(4)}`, contacts });
  }
  return lines;
}

interface Killed {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly answered: boolean;
  readonly act: string;
}

/** What is kept of an act whose process is gone: all of it or nothing. */
async function becameOf(store: string, { before, after, answered, act }: Killed): Promise<'answered' | 'doneUnanswered' | 'undone'> {
  const found = await pictureIn(store);
  const isDone = JSON.stringify(found) === JSON.stringify(after);
  if (!isDone) same(found, before, `${act} is half done`);
  if (answered) assert.ok(isDone, `${act} was answered and is lost`);
  if (answered) return 'answered';
  return isDone ? 'doneUnanswered' : 'undone';
}

/** The picture as its rows lie there; what is counted, the source, and what the log tells must say the same. */
async function pictureIn(store: string): Promise<string[]> {
  const [ties, relations, sources, counts, events, versions] = await rowsIn(
    store,
    'SELECT id, source, role, localPersonId, firstName, frozenSince FROM affiliation WHERE `to` IS NULL',
    'SELECT child, contact FROM contact_relation WHERE `to` IS NULL',
    'SELECT ties, lastRun FROM import_source',
    'SELECT children, employees, contacts FROM people_count',
    "SELECT subject, kind FROM event_log WHERE kind LIKE 'Affiliation%' ORDER BY position",
    `SELECT affiliation FROM affiliation_version WHERE recordedTo = ${FOREVER} AND validTo = ${FOREVER}`,
  );
  const byId = new Map(ties!.map((tie) => [tie.id, tie]));
  const standing = new Set<string>();
  for (const { subject, kind } of events!) kind === 'AffiliationEnded' ? standing.delete(subject) : standing.add(subject);
  const ids = ties!.map(({ id }) => id).sort();
  same([...standing].sort(), ids, 'The log tells of other ties than stand.');
  same(versions!.map(({ affiliation }) => affiliation).sort(), ids, 'Other ties are believed to go on than stand.');
  assert.equal(Number(sources![0].ties), ids.length);
  const of = (role: string) => ties!.filter((tie) => tie.role === role).length;
  const { children, employees, contacts } = counts![0];
  same([of('CHILD'), of('EMPLOYEE'), of('CONTACT')], [children, employees, contacts].map(Number), 'Others are counted than stand.');
  const edges = relations!.map(({ child, contact }) => `${byId.get(child)?.localPersonId}>${byId.get(contact)?.localPersonId}`);
  return ties!
    .map(({ source: name, role, localPersonId, firstName, frozenSince }) => {
      const own = role === 'CHILD' ? edges.filter((edge) => edge.startsWith(`${localPersonId}>`)).sort() : [];
      return `${name} ${role} ${localPersonId} ${firstName} ${frozenSince !== null} ${own}`;
    })
    .sort();
}

/** Rows of the engine are of another realm than a test's; what they say counts. */
const same = (found: readonly unknown[], expected: readonly unknown[], otherwise: string): void =>
  assert.equal(found.join('\n'), expected.join('\n'), otherwise);

async function chainHolds(store: string): Promise<void> {
  const [events, heads] = await rowsIn(
    store,
    'SELECT event_log.*, event_facts.salt, event_facts.facts FROM event_log LEFT JOIN event_facts ON event_facts.position = event_log.position ORDER BY event_log.position',
    'SELECT position, hash FROM event_log_head',
  );
  same(brokenChain(events!, heads![0]), [], 'The chain of the log does not hold.');
}
