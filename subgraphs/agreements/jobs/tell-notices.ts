import { gatherNotices } from '../actions/notices/gather-notices.ts';
import { type Planning, planMails } from '../actions/notices/plan-mails.ts';
import type { NoticeDesk } from '../domain/notices/notice-desk.ts';

/** Makes notices of all that has happened, and mails of all that is due. */
export async function tellNotices(desk: NoticeDesk, planning: Planning, stopped: () => boolean): Promise<void> {
  while (!stopped() && (await gatherNotices(desk)));
  await planMails(desk, planning);
}
