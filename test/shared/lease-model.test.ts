import { afterAll, describe, expect, test } from '@jest/globals';
import { design, explore, isGranted, isOverdue, isValid, letsLateReaderIn, type Protocol, type State, start } from './lease-model.ts';
import { CRASH, nextBy, TICK } from './lease-model-steps.ts';

const newFollower = start({ log: ['GRANTED'], heard: 0, followers: 1, processes: 1 });
const twoFollowers = start({ log: ['GRANTED', 'OTHER'], heard: 2, followers: 2, processes: 1 });
const twoProcesses = start({ log: ['OTHER', 'GRANTED'], heard: 1, followers: 1, processes: 2 });

const keepingTime: Partial<Protocol> = { leaseTicks: 2, slackTicks: 0, followerClock: [0] };

const report: string[] = [];
afterAll(() => console.info(report.join('\n')));

/** Explores until a late reader is let in or the taker waits too long, and reports how many states that took. */
function tryOut(initial: State, departure: Partial<Protocol> = {}) {
  const protocol = { ...design, ...departure };
  const { states, trace } = explore(initial, nextBy(protocol), (state) => letsLateReaderIn(state) || isOverdue(protocol, state));
  const outcome = trace ? `fails by: ${trace.join('; ')}` : 'holds';
  report.push(`${expect.getState().currentTestName} | ${states} states, ${outcome}`);
  return trace;
}

describe('a reader that starts after the answer never goes by the old state, and the taker waits no longer than lease and slack', () => {
  test('with a new follower, whose clock may jump by the slack at any time', () => {
    expect(tryOut(newFollower)).toBeUndefined();
  });

  test('with a clock that is wrong but steady, and no slack at all', () => {
    expect(tryOut(newFollower, { ...keepingTime, followerClock: [1] })).toBeUndefined();
  });

  test('with clocks that jump on both sides, when the slack covers the sum', () => {
    expect(tryOut(newFollower, { leaseTicks: 2, slackTicks: 2, servingClock: [0, 1] })).toBeUndefined();
  });

  test('with two processes that ask for the same follower', () => {
    expect(tryOut(twoProcesses, keepingTime)).toBeUndefined();
  });

  test('with two followers', () => {
    expect(tryOut(twoFollowers, keepingTime)).toBeUndefined();
  });
});

describe('the promise costs no more than it must', () => {
  test('readers are still let in while the taker waits', () => {
    const isOpen = (state: State) => state.followers.some((follower) => isGranted(follower) && isValid(design, follower));
    expect(explore(newFollower, nextBy(design), (state) => state.taker === 'WAITING' && isOpen(state)).trace).toBeDefined();
  });

  test('whatever happened before, a taker whose follower goes on asking can answer before the next tick', () => {
    const protocol = { ...design, ...keepingTime };
    const undisturbed = (state: State) => nextBy(protocol)(state).filter(([label]) => label !== TICK && !label.endsWith(CRASH));
    const canAnswer = (state: State) => explore(state, undisturbed, ({ taker }) => taker === 'ANSWERED').trace !== undefined;
    const mustWait = (state: State) => state.taker === 'WAITING' && !canAnswer(state);
    expect(explore(newFollower, nextBy(protocol), mustWait).trace).toBeUndefined();
  });

  test('committing the lease again before a long poll answers empty could be left out', () => {
    expect(tryOut(newFollower, { leaseTicks: 2, leaseIsCommittedAgainBeforeEmptyAnswer: false })).toBeUndefined();
  });

  test('a reader could look at validity first and at the state in a second step', () => {
    expect(tryOut(newFollower, { leaseTicks: 2, gateIsOneStatement: false, stateIsLookedAtBeforeValidity: false })).toBeUndefined();
  });
});

describe('without this rule a reader that starts after the answer is let in', () => {
  const departures: [rule: string, departure: Partial<Protocol>, initial?: State][] = [
    ['the follower counts the lease from before it asked, not from the delivery', { followerNotesTimeBeforeAsking: false }],
    ['the lease is committed before the page is read', { leaseIsCommittedBeforePageIsRead: false }],
    ['the page is read where the taking was committed, not from a replica that lags', { pageIsReadFresh: false }],
    ['a lease begins only after a page that is caught up', { leaseBeginsOnlyWhenCaughtUp: false }],
    ['page and cursor are stored together', { pageAndCursorAreStoredTogether: false }],
    ['a page is applied only to the cursor it was asked from', { ...keepingTime, pageIsAppliedOnlyToItsCursor: false }, twoProcesses],
    ['what a follower has stored survives a crash', { commitsSurviveCrashes: false }],
    ['the taker commits before it reads the leases', { takerCommitsBeforeReadingLeases: false }],
    ['a replay waits too', { replayWaits: false }],
    ['a reader looks at state and validity at once', { gateIsOneStatement: false }],
    ['there is slack when a clock may jump', { slackTicks: 0 }],
    ['the slack covers a jump from ahead to behind, not only the distance from true time', { followerClock: [-1, 0, 1] }],
    ['the slack covers the jumps of both sides together', { servingClock: [0, 1] }],
  ];

  test.each(departures)('%s', (_, departure, initial = newFollower) => {
    expect(tryOut(initial, departure)?.at(-1)).toMatch(/lets a late reader in$/);
  });
});

test('a taker that goes by leases committed after its first reading may wait longer than lease and slack', () => {
  expect(tryOut(newFollower, { takerReadsLeasesOnce: false })?.at(-1)).toMatch(/has its lease committed$/);
});
