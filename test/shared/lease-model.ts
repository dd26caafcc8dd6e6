/** The rules of a lease, one switch each. `design` holds the rules as they are; every other value is a way to get them wrong. */
export interface Protocol {
  readonly leaseTicks: number;
  readonly slackTicks: number;
  /** How far off the serving side's time one look at a clock may be: [0] keeps time, [0, 1] may step by a tick between two looks. */
  readonly followerClock: readonly number[];
  readonly servingClock: readonly number[];
  readonly pageSize: number;
  readonly leaseIsCommittedBeforePage: boolean;
  readonly leaseIsRenewedBeforeEmptyAnswer: boolean;
  readonly pageIsReadFresh: boolean;
  readonly validFrom: 'ASKING' | 'DELIVERY';
  readonly onlyCaughtUpPagesAreValid: boolean;
  readonly staleAnswersAreDropped: boolean;
  readonly pageAndCursorAreStoredTogether: boolean;
  readonly commitsSurviveCrashes: boolean;
  readonly takerReadsLeases: 'AFTER_COMMIT' | 'BEFORE_COMMIT' | 'AFTER_COMMIT_AND_AGAIN';
  readonly replayWaits: boolean;
  readonly gate: 'ONE_STATEMENT' | 'STATE_THEN_VALIDITY' | 'VALIDITY_THEN_STATE';
}

export const design: Protocol = {
  leaseTicks: 3,
  slackTicks: 1,
  followerClock: [0, 1],
  servingClock: [0],
  pageSize: 1,
  leaseIsCommittedBeforePage: true,
  leaseIsRenewedBeforeEmptyAnswer: true,
  pageIsReadFresh: true,
  validFrom: 'ASKING',
  onlyCaughtUpPagesAreValid: true,
  staleAnswersAreDropped: true,
  pageAndCursorAreStoredTogether: true,
  commitsSurviveCrashes: true,
  takerReadsLeases: 'AFTER_COMMIT',
  replayWaits: true,
  gate: 'ONE_STATEMENT',
};

type Event = 'GRANTED' | 'TAKEN' | 'OTHER';

/** Every time is told from now, which is always 0: 3 lies three ticks ahead, -1 one tick back. So runs of any length end in few states. */
export interface State {
  readonly log: readonly Event[];
  readonly taker: 'IDLE' | 'LEASES_READ' | 'COMMITTED' | 'WAITING' | 'ANSWERED';
  readonly followers: readonly Follower[];
  readonly reader: Reader;
}

/** One follower: its row on the serving side, what the taker read there, its own database, and the processes that ask for it. */
interface Follower {
  readonly lease: { readonly ends: number; readonly asked: number };
  readonly leaseSeen: number;
  readonly stored: Stored;
  readonly onDisk: Stored;
  readonly asks: readonly Ask[];
}

interface Stored {
  readonly cursor: number;
  readonly copy: 'NOTHING' | 'GRANTED' | 'TAKEN';
  readonly validUntil: number;
}

interface Ask {
  readonly step: 'IDLE' | 'ASKED' | 'LEASED' | 'PAGE_READ' | 'HELD' | 'ANSWERED' | 'CURSOR_STORED';
  readonly t0: number;
  readonly cursor: number;
  readonly upTo: number;
  readonly caughtUp: boolean;
}

interface Reader {
  readonly step: 'NONE' | 'STARTED' | 'HALF_PASSED' | 'SUCCEEDED';
  readonly at: number;
  readonly startedAfterAnswer: boolean;
}

type Step = readonly [label: string, state: State];
type Change = readonly [label: string, follower: Partial<Follower>, ask: Ask];

const LONG_AGO = -100;
const idle: Ask = { step: 'IDLE', t0: 0, cursor: 0, upTo: 0, caughtUp: false };
const empty: Stored = { cursor: 0, copy: 'NOTHING', validUntil: LONG_AGO };

export const start = (followers: number, processes: number): State => ({
  log: ['GRANTED'],
  taker: 'IDLE',
  followers: Array.from({ length: followers }, () => ({
    lease: { ends: LONG_AGO, asked: 0 },
    leaseSeen: LONG_AGO,
    stored: empty,
    onDisk: empty,
    asks: Array.from({ length: processes }, () => idle),
  })),
  reader: { step: 'NONE', at: 0, startedAfterAnswer: false },
});

export const nextBy = (protocol: Protocol) => (state: State): Step[] => [
  ['a tick passes', tick(protocol, state)],
  ...(state.log.includes('OTHER') ? [] : [['something else happens', { ...state, log: [...state.log, 'OTHER'] }] satisfies Step]),
  ...takerSteps(protocol, state),
  ...state.followers.flatMap((follower, f) => followerSteps(protocol, state.log, follower).map(([label, changed]): Step => [`follower ${f + 1} ${label}`, { ...state, followers: state.followers.with(f, changed) }])),
  ...readerSteps(protocol, state),
];

function tick(protocol: Protocol, state: State): State {
  const error = Math.max(...[...protocol.followerClock, ...protocol.servingClock].map(Math.abs));
  const age = (time: number, forgotten: number) => Math.max(time - 1, -forgotten - error);
  const ageStored = (stored: Stored) => ({ ...stored, validUntil: age(stored.validUntil, 0) });
  return {
    ...state,
    followers: state.followers.map((follower) => ({
      lease: { ...follower.lease, ends: age(follower.lease.ends, protocol.slackTicks) },
      leaseSeen: age(follower.leaseSeen, protocol.slackTicks),
      stored: ageStored(follower.stored),
      onDisk: ageStored(follower.onDisk),
      asks: follower.asks.map((ask) => (ask.step === 'IDLE' ? ask : { ...ask, t0: age(ask.t0, protocol.leaseTicks) })),
    })),
  };
}

export const mayAnswer = (protocol: Protocol, state: State): boolean =>
  state.followers.every(({ lease, leaseSeen }) => {
    const ends = protocol.takerReadsLeases === 'AFTER_COMMIT_AND_AGAIN' ? lease.ends : leaseSeen;
    return lease.asked > state.log.indexOf('TAKEN') || protocol.servingClock.some((now) => now >= ends + protocol.slackTicks);
  });

function takerSteps(protocol: Protocol, state: State): Step[] {
  const taken: State = { ...state, taker: 'COMMITTED', log: [...state.log, 'TAKEN'] };
  const seen: State = { ...state, taker: 'WAITING', followers: state.followers.map((follower) => ({ ...follower, leaseSeen: follower.lease.ends })) };
  switch (state.taker) {
    case 'IDLE':
      return protocol.takerReadsLeases === 'BEFORE_COMMIT' ? [['the taker reads the leases', { ...seen, taker: 'LEASES_READ' }]] : [['the taker commits', taken]];
    case 'LEASES_READ':
      return [['the taker commits', { ...taken, taker: 'WAITING' }]];
    case 'COMMITTED':
      return [['the taker reads the leases', seen]];
    case 'WAITING':
      return [
        ['the taker is asked again', { ...state, taker: protocol.replayWaits ? 'COMMITTED' : 'ANSWERED' }],
        ...(mayAnswer(protocol, state) ? [['the taker answers', { ...state, taker: 'ANSWERED' }] satisfies Step] : []),
      ];
    default:
      return [];
  }
}

const followerSteps = (protocol: Protocol, log: readonly Event[], follower: Follower): [string, Follower][] =>
  follower.asks.flatMap((ask, a) => {
    const crash: Change = ['crashes and starts again', { stored: follower.onDisk }, idle];
    return [crash, ...askSteps(protocol, log, follower, ask)].map(([label, changed, to]): [string, Follower] => [label, { ...follower, ...changed, asks: follower.asks.with(a, to) }]);
  });

function askSteps(protocol: Protocol, log: readonly Event[], follower: Follower, ask: Ask): Change[] {
  switch (ask.step) {
    case 'IDLE':
      return protocol.followerClock.map((t0) => ['notes the time and asks', {}, { ...idle, step: 'ASKED', t0, cursor: follower.stored.cursor }]);
    case 'ASKED':
      return protocol.leaseIsCommittedBeforePage ? commitLease(protocol, ask, 'LEASED') : readPage(protocol, log, ask);
    case 'LEASED':
      return readPage(protocol, log, ask);
    case 'PAGE_READ':
      return commitLease(protocol, ask, 'ANSWERED');
    case 'HELD':
      return [
        ...(log.length > ask.cursor ? readPage(protocol, log, ask) : []),
        ...(protocol.leaseIsRenewedBeforeEmptyAnswer ? commitLease(protocol, ask, 'ANSWERED') : [['is answered: nothing new', {}, { ...ask, step: 'ANSWERED' }] satisfies Change]),
      ];
    case 'ANSWERED':
      return applyPage(protocol, log, follower, ask);
    default:
      return [['applies the effects', store(protocol, follower, { ...follower.stored, copy: copyAfter(log, ask, follower.stored) }), idle]];
  }
}

const commitLease = (protocol: Protocol, ask: Ask, step: Ask['step']): Change[] =>
  protocol.servingClock.map((now) => ['gets its lease committed', { lease: { ends: now + protocol.leaseTicks, asked: ask.cursor } }, { ...ask, step }]);

function readPage(protocol: Protocol, log: readonly Event[], ask: Ask): Change[] {
  const ends = protocol.pageIsReadFresh ? [log.length] : [log.length, Math.max(log.length - 1, ask.cursor)];
  return ends.map((end) => {
    const upTo = Math.min(ask.cursor + protocol.pageSize, end);
    const answered = upTo > ask.cursor ? 'ANSWERED' : 'HELD';
    return [`gets its page read to ${upTo} of ${end}`, {}, { ...ask, upTo, caughtUp: upTo === end, step: protocol.leaseIsCommittedBeforePage ? answered : 'PAGE_READ' }];
  });
}

function applyPage(protocol: Protocol, log: readonly Event[], follower: Follower, ask: Ask): Change[] {
  if (protocol.staleAnswersAreDropped && follower.stored.cursor !== ask.cursor) return [['drops a stale page', {}, idle]];
  return (protocol.validFrom === 'ASKING' ? [ask.t0] : protocol.followerClock).map((from) => {
    const begins = ask.caughtUp || !protocol.onlyCaughtUpPagesAreValid;
    const cursor: Stored = { ...follower.stored, cursor: ask.upTo, validUntil: begins ? from + protocol.leaseTicks : follower.stored.validUntil };
    if (!protocol.pageAndCursorAreStoredTogether) return ['stores the cursor alone', store(protocol, follower, cursor), { ...ask, step: 'CURSOR_STORED' }];
    return ['applies the page', store(protocol, follower, { ...cursor, copy: copyAfter(log, ask, follower.stored) }), idle];
  });
}

const store = (protocol: Protocol, follower: Follower, stored: Stored): Partial<Follower> => ({ stored, onDisk: protocol.commitsSurviveCrashes ? stored : follower.stored });

const copyAfter = (log: readonly Event[], ask: Ask, before: Stored): Stored['copy'] =>
  log.slice(ask.cursor, ask.upTo).findLast((event) => event !== 'OTHER') ?? before.copy;

function readerSteps(protocol: Protocol, state: State): Step[] {
  const { reader } = state;
  if (reader.step === 'NONE') return state.followers.map((_, at) => [`a reader starts at follower ${at+1}`, { ...state, reader: { step: 'STARTED', at, startedAfterAnswer: state.taker === 'ANSWERED' } }]);
  if (reader.step === 'SUCCEEDED') return [];
  return [];
}

/** Whether a reader that started after the taker's answer succeeded by the old state. */
export const isBroken = ({ reader }: State): boolean => reader.step === 'SUCCEEDED' && reader.startedAfterAnswer;

export function explore<S>(initial: S, next: (state: S) => readonly (readonly [string, S])[], violated: (state: S) => boolean): { states: number; trace?: string[] } {
  type Reached = { readonly state: S; readonly label: string; readonly from?: Reached };
  const known = new Set<string>();
  const reached: Reached[] = [];
  const reach = (place: Reached) => {
    const key = JSON.stringify(place.state);
    if (!known.has(key)) reached.push(place);
    known.add(key);
  };
  const traceTo = (place: Reached): string[] => (place.from ? [...traceTo(place.from), place.label] : []);
  reach({ state: initial, label: '' });
  for (const from of reached) {
    if (violated(from.state)) return { states: reached.length, trace: traceTo(from) };
    for (const [label, state] of next(from.state)) reach({ state, label, from });
  }
  return { states: reached.length };
}
