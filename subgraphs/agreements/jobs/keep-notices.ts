import { readdressNotices } from '../actions/notices/readdress-notices.ts';
import type { NoticeDesk } from '../domain/notices/notice-desk.ts';

/** How long it is kept that somebody was told. */
const KEPT = 90 * 24 * 60 * 60 * 1000;

/** Tells whom it can tell by now, and forgets what arrived long ago. */
export async function keepNotices(desk: NoticeDesk): Promise<void> {
  await readdressNotices(desk);
  await desk.forget(desk.now() - KEPT);
}
