import { Brackets, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { Database } from '#shared/database.ts';
import { registerAddressOf } from '../../domain/notices/address-notices.ts';
import { inWords, type Notice } from '../../domain/notices/notice.ts';
import type { NoticeReader } from '../../domain/notices/notice-reader.ts';
import type { NoticeGap } from '../../domain/notices/recipient-book.ts';
import { type Kin, keeperOf, kinOf } from '../../domain/notices/recipient-policy.ts';
import { bookOf } from './address-book.ts';
import { mails, notices } from './notice-tables.ts';

/** How old a notice is that should have arrived by now, the daily digest allowed for. */
const OVERDUE = 25 * 60 * 60 * 1000;
const reason = "CASE n.state WHEN 'NOBODY' THEN 'NOBODY' WHEN 'DEAD' THEN 'REFUSED' ELSE 'UNDELIVERED' END";
const key = `CONCAT(n.ownerKind, ' ', n.owner, ' ', ${reason})`;

/** Reads who is told and who was not. Where there is no post, all that waits is overdue. */
export function noticeReader({ read, clock }: Database, hasPost: boolean): NoticeReader {
  const gaps = (manager: EntityManager, kin: readonly Kin[]) =>
    among(
      manager
        .createQueryBuilder(notices, 'n')
        .where("(n.state IN ('NOBODY', 'DEAD') OR (n.state IN ('WAITING', 'MAILED') AND n.at < :overdue))", {
          overdue: hasPost ? clock() - OVERDUE : clock(),
        }),
      kin,
    );
  return {
    told: async (actor, owner) => {
      const book = await read((manager) => bookOf(manager, owner));
      if (!keeperOf(owner, book.daycares.get(owner.key), actor)) return undefined;
      return { owner, recipients: book.recipients.get(inWords(owner)) ?? [], standIn: registerAddressOf(owner, book) ?? null };
    },
    gaps: async (actor, { after, limit }) => {
      const found = await read((manager) =>
        gaps(manager, kinOf(actor))
          .leftJoin(mails.options.name, 'm', 'm.id = n.mailId')
          .select('n.ownerKind', 'ownerKind')
          .addSelect('n.owner', 'owner')
          .addSelect(reason, 'reason')
          .addSelect('COUNT(*)', 'count')
          .addSelect('MIN(n.at)', 'since')
          .addSelect('MAX(m.reason)', 'told')
          .andWhere(after ? `${key} > :after` : '1 = 1', { after: after?.[0] })
          .groupBy('n.ownerKind')
          .addGroupBy('n.owner')
          .addGroupBy(reason)
          .orderBy(`MIN(${key})`)
          .limit(limit)
          .getRawMany<NoticeGap>(),
      );
      return found.map((gap) => ({ ...gap, count: Number(gap.count), since: Number(gap.since) }));
    },
    countGaps: async (actor) => {
      const counted = await read((manager) =>
        gaps(manager, kinOf(actor)).select(`COUNT(DISTINCT ${key})`, 'count').getRawOne<{ count: string | number }>(),
      );
      return Number(counted?.count ?? 0);
    },
  };
}

/** Limits notices to those whose owner's recipients are kept by these. */
function among(query: SelectQueryBuilder<Notice>, kin: readonly Kin[]): SelectQueryBuilder<Notice> {
  if (kin.some(({ of }) => of === 'everybody')) return query;
  if (kin.length === 0) return query.andWhere('1 = 0');
  return query.andWhere(
    new Brackets((any) => {
      for (const [index, part] of kin.entries())
        if (part.of !== 'everybody') any.orWhere(conditionOf[part.of](`kin${index}`), { [`kin${index}`]: part.key });
    }),
  );
}

const conditionOf: Record<Exclude<Kin['of'], 'everybody'>, (name: string) => string> = {
  supplier: (name) => `(n.ownerKind = 'SUPPLIER' AND n.owner = :${name})`,
  municipality: (name) =>
    `((n.ownerKind = 'MUNICIPALITY' AND n.owner = :${name}) OR (n.ownerKind = 'DAYCARE' AND n.owner IN (SELECT d.number FROM known_daycare d WHERE d.municipality = :${name} AND d.ownership = 'MUNICIPAL')))`,
  daycare: (name) =>
    `(n.ownerKind = 'DAYCARE' AND n.owner IN (SELECT d.number FROM known_daycare d WHERE d.number = :${name} OR d.unit = :${name}))`,
};
