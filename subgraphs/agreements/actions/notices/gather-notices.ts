import { type AddressBook, noticesOf } from '../../domain/notices/address-notices.ts';
import type { NoticeDesk } from '../../domain/notices/notice-desk.ts';

/** Makes the notices of the next events of the log; answers whether there may be more. */
export async function gatherNotices(desk: NoticeDesk): Promise<boolean> {
  const page = await desk.unread();
  if (page.upTo === page.after) return false;
  await desk.keep(page, (book: AddressBook) => page.happenings.flatMap((happening) => noticesOf(happening, book)));
  return true;
}
