import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/refusal.ts';
import type { Owner, Recipient } from '../../domain/notices/notice.ts';
import type { RecipientBook } from '../../domain/notices/recipient-book.ts';
import { keepsAs } from '../../domain/notices/recipient-policy.ts';
import { daycareOf } from './add-recipient.ts';

/** Takes an address out, so that it is told no more; what is on its way arrives. */
export async function removeRecipient(book: RecipientBook, actor: Actor, id: string): Promise<Recipient> {
  const recipient = await book.find(id);
  const owner: Owner | undefined = recipient && { kind: recipient.ownerKind, key: recipient.owner };
  // One that is not there and one that is another's answer alike.
  if (!recipient || !owner || typeof keepsAs(owner, await daycareOf(book, owner), actor) !== 'string')
    return refuse('NOT_FOUND', 'There is no such recipient.');
  await book.remove(id);
  book.tell('NoticeRecipientRemoved', owner, actor);
  return recipient;
}
