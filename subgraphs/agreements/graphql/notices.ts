import { type Page, readPage, connection } from '#shared/page.ts';
import { refuse } from '#shared/refusal.ts';
import type { Owner } from '../domain/notices/notice.ts';
import type { Told } from '../domain/notices/notice-reader.ts';
import type { GapReason, NoticeGap } from '../domain/notices/recipient-book.ts';
import type { Context } from './context.ts';
import type { NoticeOwnerInput, Resolvers } from './schema.generated.ts';

export type ToldOwner = Told;
export type GapPage = Page<NoticeGap>;

/** How notices and their recipients are asked for. */
export const noticeResolvers = {
  Query: {
    noticeRecipients: async (_, { owner }, { telling, actor }) =>
      (await telling.notices.told(actor, ownerIn(owner))) ?? refuse('NOT_FOUND', 'There is nobody here whose recipients you keep.'),
    noticeGaps: (_, page, context) => gapPage(context, page),
  },
  Mutation: {
    addNoticeRecipient: (_, { owner, ...told }, { telling }) => telling.addRecipient({ owner: ownerIn(owner), ...told }),
    removeNoticeRecipient: (_, { id }, { telling }) => telling.removeRecipient(id),
  },
  NoticeRecipients: {
    ownerKind: ({ owner }) => owner.kind,
    owner: ({ owner }) => owner.key,
    registered: ({ recipients }) => recipients,
    registerAddress: ({ standIn }) => standIn,
  },
  NoticeGap: { because: (gap) => sentences[gap.reason](gap) },
  NoticeGapConnection: connection,
} satisfies Pick<Resolvers, 'NoticeRecipients' | 'NoticeGap' | 'NoticeGapConnection'> & {
  Query: Pick<NonNullable<Resolvers['Query']>, 'noticeRecipients' | 'noticeGaps'>;
  Mutation: Pick<NonNullable<Resolvers['Mutation']>, 'addNoticeRecipient' | 'removeNoticeRecipient'>;
};

/** Exactly one of the three. */
function ownerIn({ daycare, municipality, supplier }: NoticeOwnerInput): Owner {
  const named: Owner[] = [
    ...(daycare ? [{ kind: 'DAYCARE', key: daycare } as const] : []),
    ...(municipality ? [{ kind: 'MUNICIPALITY', key: municipality } as const] : []),
    ...(supplier ? [{ kind: 'SUPPLIER', key: supplier } as const] : []),
  ];
  const [owner] = named;
  return owner && named.length === 1
    ? owner
    : refuse('INVALID_INPUT', 'Name a daycare, a municipality or a supplier: exactly one.', { facts: { field: 'owner' } });
}

function gapPage({ telling, actor }: Context, asked: { first: number; after?: string | null | undefined }): Promise<GapPage> {
  return readPage('noticeGaps', asked, {
    rows: (place) => telling.notices.gaps(actor, place),
    keyOf: ({ ownerKind, owner, reason }) => [`${ownerKind} ${owner} ${reason}`],
    total: () => telling.notices.countGaps(actor),
  });
}

const sentences: Record<GapReason, (gap: NoticeGap) => string> = {
  NOBODY: () =>
    'Nobody is registered here, and the register holds no address: add one with addNoticeRecipient, and what was missed is sent.',
  REFUSED: ({ told }) => `The mail server of the recipient refused it for good${told ? `: ${told}` : '.'}`,
  UNDELIVERED: ({ told }) => `It could not be delivered yet and is tried again${told ? `: ${told}` : '.'}`,
};
