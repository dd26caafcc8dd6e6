import type { EntityManager } from 'typeorm';
import type { Mail, Notice } from '../../domain/notices/notice.ts';
import type { ClaimedMail } from '../../domain/notices/notice-desk.ts';
import type { Settled } from '../../domain/notices/settlement.ts';
import { MOST_IN_A_DIGEST, type Said } from '../../domain/notices/write-letter.ts';
import { serviceOf } from '../../domain/systems/service.ts';
import { systems } from '../system-tables.ts';
import { knownDaycares, requests } from '../tables.ts';
import { mails, notices } from './notice-tables.ts';
import { requestsWaitingFor } from './notices-due.ts';

const MOST_AT_ONCE = 50;

/** The mails to try now, those that wait longest first. */
export async function mailsDue(manager: EntityManager, now: number): Promise<string[]> {
  const found = await manager
    .createQueryBuilder(mails, 'm')
    .select('m.id', 'id')
    .where("m.state = 'WAITING' AND m.dueAt <= :now", { now })
    .orderBy('m.dueAt')
    .addOrderBy('m.id')
    .limit(MOST_AT_ONCE)
    .getRawMany<{ id: string }>();
  return found.map(({ id }) => id);
}

/** Takes a mail for one try: whoever else looks meanwhile finds it not due. */
export async function claimMail(
  manager: EntityManager,
  id: string,
  { claim, until, now }: { claim: string; until: number; now: number },
): Promise<ClaimedMail | undefined> {
  const taken = await manager
    .createQueryBuilder()
    .update(mails)
    .set({ claim, dueAt: until, attempts: () => 'attempts + 1' })
    .where("id = :id AND state = 'WAITING' AND dueAt <= :now", { id, now })
    .execute();
  if (taken.affected !== 1) return undefined;
  const mail = await manager.createQueryBuilder(mails, 'm').where('m.id = :id', { id }).getOneOrFail();
  const inMail = manager.createQueryBuilder(notices, 'n').where('n.mailId = :id', { id });
  const told = await inMail.clone().orderBy('n.position').limit(MOST_IN_A_DIGEST).getMany();
  return {
    ...mail,
    said: await said(manager, told),
    count: await inMail.getCount(),
    requestsWaiting: await requestsWaitingFor(manager, mail.recipient),
  };
}

/** The notices with the names they are told by. */
async function said(manager: EntityManager, told: readonly Notice[]): Promise<Said[]> {
  const keys = (keyOf: (notice: Notice) => string) => [...new Set(told.map(keyOf)), ''];
  const daycares = await manager
    .createQueryBuilder(knownDaycares, 'd')
    .where('d.number IN (:...numbers)', { numbers: keys(({ daycareNumber }) => daycareNumber) })
    .getMany();
  const known = await manager
    .createQueryBuilder(systems, 's')
    .where('s.id IN (:...ids)', { ids: keys(({ system }) => system) })
    .getMany();
  const asked = await manager
    .createQueryBuilder(requests, 'r')
    .where('r.id IN (:...ids)', { ids: keys(({ requestId }) => requestId) })
    .getMany();
  const daycareNames = new Map(daycares.map(({ number, name }) => [number, `${name} (${number})`]));
  const systemNames = new Map(known.map(({ id, name }) => [id, name]));
  const requestOf = new Map(asked.map((request) => [request.id, request]));
  return told.map(({ kind, side, requestId, daycareNumber, system, service }) => ({
    kind,
    side,
    requestId,
    daycare: daycareNames.get(daycareNumber) ?? daycareNumber,
    system: systemNames.get(system) ?? system,
    service: serviceOf(service)?.name ?? service,
    purpose: requestOf.get(requestId)?.purpose ?? null,
    comment: requestOf.get(requestId)?.comment ?? null,
  }));
}

/** Keeps what a try came to, if it was the last to be begun. */
export async function settleMail(manager: EntityManager, { id, claim }: Pick<Mail, 'id' | 'claim'>, settled: Settled): Promise<void> {
  const kept = await manager.update(mails, { id, claim, state: 'WAITING' }, settled);
  if (kept.affected === 1 && settled.state !== 'WAITING') await manager.update(notices, { mailId: id }, { state: settled.state });
}

/** Forgets mails that arrived before then, with their notices. */
export async function forgetMails(manager: EntityManager, before: number): Promise<void> {
  const old = await manager
    .createQueryBuilder(mails, 'm')
    .select('m.id', 'id')
    .where("m.state = 'SENT' AND m.dueAt < :before", { before })
    .limit(MOST_AT_ONCE * 10)
    .getRawMany<{ id: string }>();
  const ids = old.map(({ id }) => id);
  if (ids.length === 0) return;
  await manager.createQueryBuilder().delete().from(notices).where('mailId IN (:...ids)', { ids }).execute();
  await manager.createQueryBuilder().delete().from(mails).where('id IN (:...ids)', { ids }).execute();
}
