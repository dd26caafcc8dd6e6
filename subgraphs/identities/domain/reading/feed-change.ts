import type { OpeningChange } from '../following/opening.ts';
import { type AffiliationFacts, changeOf, type LoggedChange } from '../importing/affiliation-event.ts';

/** The log's name for each change of what a system may read. */
export const openingEvents = {
  ACCESS_BEGAN: 'ReadingBegan',
  ACCESS_PAUSED: 'ReadingPaused',
  ACCESS_ENDED: 'ReadingEnded',
} as const satisfies Record<OpeningChange, string>;

const openings = new Map<string, OpeningChange>(
  (['ACCESS_BEGAN', 'ACCESS_PAUSED', 'ACCESS_ENDED'] as const).map((kind) => [openingEvents[kind], kind]),
);

/** What the log keeps of such a change: whose reading it is. */
export interface OpeningFacts {
  readonly daycare: string;
  readonly system: string;
}

/** That a system's reading of a daycare began, paused or ended. */
export interface LoggedOpening extends OpeningFacts {
  readonly position: string;
  readonly at: number;
  readonly kind: OpeningChange;
}

export type FeedFacts = AffiliationFacts | OpeningFacts;
export type FeedChange = LoggedChange | LoggedOpening;

interface LogEvent {
  readonly at: number;
  readonly cursor: string;
  readonly kind: string;
  readonly subject: string;
  readonly facts: FeedFacts | null;
}

export const isOpening = (change: FeedChange): change is LoggedOpening => 'system' in change;

/** An event of the log as the feed may tell it; nothing where it is of no tie and no reading, or was erased. */
export function feedChangeOf(event: LogEvent): FeedChange[] {
  const { facts, kind, at, cursor } = event;
  if (facts === null || !('system' in facts)) return changeOf({ ...event, facts });
  const opening = openings.get(kind);
  return opening ? [{ daycare: facts.daycare, system: facts.system, position: cursor, at, kind: opening }] : [];
}
