import { brakeOn } from '../../../subgraphs/identities/domain/deciding/brake.ts';

/** A line as the model knows it: a name, and a child's contacts; null for an employee. */
export interface Line {
  readonly name: string;
  readonly contacts: readonly string[] | null;
}
export type Lines = ReadonlyMap<string, Line>;

/** A document: the whole picture, or changes to the picture of a run. */
export interface ModelDocument {
  readonly time: number;
  readonly lines: Lines;
  readonly base: string | null;
  readonly ended: readonly string[];
}

export interface ModelRun {
  readonly id: string;
  readonly key: string;
  readonly document: ModelDocument;
  state: string;
  /** What was shown of it, and what stood before it where it was applied. */
  shown: readonly string[];
  before: Lines;
}

interface ModelSource {
  lines: Lines;
  frozen: Set<string>;
  /** Runs whose pictures stand on one another. */
  readonly applied: ModelRun[];
  newest: number;
  held: ModelRun | null;
}

/** Who sends where, what stands of whom, and what became of each document. */
export class ImportsModel {
  readonly runs: ModelRun[] = [];
  readonly access = new Set<string>();
  /** The last refusal of each document that was kept as refused. */
  readonly #refused = new Map<string, string>();
  readonly #sources = new Map<string, ModelSource>();

  source(key: string): ModelSource {
    const source = this.#sources.get(key) ?? { lines: new Map(), frozen: new Set(), applied: [], newest: 0, held: null };
    this.#sources.set(key, source);
    return source;
  }

  lastRun = (key: string): string | null => this.source(key).applied.at(-1)?.id ?? null;
  mayLeave = (key: string): boolean => this.access.has(key.split(' ').slice(0, 2).join(' '));

  /** What sending comes to: a state, or the code of a refusal. */
  outcomeOf(key: string, document: ModelDocument, dryRun: boolean, day: string): string {
    const source = this.source(key);
    if (!this.mayLeave(key)) return 'NO_ACTIVE_ACCESS';
    if (document.time <= source.newest) {
      const text = textOf(key, document);
      const earlier = this.runs.find((run) => textOf(run.key, run.document) === text && run.state !== 'PLANNED');
      return earlier?.state ?? this.#refused.get(text) ?? 'NOT_NEWER';
    }
    if (document.base !== null && document.base !== this.lastRun(key)) return 'STALE_VERSION';
    if (dryRun) return 'PLANNED';
    return this.#waits(source.lines, after(source.lines, document), day) ? 'HELD' : 'APPLIED';
  }

  send(id: string, key: string, document: ModelDocument, state: string, dryRun: boolean): void {
    const source = this.source(key);
    if (!dryRun && (state === 'NOT_NEWER' || state === 'STALE_VERSION')) this.#refused.set(textOf(key, document), state);
    if (!['PLANNED', 'HELD', 'APPLIED'].includes(state) || this.runs.some((run) => run.id === id)) return;
    const shown = differences(source.lines, after(source.lines, document));
    const run: ModelRun = { id, key, document, state, shown, before: source.lines };
    this.runs.push(run);
    if (state !== 'PLANNED') this.#take(run, state);
  }

  /** What applying, releasing, discarding or undoing comes to, and does. */
  decide(run: ModelRun, act: 'apply' | 'release' | 'discard' | 'undo', day: string): string {
    const source = this.source(run.key);
    const from = { apply: 'PLANNED', release: 'HELD', discard: 'HELD', undo: 'APPLIED' }[act];
    if (run.state !== from) return 'STATE_CONFLICT';
    if (act === 'discard') {
      source.held = null;
      run.state = 'DISCARDED';
      return run.state;
    }
    return act === 'undo' ? this.#undo(run) : this.#planAgain(run, act, day);
  }

  #planAgain(run: ModelRun, act: 'apply' | 'release', day: string): string {
    const source = this.source(run.key);
    if (!this.mayLeave(run.key)) return 'NO_ACTIVE_ACCESS';
    if (run !== source.held && run.document.time <= source.newest) return 'PLAN_OUTDATED';
    if (run.document.base !== null && run.document.base !== this.lastRun(run.key)) return 'PLAN_OUTDATED';
    const to = after(source.lines, run.document);
    if (JSON.stringify(differences(source.lines, to)) !== JSON.stringify(run.shown)) return 'PLAN_OUTDATED';
    this.#take(run, act === 'apply' && this.#waits(source.lines, to, day) ? 'HELD' : 'APPLIED');
    return run.state;
  }

  #take(run: ModelRun, state: string): void {
    const source = this.source(run.key);
    if (source.held && source.held !== run) source.held.state = 'SUPERSEDED';
    source.held = state === 'HELD' ? run : null;
    source.newest = run.document.time;
    run.state = state;
    if (state === 'HELD') return;
    run.before = source.lines;
    source.lines = after(source.lines, run.document);
    source.frozen = new Set();
    source.applied.push(run);
  }

  #undo(run: ModelRun): string {
    const source = this.source(run.key);
    if (source.applied.at(-1) !== run) return 'STATE_CONFLICT';
    const standing = tiesOf(source.lines);
    source.applied.pop();
    source.lines = run.before;
    const back = tiesOf(source.lines);
    const revived = this.mayLeave(run.key) ? [] : [...back.keys()].filter((tie) => !standing.has(tie));
    source.frozen = new Set([...[...source.frozen].filter((tie) => back.has(tie)), ...revived]);
    run.state = 'UNDONE';
    return run.state;
  }

  revoke(access: string): void {
    this.access.delete(access);
    for (const [key, source] of this.#sources) if (key.startsWith(`${access} `)) source.frozen = new Set(tiesOf(source.lines).keys());
  }

  #waits(before: Lines, to: Lines, day: string): boolean {
    const [held, left] = [tiesOf(before), tiesOf(to)];
    return brakeOn({ ending: [...held.keys()].filter((tie) => !left.has(tie)).length, held: held.size }, day) !== null;
  }

  /** What stands at a daycare: each tie with its source, name, relations, and whether it is frozen. */
  picture(daycare: string): string[] {
    return [...this.#sources]
      .filter(([key]) => key.startsWith(`${daycare} `))
      .flatMap(([key, { lines, frozen }]) => {
        const named = edges(lines);
        return [...tiesOf(lines)].map(
          ([tie, name]) =>
            `${key.split(' ')[2]} ${tie} ${name} ${frozen.has(tie)} ${named.filter((edge) => edge.startsWith(`${tie.split(' ')[1]}>`)).sort()}`,
        );
      })
      .sort();
  }
}

const textOf = (key: string, { time, lines, base, ended }: ModelDocument): string => JSON.stringify([key, time, [...lines], base, ended]);

/** The picture after a document. */
function after(before: Lines, { lines, base, ended }: ModelDocument): Lines {
  if (base === null) return lines;
  return new Map([...before].filter(([id]) => !ended.includes(id)).concat([...lines]));
}

const edges = (lines: Lines): string[] => [...lines].flatMap(([id, { contacts }]) => (contacts ?? []).map((contact) => `${id}>${contact}`));

/** Each tie by role and id, with its name. */
export function tiesOf(lines: Lines): Map<string, string> {
  const ties = new Map<string, string>();
  for (const [id, { name, contacts }] of lines) {
    ties.set(`${contacts ? 'CHILD' : 'EMPLOYEE'} ${id}`, name);
    for (const contact of contacts ?? []) ties.set(`CONTACT ${contact}`, contact);
  }
  return ties;
}

/** What a document would do, tie by tie; of relations only whose changed. */
export function differences(before: Lines, to: Lines): string[] {
  const [old, fresh] = [tiesOf(before), tiesOf(to)];
  const [had, has] = [new Set(edges(before)), new Set(edges(to))];
  const moved = [...[...had].filter((edge) => !has.has(edge)), ...[...has].filter((edge) => !had.has(edge))].flatMap((edge) =>
    edge.split('>'),
  );
  return [
    ...[...old].filter(([tie]) => !fresh.has(tie)).map(([tie, name]) => `ENDS ${tie} ${name}`),
    ...[...fresh].filter(([tie]) => !old.has(tie)).map(([tie, name]) => `BEGINS ${tie} ${name}`),
    ...[...fresh].flatMap(([tie, name]) => {
      const was = old.get(tie);
      const touched = moved.includes(tie.split(' ')[1] ?? '');
      return was !== undefined && (was !== name || touched) ? [`CHANGES ${tie} ${was} ${name} ${touched}`] : [];
    }),
  ].sort();
}
