import { type Database, insertRows, type Transaction } from '#shared/database.ts';
import type { NoticeDesk } from '../../domain/notices/notice-desk.ts';
import { happeningsIn } from '../../domain/notices/happening.ts';
import { bookFor, bookOf } from './address-book.ts';
import { moveReader, unreadBy } from './log-reading.ts';
import { claimMail, forgetMails, mailsDue, settleMail } from './mails-on-their-way.ts';
import { notices } from './notice-tables.ts';
import { loadOf, mailSingly, mailTogether, recipientsDue } from './notices-due.ts';
import { ownersWithSomebody, replaceUntold, untoldOf } from './untold-notices.ts';

const READER = 'notices';

/** The notices as they are kept. Of two processes that do the same at once, the second finds nothing left to do. */
export function noticeDesk(database: Database, newId: () => string): NoticeDesk {
  const { read, clock: now } = database;
  const within = async <T>(work: (transaction: Transaction) => Promise<T>): Promise<T> => (await database.transaction(work)).result;
  return {
    now,
    newId,
    unread: () =>
      read(async (manager) => {
        const { events, ...page } = await unreadBy(manager, READER);
        return { ...page, happenings: events.flatMap(happeningsIn) };
      }),
    keep: (page, made) =>
      within(async (transaction) => {
        if (await moveReader(transaction.manager, READER, page))
          await insertRows(transaction, notices, made(await bookFor(transaction.manager, page.happenings)));
      }),
    untold: () => read(ownersWithSomebody),
    readdress: (owner, anew) =>
      within(async ({ manager }) => replaceUntold(manager, anew(await untoldOf(manager, owner), await bookOf(manager, owner)))),
    recipientsDue: () => read((manager) => recipientsDue(manager, now())),
    load: (recipient, latestDigest) => read((manager) => loadOf(manager, recipient, { now: now(), latestDigest })),
    mailSingly: (recipient, mail) => within((transaction) => mailSingly(transaction, recipient, mail)),
    mailTogether: (recipient, mail) => within((transaction) => mailTogether(transaction, recipient, mail)),
    putOff: (recipient, until) =>
      within(
        async ({ manager }) =>
          void (await manager
            .createQueryBuilder()
            .update(notices)
            .set({ dueAt: until })
            .where("recipient = :recipient AND state = 'WAITING' AND dueAt < :until", { recipient, until })
            .execute()),
      ),
    mailsDue: () => read((manager) => mailsDue(manager, now())),
    claim: (mailId, claim, until) => within(({ manager }) => claimMail(manager, mailId, { claim, until, now: now() })),
    settle: (mail, settled) => within(({ manager }) => settleMail(manager, mail, settled)),
    forget: (before) => within(({ manager }) => forgetMails(manager, before)),
  };
}
