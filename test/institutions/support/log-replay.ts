/** An event of the feed, as far as replaying it needs. */
export interface ToldEvent {
  readonly at: string;
  readonly effectiveFrom: string;
  readonly kind: string;
  readonly number: string;
  readonly changes: readonly { readonly field: string; readonly before: string | null; readonly after: string | null }[];
}

type Points = Map<string, Map<number, string | null>>;

/** The register replayed from its log, naively: each field of each daycare is what was last told of it from the latest moment on. */
export class Replay {
  readonly #settled = new Map<string, Points>();
  readonly #planned = new Map<string, Map<number, ToldEvent['changes']>>();

  constructor(events: readonly ToldEvent[], knownAt = Number.POSITIVE_INFINITY) {
    for (const event of events) if (Date.parse(event.at) <= knownAt) this.take(event);
  }

  take({ kind, number, effectiveFrom, changes }: ToldEvent): void {
    const from = Date.parse(effectiveFrom);
    const planned = this.#planned.get(number) ?? new Map<number, ToldEvent['changes']>();
    this.#planned.set(number, planned);
    planned.delete(from);
    if (kind === 'PLANNED') planned.set(from, changes);
    if (kind === 'PLANNED' || kind === 'PLAN_CANCELLED' || kind === 'PLAN_REFUSED') return;
    const points = this.#settled.get(number) ?? new Map();
    this.#settled.set(number, points);
    for (const { field, after } of changes) points.set(field, (points.get(field) ?? new Map()).set(from, after));
  }

  get numbers(): string[] {
    return [...this.#settled.keys()].sort();
  }

  /** What is true of a daycare at a moment by what was told until now; nothing before its beginning. */
  at(number: string, asOf: number): Record<string, string> | undefined {
    const facts: Record<string, string> = {};
    for (const [field, points] of this.#settled.get(number) ?? []) {
      const latest = [...points.keys()].filter((from) => from <= asOf).sort((a, b) => b - a)[0];
      const value = latest === undefined ? null : points.get(latest);
      if (value !== null && value !== undefined) facts[field] = value;
    }
    if (!facts.status) return undefined;
    for (const [from, changes] of [...(this.#planned.get(number) ?? [])].sort((a, b) => a[0] - b[0])) {
      if (from > asOf) continue;
      for (const { field, after } of changes) {
        if (after === null) delete facts[field];
        else facts[field] = after;
      }
    }
    return facts;
  }
}
