import { type Delivering, deliverMail } from '../actions/notices/deliver-mail.ts';
import type { NoticeDesk } from '../domain/notices/notice-desk.ts';
import type { Delivery } from '../domain/notices/post.ts';

/** Delivers the mails that are due one after the other, so that what is killed repeats one at most. Ends early where there is no post to be had. */
export async function deliverMails(desk: NoticeDesk, delivering: Delivering, stopped: () => boolean): Promise<Delivery | undefined> {
  let last: Delivery | undefined;
  for (let due = await desk.mailsDue(); due.length > 0; due = await desk.mailsDue())
    for (const mailId of due) {
      if (stopped()) return last;
      last = (await deliverMail(desk, mailId, delivering)) ?? last;
      if (last?.outcome === 'NO POST') return last;
    }
  return last;
}
