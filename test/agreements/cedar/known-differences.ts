import type { Difference } from './comparison.ts';

interface KnownDifference {
  /** What our code does, and what the words say. */
  readonly inWords: string;
  readonly is: (difference: Difference) => boolean;
}

/** Where our code and the words differ today. A row that has become untrue fails the test and is taken out. */
export const knownDifferences: readonly KnownDifference[] = [
  {
    inWords: 'That an archived system comes back for 30 days only is judged in the act, which knows the time (P27).',
    is: ({ action, ours, setting }) => ['SET_ACTIVE', 'SET_PASSIVE'].includes(action) && ours && setting.situation.archivedDaysAgo === 31,
  },
  {
    inWords: 'A supplier changes its system only with substantial; the words ask that of the agency alone (design 6), so this is open.',
    is: ({ action, ours, asker }) =>
      ['SET_ACTIVE', 'SET_PASSIVE', 'SET_ARCHIVED'].includes(action) && !ours && asker.actor.assurance === 'LOW',
  },
];
