/** The rules of a lease as they are. To turn one off, or a number down, is a way to get the protocol wrong. */
export const design = {
  leaseTicks: 3,
  slackTicks: 1,
  /** How far off one look at a clock may be: [0] keeps time, [1] is wrong but steady, [0, 1] may jump by a tick between two looks. */
  followerClock: [0, 1],
  servingClock: [0],
  followerNotesTimeBeforeAsking: true,
  leaseIsCommittedBeforePageIsRead: true,
  leaseIsCommittedAgainBeforeEmptyAnswer: true,
  pageIsReadFresh: true,
  leaseBeginsOnlyWhenCaughtUp: true,
  pageIsAppliedOnlyToItsCursor: true,
  pageAndCursorAreStoredTogether: true,
  commitsSurviveCrashes: true,
  takerCommitsBeforeReadingLeases: true,
  takerReadsLeasesOnce: true,
  replayWaits: true,
  gateIsOneStatement: true,
  stateIsLookedAtBeforeValidity: true,
};

/** The design, or one way to depart from it. */
export type Protocol = Readonly<typeof design>;

/** Times are told from now, which is always 0 (-1 is a tick ago), so that runs of any length pass through finitely many states. */
export interface State {
  readonly log: readonly ('GRANTED' | 'TAKEN' | 'OTHER')[];
  readonly taker: 'IDLE' | 'LEASES_READ' | 'COMMITTED' | 'WAITING' | 'ANSWERED';
  readonly followers: readonly Follower[];
}

/** A follower: its row on the serving side, what the taker read there, its own database, its processes that ask, and a late reader. */
export interface Follower {
  readonly lease: { readonly ends: number; readonly asked: number };
  readonly leaseSeen: number;
  readonly stored: Stored;
  readonly onDisk: Stored;
  readonly asks: readonly Ask[];
  readonly lateReader: 'NONE' | 'PAST_FIRST_LOOK' | 'SUCCEEDED';
}

/** What a follower keeps: how far it has heard, what that makes of the state, and until when it may go by it. */
export interface Stored {
  readonly cursor: number;
  readonly copy: 'NOTHING' | 'GRANTED' | 'TAKEN';
  readonly validUntil: number;
}

/** What one process has under way: it asked after `cursor` at `t0`, and its page goes up to `upTo`. */
export interface Ask {
  readonly step: 'IDLE' | 'ASKED' | 'LEASED' | 'PAGE_READ' | 'HELD' | 'ANSWERED' | 'CURSOR_STORED';
  readonly t0: number;
  readonly cursor: number;
  readonly upTo: number;
  readonly caughtUp: boolean;
}

/** A time so far back that it makes no difference to anyone any more. */
export const LONG_AGO = -100;

/** A process with nothing under way: at the beginning, between two asks, and after a crash. */
export const idle: Ask = { step: 'IDLE', t0: 0, cursor: 0, upTo: 0, caughtUp: false };

/** The row of a follower that never asked, or whose row nobody reads any more. */
export const noLease: Follower['lease'] = { ends: LONG_AGO, asked: 0 };

/** The beginning: followers that have heard the first `heard` events of the log, and nobody has a lease. */
export function start(size: { log: State['log']; heard: number; followers: number; processes: number }): State {
  const copy = size.log.slice(0, size.heard).includes('GRANTED') ? 'GRANTED' : 'NOTHING';
  const stored: Stored = { cursor: size.heard, copy, validUntil: LONG_AGO };
  const asks = Array.from({ length: size.processes }, () => idle);
  const follower: Follower = { lease: noLease, leaseSeen: LONG_AGO, stored, onDisk: stored, asks, lateReader: 'NONE' };
  return { log: size.log, taker: 'IDLE', followers: Array.from({ length: size.followers }, () => follower) };
}

/** The follower a tick later. */
export function aged(protocol: Protocol, follower: Follower): Follower {
  const older = (stored: Stored) => ({ ...stored, validUntil: unlessPast(protocol, stored.validUntil - 1) });
  return {
    ...follower,
    lease: { ...follower.lease, ends: unlessPast(protocol, follower.lease.ends - 1, protocol.slackTicks) },
    leaseSeen: unlessPast(protocol, follower.leaseSeen - 1, protocol.slackTicks),
    stored: older(follower.stored),
    onDisk: older(follower.onDisk),
    asks: follower.asks.map((ask) => (ask === idle ? ask : { ...ask, t0: unlessPast(protocol, ask.t0 - 1, protocol.leaseTicks) })),
  };
}

/** The time, unless what lasts from then is over whatever a clock shows: all such times are alike. */
export function unlessPast(protocol: Protocol, time: number, lasting = 0): number {
  const error = Math.max(...[...protocol.followerClock, ...protocol.servingClock].map(Math.abs));
  return time + lasting > -error ? time : LONG_AGO;
}

/** Whether a reader may be let in by the follower's copy, as far as its state goes. */
export const isGranted = ({ stored }: Follower): boolean => stored.copy === 'GRANTED';

/** Whether a reader may be let in by the follower's copy, as far as time goes and whatever its clock shows. */
export const isValid = ({ followerClock }: Protocol, { stored }: Follower): boolean => followerClock.some((now) => stored.validUntil > now);

/** Whether every follower has asked beyond the taking, or its lease and the slack have run out (equal times count as run out). */
export const mayAnswer = (protocol: Protocol, state: State): boolean =>
  state.followers.every(({ lease, leaseSeen }) => {
    const ends = protocol.takerReadsLeasesOnce ? leaseSeen : lease.ends;
    return lease.asked > state.log.indexOf('TAKEN') || protocol.servingClock.some((now) => now >= ends + protocol.slackTicks);
  });

/** The promise broken: a reader that started after the taker's answer succeeded by the old state. */
export const letsLateReaderIn = (state: State): boolean => state.followers.some(({ lateReader }) => lateReader === 'SUCCEEDED');

/** Whether a taker has to wait although every lease it first read, and the slack, has run out. */
export const isOverdue = (protocol: Protocol, state: State): boolean =>
  state.taker === 'WAITING' && !mayAnswer(protocol, state) && state.followers.every(({ leaseSeen }) => leaseSeen + protocol.slackTicks < 0);

type Next<S> = (state: S) => readonly (readonly [label: string, state: S])[];
type Reached<S> = { readonly state: S; readonly label: string; readonly from?: Reached<S> };

/** Goes through every state within reach, nearest first, and returns their number, or the shortest way to one that is violated. */
export function explore<S>(initial: S, next: Next<S>, violated: (state: S) => boolean): { states: number; trace?: string[] } {
  const known = new Set<string>();
  const reached: Reached<S>[] = [];
  const reach = (place: Reached<S>) => {
    const key = JSON.stringify(place.state);
    if (!known.has(key)) reached.push(place);
    known.add(key);
  };
  reach({ state: initial, label: 'start' });
  for (const from of reached) {
    if (violated(from.state)) return { states: reached.length, trace: traceTo(from) };
    for (const [label, state] of next(from.state)) reach({ state, label, from });
  }
  return { states: reached.length };
}

const traceTo = <S>({ from, label }: Reached<S>): string[] => (from ? [...traceTo(from), label] : []);
