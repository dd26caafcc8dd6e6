import type { NoticeDesk } from '../../domain/notices/notice-desk.ts';
import type { Delivery, Post } from '../../domain/notices/post.ts';
import { CLAIM_LASTS, settlementOf } from '../../domain/notices/settlement.ts';
import { writeLetter } from '../../domain/notices/write-letter.ts';

export interface Delivering {
  readonly post: Post;
  readonly publicUrl: string;
  /** From 0 to 1, as it falls. */
  readonly chance: () => number;
}

/** Tries to deliver a mail that this process alone may send for now; nothing where another has it. */
export async function deliverMail(
  desk: NoticeDesk,
  mailId: string,
  { post, publicUrl, chance }: Delivering,
): Promise<Delivery | undefined> {
  const mail = await desk.claim(mailId, desk.newId(), desk.now() + CLAIM_LASTS);
  if (!mail) return undefined;
  const delivery = await post.send(writeLetter({ mail, publicUrl, ...mail }));
  await desk.settle(mail, settlementOf(delivery, mail.attempts, desk.now(), chance()));
  return delivery;
}
