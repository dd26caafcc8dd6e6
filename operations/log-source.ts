/** One value as an engine hands it out: whole numbers as bigint or digits, texts as strings; anything else was not written so. */
export type Cell = string | bigint | number | Uint8Array | null | undefined;
export type Row = Readonly<Record<string, Cell>>;

/** An event as it stands in the database; what is undefined cannot be read as what was written. */
export interface EventRow {
  readonly position: number | undefined;
  readonly at: number | undefined;
  readonly actor: string | undefined;
  readonly kind: string | undefined;
  readonly subject: string | undefined;
  readonly factsDigest: string | undefined;
  readonly hash: string | undefined;
}

/** The facts of an event as they stand; null once erased. */
export interface FactsRow {
  readonly position: number | undefined;
  readonly salt: string | null | undefined;
  readonly facts: string | null | undefined;
}

/** Where a log ends, all read at one instant: by its head, by its events, by their facts. 0: there are none. */
export interface LogEnds {
  readonly head: { readonly logId: string; readonly position: number; readonly hash: string } | undefined;
  readonly lastEvent: number | undefined;
  readonly lastFacts: number | undefined;
}

/** A log as it is read for verifying: never written, and never held, so that a server goes on beside it. */
export interface LogSource {
  ends(): Promise<LogEnds>;
  /** So many events from a position up to another, in order; and the facts of the same stretch. */
  events(from: bigint, upTo: bigint, most: number): Promise<EventRow[]>;
  facts(from: bigint, upTo: bigint): Promise<FactsRow[]>;
  /** Whether somebody else began to write while this was reading in a way that does not bear it: then it is read again. */
  wasDisturbed(): boolean;
  close(): Promise<void>;
}

/** There is no event log here, or none that the engine can read. */
export class NoEventLog extends Error {
  readonly kind: 'NO_LOG' | 'UNREADABLE';

  constructor(kind: NoEventLog['kind']) {
    super(kind);
    this.kind = kind;
  }
}

export const endsFrom = ({ logId, headPosition, headHash, lastEvent, lastFacts }: Row): LogEnds => {
  const head = { logId: text(logId), position: whole(headPosition), hash: text(headHash) };
  return {
    head:
      head.logId === undefined || head.position === undefined || head.hash === undefined
        ? undefined
        : { logId: head.logId, position: head.position, hash: head.hash },
    lastEvent: lastEvent === null ? 0 : whole(lastEvent),
    lastFacts: lastFacts === null ? 0 : whole(lastFacts),
  };
};

export const eventFrom = (row: Row): EventRow => ({
  position: whole(row.position),
  at: whole(row.at),
  actor: text(row.actor),
  kind: text(row.kind),
  subject: text(row.subject),
  factsDigest: text(row.factsDigest),
  hash: text(row.hash),
});

export const factsFrom = ({ position, salt, facts }: Row): FactsRow => ({
  position: whole(position),
  salt: salt === null ? null : text(salt),
  facts: facts === null ? null : text(facts),
});

function whole(cell: Cell): number | undefined {
  if (typeof cell !== 'bigint' && !(typeof cell === 'string' && /^-?\d+$/.test(cell))) return undefined;
  const number = Number(cell);
  return Number.isSafeInteger(number) ? number : undefined;
}

const text = (cell: Cell): string | undefined => (typeof cell === 'string' ? cell : undefined);
