import type { Actor } from '#shared/actor.ts';
import { Refused, refuse } from '#shared/refusal.ts';
import { emailAddressOf } from '../../domain/notices/email-address.ts';
import type { Owner, Recipient } from '../../domain/notices/notice.ts';
import type { RecipientBook } from '../../domain/notices/recipient-book.ts';
import { keepsAs } from '../../domain/notices/recipient-policy.ts';

const MOST_RECIPIENTS = 20;

export interface AddRecipient {
  readonly owner: Owner;
  readonly email: string;
  readonly kinds?: readonly string[] | null | undefined;
}

/** Registers an address that is told from now on; of all kinds where none are named. */
export async function addRecipient(book: RecipientBook, actor: Actor, { owner, email, kinds }: AddRecipient): Promise<Recipient> {
  const as = keepsAs(owner, await daycareOf(book, owner), actor);
  if (typeof as !== 'string') throw new Refused(as);
  if (!(await book.isKnown(owner))) refuse('NOT_FOUND', `There is no such ${owner.kind.toLowerCase()}.`);
  const address =
    emailAddressOf(email) ?? refuse('INVALID_INPUT', 'This is not one e-mail address, as name@daycare.dk.', { facts: { field: 'email' } });
  if (kinds?.length === 0) refuse('INVALID_INPUT', 'Name at least one kind, or leave them out for all.', { facts: { field: 'kinds' } });
  if ((await book.count(owner)) >= MOST_RECIPIENTS)
    refuse('LIMIT_EXCEEDED', `At most ${MOST_RECIPIENTS} addresses are registered here.`, { facts: { limit: MOST_RECIPIENTS } });
  const recipient: Recipient = {
    id: book.newId(),
    ownerKind: owner.kind,
    owner: owner.key,
    email: address,
    kinds: kinds ? [...new Set(kinds)] : null,
    addedAt: book.at,
  };
  if (!(await book.add(recipient))) refuse('STATE_CONFLICT', 'This address is registered here already.', { facts: { field: 'email' } });
  book.tell('NoticeRecipientAdded', owner, actor);
  return recipient;
}

/** What is known of the daycare, where the owner is one. */
export const daycareOf = async (book: Pick<RecipientBook, 'daycare'>, { kind, key }: Owner) =>
  kind === 'DAYCARE' ? book.daycare(key) : undefined;
