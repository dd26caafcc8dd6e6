import { type AddressBook, addressesFor } from '../../domain/notices/address-notices.ts';
import type { Notice, Owner } from '../../domain/notices/notice.ts';
import type { NoticeDesk, Readdressed } from '../../domain/notices/notice-desk.ts';

/**
 * Tells those for whom there was nobody as soon as there is somebody, and those whose address was refused for good as soon as
 * another stands in its place; nothing was lost meanwhile.
 */
export async function readdressNotices(desk: NoticeDesk): Promise<void> {
  for (const owner of await desk.untold()) await desk.readdress(owner, (untold, book) => readdressed(owner, untold, book));
}

function readdressed(owner: Owner, untold: readonly Notice[], book: AddressBook): Readdressed {
  const addressed = untold.map((notice) => ({ notice, addresses: addressesFor(owner, notice.kind, book) }));
  const moving = addressed.filter(({ notice, addresses }) => addresses && !addresses.includes(notice.recipient));
  return {
    taken: moving.map(({ notice }) => notice),
    put: moving.flatMap(({ notice, addresses = [] }) =>
      addresses.map((recipient): Notice => ({ ...notice, recipient, state: 'WAITING', dueAt: notice.at, mailId: null })),
    ),
  };
}
