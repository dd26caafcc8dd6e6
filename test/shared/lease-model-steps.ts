import {
  type Ask,
  type Follower,
  idle,
  isGranted,
  isValid,
  LONG_AGO,
  mayAnswer,
  noLease,
  type Protocol,
  type State,
  type Stored,
} from './lease-model.ts';

type Step = readonly [label: string, state: State];
type Change = readonly [label: string, follower: Partial<Follower>, ask: Ask];

export const TICK = 'a tick passes';
export const CRASH = 'crashes and starts again';
const PAGE_SIZE = 1;

/** Everything that can happen next, each alone, in any state: together with `explore` that is every interleaving. */
export const nextBy =
  (protocol: Protocol) =>
  (state: State): Step[] => [
    [TICK, tick(protocol, state)],
    ...somethingElse(state),
    ...takerSteps(protocol, state),
    ...state.followers.flatMap((follower, f) =>
      followerSteps(protocol, state, follower).map(
        ([label, changed]): Step => [`follower ${f + 1} ${label}`, { ...state, followers: state.followers.with(f, changed) }],
      ),
    ),
  ];

function tick(protocol: Protocol, state: State): State {
  const older = (stored: Stored) => ({ ...stored, validUntil: unlessPast(protocol, stored.validUntil - 1) });
  const olderFollower = (follower: Follower): Follower => ({
    ...follower,
    lease: { ...follower.lease, ends: unlessPast(protocol, follower.lease.ends - 1, protocol.slackTicks) },
    leaseSeen: unlessPast(protocol, follower.leaseSeen - 1, protocol.slackTicks),
    stored: older(follower.stored),
    onDisk: older(follower.onDisk),
    asks: follower.asks.map((ask) => (ask === idle ? ask : { ...ask, t0: unlessPast(protocol, ask.t0 - 1, protocol.leaseTicks) })),
  });
  return { ...state, followers: state.followers.map(olderFollower) };
}

/** A time so far back that it makes no difference any more, whatever a clock shows, is as good as any other such time. */
function unlessPast(protocol: Protocol, time: number, lasting = 0): number {
  const error = Math.max(...[...protocol.followerClock, ...protocol.servingClock].map(Math.abs));
  return time + lasting > -error ? time : LONG_AGO;
}

const somethingElse = (state: State): Step[] =>
  state.log.includes('OTHER') ? [] : [['something else happens', { ...state, log: [...state.log, 'OTHER'] }]];

function takerSteps(protocol: Protocol, state: State): Step[] {
  const commit = (taker: State['taker']): Step => ['the taker commits', { ...state, taker, log: [...state.log, 'TAKEN'] }];
  const readLeases = (taker: State['taker']): Step => [
    'the taker reads the leases',
    { ...state, taker, followers: state.followers.map((follower) => ({ ...follower, leaseSeen: follower.lease.ends })) },
  ];
  const answered: State = {
    ...state,
    taker: 'ANSWERED',
    followers: state.followers.map((follower) => ({ ...follower, leaseSeen: LONG_AGO, lease: noLease })),
  };
  switch (state.taker) {
    case 'IDLE':
      return [protocol.takerCommitsBeforeReadingLeases ? commit('COMMITTED') : readLeases('LEASES_READ')];
    case 'LEASES_READ':
      return [commit('WAITING')];
    case 'COMMITTED':
      return [readLeases('WAITING')];
    case 'WAITING':
      return [
        protocol.replayWaits ? readLeases('WAITING') : ['the taker is asked again', answered],
        ...(mayAnswer(protocol, state) ? [['the taker answers', answered] satisfies Step] : []),
      ];
    case 'ANSWERED':
      return [];
  }
}

function followerSteps(protocol: Protocol, state: State, follower: Follower): [string, Follower][] {
  const crash: Change = [CRASH, { stored: follower.onDisk }, idle];
  const asking = follower.asks.flatMap((ask, a) =>
    [crash, ...askSteps(protocol, state, follower, ask)].map(([label, changed, next]): [string, Follower] => [
      label,
      { ...follower, ...changed, asks: follower.asks.with(a, next) },
    ]),
  );
  return state.taker === 'ANSWERED' ? [...asking, ...lateReaderSteps(protocol, follower)] : asking;
}

/** A start shows in nothing before the first look, so the two are one step; readers that started before the answer may succeed. */
function lateReaderSteps(protocol: Protocol, follower: Follower): [string, Follower][] {
  const looks = [isGranted(follower), isValid(protocol, follower)];
  const [first, second] = protocol.stateIsLookedAtBeforeValidity ? looks : looks.toReversed();
  const isIn = protocol.gateIsOneStatement ? first && second : second && follower.lateReader === 'PAST_FIRST_LOOK';
  if (isIn) return [['lets a late reader in', { ...follower, lateReader: 'SUCCEEDED' }]];
  return first && !protocol.gateIsOneStatement
    ? [['lets a late reader past the first look', { ...follower, lateReader: 'PAST_FIRST_LOOK' }]]
    : [];
}

function askSteps(protocol: Protocol, state: State, follower: Follower, ask: Ask): Change[] {
  const leaseFirst = protocol.leaseIsCommittedBeforePageIsRead;
  switch (ask.step) {
    case 'IDLE':
      return protocol.followerClock.map((t0) => [
        `notes t0 = now + ${t0} and asks`,
        {},
        { ...idle, step: 'ASKED', t0, cursor: follower.stored.cursor },
      ]);
    case 'ASKED':
      return leaseFirst ? commitLease(protocol, state, ask, 'LEASED') : readPage(protocol, state, ask);
    case 'LEASED':
      return readPage(protocol, state, ask);
    case 'PAGE_READ':
      return commitLease(protocol, state, ask, 'ANSWERED');
    case 'HELD':
      return [...(state.log.length > ask.cursor ? readPage(protocol, state, ask) : []), ...endWait(protocol, state, ask)];
    case 'ANSWERED':
      return applyPage(protocol, state, follower, ask);
    case 'CURSOR_STORED':
      return [['applies the effects', store(protocol, follower, { ...follower.stored, copy: copyAfter(state, follower, ask) }), idle]];
  }
}

/** Nobody reads the rows after the answer, so they are left empty then. */
function commitLease(protocol: Protocol, state: State, ask: Ask, step: Ask['step']): Change[] {
  const leases = protocol.servingClock.map((now) => ({ ends: now + protocol.leaseTicks, asked: ask.cursor }));
  return (state.taker === 'ANSWERED' ? [noLease] : leases).map((lease) => ['has its lease committed', { lease }, { ...ask, step }]);
}

function readPage(protocol: Protocol, { log }: State, ask: Ask): Change[] {
  const heads = protocol.pageIsReadFresh ? [log.length] : [log.length, Math.max(log.length - 1, ask.cursor)];
  return heads.map((head) => {
    const upTo = Math.min(ask.cursor + PAGE_SIZE, head);
    const leased = upTo > ask.cursor ? 'ANSWERED' : 'HELD';
    const step = protocol.leaseIsCommittedBeforePageIsRead ? leased : 'PAGE_READ';
    return [`has its page read up to ${upTo} of ${head}`, {}, { ...ask, upTo, caughtUp: upTo === head, step }];
  });
}

const endWait = (protocol: Protocol, state: State, ask: Ask): Change[] =>
  protocol.leaseIsCommittedAgainBeforeEmptyAnswer
    ? commitLease(protocol, state, ask, 'ANSWERED')
    : [['is answered with an empty page', {}, { ...ask, step: 'ANSWERED' }]];

/** A page on its way and a page at hand are one step, since nobody can tell them apart. */
function applyPage(protocol: Protocol, state: State, follower: Follower, ask: Ask): Change[] {
  if (protocol.pageIsAppliedOnlyToItsCursor && follower.stored.cursor !== ask.cursor)
    return [['drops a page that came too late', {}, idle]];
  const begins = protocol.followerNotesTimeBeforeAsking ? [ask.t0] : protocol.followerClock;
  return begins.map((begin) => {
    const validUntil =
      ask.caughtUp || !protocol.leaseBeginsOnlyWhenCaughtUp
        ? unlessPast(protocol, begin + protocol.leaseTicks)
        : follower.stored.validUntil;
    const moved: Stored = { ...follower.stored, cursor: ask.upTo, validUntil };
    if (!protocol.pageAndCursorAreStoredTogether)
      return ['stores the cursor', store(protocol, follower, moved), { ...ask, step: 'CURSOR_STORED' }];
    return ['stores page and cursor', store(protocol, follower, { ...moved, copy: copyAfter(state, follower, ask) }), idle];
  });
}

const store = (protocol: Protocol, follower: Follower, stored: Stored): Partial<Follower> => ({
  stored,
  onDisk: protocol.commitsSurviveCrashes ? stored : follower.stored,
});

const copyAfter = ({ log }: State, { stored }: Follower, ask: Ask): Stored['copy'] =>
  log.slice(ask.cursor, ask.upTo).findLast((event) => event !== 'OTHER') ?? stored.copy;
