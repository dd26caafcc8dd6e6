import type { Ask, Follower, Protocol, State, Stored } from './lease-model.ts';
import { aged, idle, isGranted, isValid, LONG_AGO, mayAnswer, noLease, unlessPast } from './lease-model.ts';

type Step = readonly [label: string, state: State];
type FollowerStep = readonly [label: string, follower: Follower];
type AskStep = readonly [label: string, ask: Ask, changed?: Partial<Follower>];

interface Asking {
  readonly protocol: Protocol;
  readonly state: State;
  readonly follower: Follower;
  readonly ask: Ask;
}

/** The label of the step in which time goes on. */
export const TICK = 'a tick passes';

/** How the label of a crash ends. */
export const CRASH = 'crashes and starts again';

const PAGE_SIZE = 1;

/** Everything that can happen next, one thing at a time: explored to the end, that is every interleaving. */
export const nextBy = (protocol: Protocol) => {
  return (state: State): Step[] => [
    [TICK, { ...state, followers: state.followers.map((follower) => aged(protocol, follower)) }],
    ...otherSteps(state),
    ...takerSteps(protocol, state),
    ...state.followers.flatMap((follower, f) => {
      const steps = [...processSteps(protocol, state, follower), ...lateReaderSteps(protocol, state, follower)];
      return steps.map(([label, to]): Step => [`follower ${f + 1} ${label}`, { ...state, followers: state.followers.with(f, to) }]);
    }),
  ];
};

const otherSteps = (state: State): Step[] =>
  state.log.includes('OTHER') ? [] : [['something else happens', { ...state, log: [...state.log, 'OTHER'] }]];

function takerSteps(protocol: Protocol, state: State): Step[] {
  const withEach = (change: (follower: Follower) => Partial<Follower>) =>
    state.followers.map((follower) => ({ ...follower, ...change(follower) }));
  const leasesRead: State = { ...state, taker: 'WAITING', followers: withEach(({ lease }) => ({ leaseSeen: lease.ends })) };
  const committed: State = { ...state, taker: 'COMMITTED', log: [...state.log, 'TAKEN'] };
  const answered: State = { ...state, taker: 'ANSWERED', followers: withEach(() => ({ lease: noLease, leaseSeen: LONG_AGO })) };
  switch (state.taker) {
    case 'IDLE':
      if (protocol.takerCommitsBeforeReadingLeases) return [['the taker commits', committed]];
      return [['the taker reads the leases', { ...leasesRead, taker: 'LEASES_READ' }]];
    case 'LEASES_READ':
      return [['the taker commits', { ...committed, taker: 'WAITING' }]];
    case 'COMMITTED':
      return [['the taker reads the leases', leasesRead]];
    case 'WAITING': {
      const replay: Step = ['the taker is asked again', protocol.replayWaits ? leasesRead : answered];
      return mayAnswer(protocol, state) ? [replay, ['the taker answers', answered]] : [replay];
    }
    case 'ANSWERED':
      return [];
  }
}

/** A reader's start shows in nothing before its first look, so the two are one step; one that started before the answer may succeed. */
function lateReaderSteps(protocol: Protocol, { taker }: State, follower: Follower): FollowerStep[] {
  const looks = [isGranted(follower), isValid(protocol, follower)];
  const [first, second] = protocol.stateIsLookedAtBeforeValidity ? looks : looks.toReversed();
  const isPastFirst = protocol.gateIsOneStatement ? first : follower.lateReader === 'PAST_FIRST_LOOK';
  if (taker !== 'ANSWERED') return [];
  if (isPastFirst && second) return [['lets a late reader in', { ...follower, lateReader: 'SUCCEEDED' }]];
  return first && !isPastFirst ? [['lets a late reader past the first look', { ...follower, lateReader: 'PAST_FIRST_LOOK' }]] : [];
}

const processSteps = (protocol: Protocol, state: State, follower: Follower): FollowerStep[] =>
  follower.asks.flatMap((ask, a) => {
    const crash: AskStep = [CRASH, idle, { stored: follower.onDisk }];
    const steps = [crash, ...askSteps({ protocol, state, follower, ask })];
    return steps.map(([label, to, changed]): FollowerStep => [label, { ...follower, ...changed, asks: follower.asks.with(a, to) }]);
  });

function askSteps(asking: Asking): AskStep[] {
  const { protocol, state, follower, ask } = asking;
  switch (ask.step) {
    case 'IDLE':
      return protocol.followerClock.map((t0) => [
        `notes t0 = now + ${t0} and asks`,
        { ...idle, step: 'ASKED', t0, cursor: follower.stored.cursor },
      ]);
    case 'ASKED':
      return protocol.leaseIsCommittedBeforePageIsRead ? commitLease(asking, 'LEASED') : readPage(asking);
    case 'LEASED':
      return readPage(asking);
    case 'PAGE_READ':
      return commitLease(asking, 'ANSWERED');
    case 'HELD':
      return [...(state.log.length > ask.cursor ? readPage(asking) : []), ...endWait(asking)];
    case 'ANSWERED':
      return applyPage(asking);
    case 'CURSOR_STORED':
      return [['applies the effects', idle, store(asking, { ...follower.stored, copy: copyAfter(asking) })]];
  }
}

function commitLease({ protocol, state, ask }: Asking, step: Ask['step']): AskStep[] {
  const leases = protocol.servingClock.map((now) => ({ ends: now + protocol.leaseTicks, asked: ask.cursor }));
  return (state.taker === 'ANSWERED' ? [noLease] : leases).map((lease) => ['has its lease committed', { ...ask, step }, { lease }]);
}

function readPage({ protocol, state: { log }, ask }: Asking): AskStep[] {
  const heads = protocol.pageIsReadFresh ? [log.length] : [log.length, Math.max(log.length - 1, ask.cursor)];
  return heads.map((head) => {
    const upTo = Math.min(ask.cursor + PAGE_SIZE, head);
    const leased = upTo > ask.cursor ? 'ANSWERED' : 'HELD';
    const step = protocol.leaseIsCommittedBeforePageIsRead ? leased : 'PAGE_READ';
    return [`has its page read up to ${upTo} of ${head}`, { ...ask, upTo, caughtUp: upTo === head, step }];
  });
}

function endWait(asking: Asking): AskStep[] {
  if (asking.protocol.leaseIsCommittedAgainBeforeEmptyAnswer) return commitLease(asking, 'ANSWERED');
  return [['is answered with an empty page', { ...asking.ask, step: 'ANSWERED' }]];
}

/** A page on its way and a page at hand are one step, since nobody can tell them apart. */
function applyPage(asking: Asking): AskStep[] {
  const { protocol, follower, ask } = asking;
  if (protocol.pageIsAppliedOnlyToItsCursor && follower.stored.cursor !== ask.cursor) return [['drops a page that came too late', idle]];
  const isLease = ask.caughtUp || !protocol.leaseBeginsOnlyWhenCaughtUp;
  return (protocol.followerNotesTimeBeforeAsking ? [ask.t0] : protocol.followerClock).map((from) => {
    const validUntil = isLease ? unlessPast(protocol, from + protocol.leaseTicks) : follower.stored.validUntil;
    const moved: Stored = { ...follower.stored, cursor: ask.upTo, validUntil };
    if (!protocol.pageAndCursorAreStoredTogether) return ['stores the cursor', { ...ask, step: 'CURSOR_STORED' }, store(asking, moved)];
    return ['stores page and cursor', idle, store(asking, { ...moved, copy: copyAfter(asking) })];
  });
}

const store = ({ protocol, follower }: Asking, stored: Stored): Partial<Follower> => ({
  stored,
  onDisk: protocol.commitsSurviveCrashes ? stored : follower.stored,
});

const copyAfter = ({ state, follower, ask }: Asking): Stored['copy'] =>
  state.log.slice(ask.cursor, ask.upTo).findLast((event) => event !== 'OTHER') ?? follower.stored.copy;
