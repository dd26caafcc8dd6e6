import { afterAll, describe, expect, test } from '@jest/globals';
import { design, explore, isGranted, isOverdue, isValid, letsLateReaderIn, type Protocol, type State, start } from './lease-model.ts';
import { CRASH, nextBy, TICK } from './lease-model-steps.ts';

const keepingTime = { followerClock: [0], slackTicks: 0 };

/** A follower that has heard nothing yet, of a log that still grows by something else. */
const newcomer = start({ log: ['GRANTED'], heard: 0, followers: 1, processes: 1 });
const inTheKnow = { log: ['GRANTED', 'OTHER'], heard: 2, followers: 1, processes: 1 } as const;
const twoProcesses = start({ ...inTheKnow, processes: 2 });
const twoFollowers = start({ ...inTheKnow, followers: 2 });

const report: string[] = [];
afterAll(() => console.info(report.join('\n')));

/** Every state within reach of the rules, or the shortest way to one where a late reader is let in or the taker waits too long. */
function tryOut(initial: State, changed: Partial<Protocol> = {}) {
  const protocol = { ...design, ...changed };
  const found = explore(initial, nextBy(protocol), (state) => letsLateReaderIn(state) || isOverdue(protocol, state));
  const outcome = found.trace ? `broken in ${found.trace.length} steps: ${found.trace.join('; ')}` : 'holds';
  report.push(`${expect.getState().currentTestName}: ${found.states} states, ${outcome}`);
  return found;
}

describe('no reader that starts after the answer goes by the old state, and the taker never waits longer than lease and slack', () => {
  test('with a new follower whose clock may jump by the slack at any time', () => {
    expect(tryOut(newcomer).trace).toBeUndefined();
  });

  test('with two processes asking for the same follower', () => {
    expect(tryOut(twoProcesses, { ...keepingTime }).trace).toBeUndefined();
  });

  test('with two followers', () => {
    expect(tryOut(twoFollowers, { ...keepingTime, leaseTicks: 2 }).trace).toBeUndefined();
  });

  test('with a clock that is wrong but steady, and no slack at all', () => {
    expect(tryOut(newcomer, { followerClock: [2], slackTicks: 0 }).trace).toBeUndefined();
  });

  test('with clocks that jump on both sides, when the slack covers the sum', () => {
    expect(tryOut(newcomer, { followerClock: [0, 1], servingClock: [0, 1], slackTicks: 2, leaseTicks: 2 }).trace).toBeUndefined();
  });
});

describe('the promise is not kept by keeping everyone out or waiting for the worst', () => {
  test('readers are let in while the taker waits', () => {
    const isLetIn = (state: State) =>
      state.taker === 'WAITING' && state.followers.some((follower) => isGranted(follower) && isValid(design, follower));
    expect(explore(newcomer, nextBy(design), isLetIn).trace).toBeDefined();
  });

  test('whatever happened before, a taker whose followers go on asking can answer before another tick', () => {
    const protocol = { ...design, ...keepingTime };
    const undisturbed = (state: State) => nextBy(protocol)(state).filter(([label]) => label !== TICK && !label.endsWith(CRASH));
    const isAnswered = (state: State) => state.taker === 'ANSWERED';
    const mustWait = (state: State) => state.taker === 'WAITING' && !explore(state, undisturbed, isAnswered).trace;
    expect(explore(newcomer, nextBy(protocol), mustWait).trace).toBeUndefined();
  });
});

describe('each rule is needed: without it a late reader is let in', () => {
  const broken: [title: string, changed: Partial<Protocol>, initial?: State][] = [
    ['the lease is committed before the page is read', { leaseIsCommittedBeforePageIsRead: false }],
    ['the page is read after that, not from a replica that lags', { pageIsReadFresh: false }],
    ['the follower counts from before it asked, not from the delivery', { followerNotesTimeBeforeAsking: false }],
    ['the lease begins only after a page that is caught up', { leaseBeginsOnlyWhenCaughtUp: false }],
    ['page and cursor are stored together', { pageAndCursorAreStoredTogether: false }],
    [
      'a page is applied only to the cursor it was asked from',
      { ...keepingTime, leaseTicks: 2, pageIsAppliedOnlyToItsCursor: false },
      start({ ...inTheKnow, log: ['OTHER', 'GRANTED'], heard: 1, processes: 2 }),
    ],
    ['what the follower stored survives a crash', { commitsSurviveCrashes: false }],
    ['the taker commits before it reads the leases', { takerCommitsBeforeReadingLeases: false }],
    ['a replay waits too', { replayWaits: false }],
    ['a reader looks at state and validity at once', { gateIsOneStatement: false }],
    ['there is slack when a clock may jump', { slackTicks: 0 }],
    ['the slack covers a jump from slow to fast, not only from right to wrong', { followerClock: [-1, 0, 1] }],
    ['the slack covers the jumps of both sides together', { servingClock: [0, 1] }],
  ];

  test.each(broken)('%s', (_, changed, initial = newcomer) => {
    expect(tryOut(initial, changed).trace?.at(-1)).toMatch(/lets a late reader in$/);
  });
});

test('a taker that goes by leases committed after its first reading may wait longer than lease and slack', () => {
  expect(tryOut(newcomer, { takerReadsLeasesOnce: false }).trace?.at(-1)).toMatch(/has its lease committed$/);
});

describe('two things may be left out or turned round without harm', () => {
  test('committing the lease again before a long poll answers empty', () => {
    expect(tryOut(newcomer, { leaseIsCommittedAgainBeforeEmptyAnswer: false }).trace).toBeUndefined();
  });

  test('looking at validity first and at the state in a second step', () => {
    expect(tryOut(newcomer, { gateIsOneStatement: false, stateIsLookedAtBeforeValidity: false }).trace).toBeUndefined();
  });
});
