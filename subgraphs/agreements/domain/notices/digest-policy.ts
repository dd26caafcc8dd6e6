/** More than this many single mails are too many: then one a day takes their place. */
export const MOST_SINGLY = 5;

/** What a recipient has before it. */
export interface Load {
  /** Requests it was told of, or is about to be, that nobody has decided. */
  readonly requestsWaiting: number;
  /** Notices of the last 24 hours, and all that are not in a mail yet. */
  readonly noticesWithinDay: number;
  /** Whether a notice has been put off until the digest, and whether the time of that has come. */
  readonly isPutOff: boolean;
  readonly isDigestDue: boolean;
  /** Whether it has had a digest since the digest's hour was last reached. */
  readonly hadDigest: boolean;
}

export type Course = 'SINGLE MAILS' | 'DIGEST' | 'PUT OFF';

/** How a recipient is told what it has not been told: at once, or once a day where there is much. What was put off once is never told singly. */
export function courseFor({ requestsWaiting, noticesWithinDay, isPutOff, isDigestDue, hadDigest }: Load): Course {
  if (isDigestDue) return hadDigest ? 'PUT OFF' : 'DIGEST';
  return isPutOff || requestsWaiting > MOST_SINGLY || noticesWithinDay > MOST_SINGLY ? 'PUT OFF' : 'SINGLE MAILS';
}
