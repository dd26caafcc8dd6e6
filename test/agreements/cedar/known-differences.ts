import type { Difference } from './comparison.ts';

interface KnownDifference {
  /** What our code does, and what the words say. */
  readonly inWords: string;
  readonly is: (difference: Difference) => boolean;
}

/** Where our code and the words differ today. A row that has become untrue fails the test and is taken out. */
export const knownDifferences: readonly KnownDifference[] = [
  {
    inWords: 'Nobody can confirm yet; whoever decides now confirms what is due or suspended as UNCONFIRMED (Q4, C4).',
    is: ({ action, ours }) => action === 'CONFIRM' && !ours,
  },
  {
    inWords: 'The agency closes with a login of level low; closing accesses needs substantial (design 6, beside deciding).',
    is: ({ action, ours, asker }) => action === 'CLOSE' && ours && asker.actor.assurance === 'LOW',
  },
  {
    inWords: 'An access does not know who requested it, so whoever did may revoke it; whoever may approve may revoke (3.7, A16).',
    is: ({ action, ours, setting }) => action === 'REVOKE' && ours && setting.whose.isOwn,
  },
  {
    inWords: 'permission(APPROVE) is yes at a closed daycare, where approving is then refused (R32, hard case 18).',
    is: ({ action, voice, ours, setting }) => action === 'APPROVE' && voice === 'permissionFor' && ours && !setting.situation.isOpen,
  },
  {
    inWords: 'An archived system can be brought back for ever, not for 30 days (P27).',
    is: ({ action, ours, setting }) => ['SET_ACTIVE', 'SET_PASSIVE'].includes(action) && ours && setting.situation.archivedDaysAgo === 31,
  },
  {
    inWords: 'A supplier changes its system only with substantial; the words ask that of the agency alone (design 6), so this is open.',
    is: ({ action, ours, asker }) =>
      ['SET_ACTIVE', 'SET_PASSIVE', 'SET_ARCHIVED'].includes(action) && !ours && asker.actor.assurance === 'LOW',
  },
];
