import { latestDigest, nextDigest } from '../../domain/notices/digest-hour.ts';
import { type Course, courseFor } from '../../domain/notices/digest-policy.ts';
import type { Mail } from '../../domain/notices/notice.ts';
import type { NoticeDesk } from '../../domain/notices/notice-desk.ts';

export interface Planning {
  /** The hour of the day, in Denmark, at which digests go out. */
  readonly digestHour: number;
  /** The host under which Message-IDs are given. */
  readonly host: string;
}

/** Puts what people have not been told into mails: one each at once, or all into one digest a day. */
export async function planMails(desk: NoticeDesk, { digestHour, host }: Planning): Promise<void> {
  const now = desk.now();
  for (const recipient of await desk.recipientsDue()) {
    const course = courseFor(await desk.load(recipient, latestDigest(now, digestHour)));
    await take[course](desk, recipient, { now, host, next: nextDigest(now, digestHour) });
  }
}

interface Moment {
  readonly now: number;
  readonly host: string;
  readonly next: number;
}

const take: Record<Course, (desk: NoticeDesk, recipient: string, moment: Moment) => Promise<void>> = {
  'SINGLE MAILS': (desk, recipient, moment) => desk.mailSingly(recipient, () => mailTo(desk, recipient, moment)),
  DIGEST: (desk, recipient, moment) => desk.mailTogether(recipient, { ...mailTo(desk, recipient, moment), isDigest: true }),
  'PUT OFF': (desk, recipient, { next }) => desk.putOff(recipient, next),
};

function mailTo({ newId }: NoticeDesk, recipient: string, { now, host }: Moment): Mail {
  const id = newId();
  return {
    id,
    recipient,
    messageId: `${id}@${host}`,
    isDigest: false,
    state: 'WAITING',
    attempts: 0,
    madeAt: now,
    dueAt: now,
    claim: '',
    sentAt: null,
    reason: null,
  };
}
