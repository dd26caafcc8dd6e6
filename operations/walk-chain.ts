import { emptyLog } from '#shared/event-log.ts';
import type { LogHead } from '#shared/event-log-tables.ts';
import type { Break } from './log-break.ts';
import { judgeEvent } from './judge-event.ts';
import type { EventRow, FactsRow, LogSource } from './log-source.ts';

const PAGE = 1_000;
const FIRST = -(2n ** 63n);
const LAST = 2n ** 63n - 1n;

/** How far a log holds: the last event that does, how many were erased, and the break behind it, if there is one. */
export interface Walked {
  readonly position: number;
  readonly hash: string;
  readonly erased: number;
  readonly found: Break | undefined;
}

export interface Walk {
  /** Where the log ended when it was first looked at; what is written behind it meanwhile is not judged. */
  readonly lastEvent: number | undefined;
  /** What else is said of an event that holds: a checkpoint's word, for one. */
  readonly witness: (position: number, hash: string) => Break | undefined;
  readonly progress: (done: number) => void;
}

/** Walks a log from its first event to its last, in pages, and stops at the first break. */
export async function walkChain(source: LogSource, { lastEvent, witness, progress }: Walk): Promise<Walked> {
  let end: Pick<LogHead, 'position' | 'hash'> = emptyLog();
  let erased = 0;
  for await (const { events, facts } of pagesOf(source, lastEvent === undefined ? LAST : BigInt(lastEvent))) {
    for (const [index, event] of events.entries()) {
      const kept = facts[index];
      const found = stray(end.position, kept) ?? judgeEvent(end, event, kept?.position === event.position ? kept : undefined);
      const { position, hash } = event;
      if (found || position === undefined || hash === undefined) return { ...end, erased, found };
      const contradicted = witness(position, hash);
      if (contradicted) return { ...end, erased, found: contradicted };
      end = { position, hash };
      if (kept?.facts === null) erased += 1;
    }
    progress(end.position);
  }
  return { ...end, erased, found: undefined };
}

/** Facts that lie before the event whose turn it is, and so belong to none. */
function stray(before: number, kept: FactsRow | undefined): Break | undefined {
  if (!kept || (kept.position !== undefined && kept.position > before)) return undefined;
  return { kind: 'FACTS_WITHOUT_EVENT', position: kept.position ?? before + 1, says: 'There are facts here of which there is no event.' };
}

interface PageRead {
  readonly events: readonly EventRow[];
  readonly facts: readonly FactsRow[];
}

/** Pages in order; the next one is asked for while the one before is judged. */
async function* pagesOf(source: LogSource, upTo: bigint): AsyncGenerator<PageRead> {
  let coming = readPage(source, FIRST, upTo);
  for (;;) {
    const page = await coming;
    const last = page.events.at(-1)?.position;
    if (page.events.length === 0) return;
    if (last !== undefined) {
      coming = readPage(source, BigInt(last) + 1n, upTo);
      coming.catch(() => undefined); // told when it is awaited, if it still is
    }
    yield page;
    if (last === undefined) return;
  }
}

async function readPage(source: LogSource, from: bigint, upTo: bigint): Promise<PageRead> {
  const events = await source.events(from, upTo, PAGE);
  const last = events.findLast(({ position }) => position !== undefined)?.position;
  return { events, facts: last === undefined ? [] : await source.facts(from, BigInt(last)) };
}
