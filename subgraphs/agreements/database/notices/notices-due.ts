import type { EntityManager } from 'typeorm';
import { insertRows, type Transaction } from '#shared/database.ts';
import type { Load } from '../../domain/notices/digest-policy.ts';
import type { Mail } from '../../domain/notices/notice.ts';
import { requests } from '../tables.ts';
import { mails, notices } from './notice-tables.ts';

const MOST_AT_ONCE = 200;
const DAY = 24 * 60 * 60 * 1000;

/** Addresses with notices that are to be put into a mail by now. */
export async function recipientsDue(manager: EntityManager, now: number): Promise<string[]> {
  const found = await manager
    .createQueryBuilder(notices, 'n')
    .select('n.recipient', 'recipient')
    .distinct(true)
    .where("n.state = 'WAITING' AND n.dueAt <= :now", { now })
    .limit(MOST_AT_ONCE)
    .getRawMany<{ recipient: string }>();
  return found.map(({ recipient }) => recipient);
}

/** What a recipient has before it. */
export async function loadOf(
  manager: EntityManager,
  recipient: string,
  { now, latestDigest }: { now: number; latestDigest: number },
): Promise<Load> {
  const ofRecipient = () => manager.createQueryBuilder(notices, 'n').where('n.recipient = :recipient', { recipient });
  const putOff = () => ofRecipient().andWhere("n.state = 'WAITING' AND n.dueAt > n.at");
  return {
    requestsWaiting: await requestsWaitingFor(manager, recipient),
    noticesWithinDay: await ofRecipient()
      .andWhere("(n.at > :yesterday OR n.state = 'WAITING')", { yesterday: now - DAY })
      .getCount(),
    isPutOff: await putOff().getExists(),
    isDigestDue: await putOff().andWhere('n.dueAt <= :now', { now }).getExists(),
    hadDigest: await manager
      .createQueryBuilder(mails, 'm')
      .where('m.recipient = :recipient AND m.madeAt >= :latestDigest AND m.isDigest = :isDigest', {
        recipient,
        latestDigest,
        isDigest: true,
      })
      .getExists(),
  };
}

/** How many requests a recipient was told of, as one who decides, that nobody has decided. */
export async function requestsWaitingFor(manager: EntityManager, recipient: string): Promise<number> {
  const counted = await manager
    .createQueryBuilder(notices, 'n')
    .select('COUNT(DISTINCT n.requestId)', 'count')
    .innerJoin(requests.options.name, 'r', "r.id = n.requestId AND r.state = 'WAITING'")
    .where("n.recipient = :recipient AND n.side = 'deciders'", { recipient })
    .getRawOne<{ count: string | number }>();
  return Number(counted?.count ?? 0);
}

/** One mail a notice; a notice that is in a mail by now is not put into another. */
export async function mailSingly(transaction: Transaction, recipient: string, mail: () => Mail): Promise<void> {
  const { manager } = transaction;
  const waiting = await manager
    .createQueryBuilder(notices, 'n')
    .where("n.recipient = :recipient AND n.state = 'WAITING'", { recipient })
    .orderBy('n.position')
    .limit(MOST_AT_ONCE)
    .getMany();
  const made: Mail[] = [];
  for (const { position } of waiting) {
    const fresh = mail();
    const put = await manager.update(notices, { position, recipient, state: 'WAITING' }, { state: 'MAILED', mailId: fresh.id });
    if (put.affected === 1) made.push(fresh);
  }
  await insertRows(transaction, mails, made);
}

/** One mail for all that the recipient has not been told. */
export async function mailTogether(transaction: Transaction, recipient: string, mail: Mail): Promise<void> {
  const put = await transaction.manager.update(notices, { recipient, state: 'WAITING' }, { state: 'MAILED', mailId: mail.id });
  if (put.affected) await insertRows(transaction, mails, [mail]);
}
