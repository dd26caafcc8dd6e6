import { createHmac, hash, randomBytes, randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { forUpdate, insertRows, type NewEvent, type Transaction } from './database.ts';
import { type EventFacts, eventFacts, type LoggedEvent, type LogHead, loggedEvents, logHeads } from './event-log-tables.ts';

/** The head of a log in which nothing has happened. */
export const emptyLog = (): LogHead => ({ id: 1, logId: randomUUID(), position: 0, hash: '0'.repeat(64) });

/** Writes the events of a transaction behind those that are there; nothing locks after it. Answers the last position. */
export async function appendEvents(
  transaction: Pick<Transaction, 'manager' | 'dialect' | 'at'>,
  events: readonly NewEvent[],
): Promise<number | undefined> {
  if (events.length === 0) return undefined;
  const { manager, at } = transaction;
  const head = await forUpdate(transaction, manager.createQueryBuilder(logHeads, 'head').where('head.id = 1')).getOneOrFail();
  const links: LoggedEvent[] = [];
  const facts: EventFacts[] = [];
  let before: Pick<LogHead, 'position' | 'hash'> = head;
  for (const event of events) {
    const kept = { position: before.position + 1, salt: randomBytes(16).toString('hex'), facts: JSON.stringify(event.facts) };
    const link = linkTo(before.hash, {
      position: kept.position,
      at,
      // What is hashed is what can be kept: half a sign is not text.
      actor: event.actor.toWellFormed(),
      kind: event.kind,
      subject: event.subject.toWellFormed(),
      factsDigest: digestOf(kept.salt, kept.facts),
    });
    links.push(link);
    facts.push(kept);
    before = link;
  }
  await insertRows(transaction, loggedEvents, links);
  await insertRows(transaction, eventFacts, facts);
  await manager.update(logHeads, { id: 1 }, { position: before.position, hash: before.hash });
  return before.position;
}

/** The digest that stands in the chain for facts that may one day be gone. */
export const digestOf = (salt: string, facts: string): string => createHmac('sha256', salt).update(facts).digest('hex');

/** An event with the hash that binds it to all before it. */
export const linkTo = (previousHash: string, event: Omit<LoggedEvent, 'hash'>): LoggedEvent => ({
  ...event,
  hash: hashAfter(previousHash, event),
});

/** The hash that an event must carry behind the one before it. */
export function hashAfter(previousHash: string, event: Omit<LoggedEvent, 'hash'>): string {
  return hash(
    'sha256',
    JSON.stringify([previousHash, event.position, event.at, event.actor, event.kind, event.subject, event.factsDigest]),
  );
}

/** The end of the log as committed now. */
export function readHead(manager: EntityManager): Promise<LogHead> {
  return manager.createQueryBuilder(logHeads, 'head').where('head.id = 1').getOneOrFail();
}

/** The hash of the event at a position, if there is one. */
export async function hashAt(manager: EntityManager, position: number): Promise<string | undefined> {
  const event = await manager.createQueryBuilder(loggedEvents, 'event').where('event.position = :position', { position }).getOne();
  return event?.hash;
}

/** An event with its facts, as history and feeds show it; facts are null once erased. */
export interface ToldEvent<Facts> extends Omit<LoggedEvent, 'factsDigest'> {
  readonly facts: Facts | null;
}

/** Events after one position up to another, in order. */
export async function eventsAfter<Facts>(manager: EntityManager, after: number, upTo: number, most: number): Promise<ToldEvent<Facts>[]> {
  const links = await manager
    .createQueryBuilder(loggedEvents, 'event')
    .where('event.position > :after AND event.position <= :upTo', { after, upTo })
    .orderBy('event.position')
    .limit(most)
    .getMany();
  return withFacts(manager, links);
}

/** Which events of a subject are asked for: before a position, recorded until an instant, so many. */
export interface EventsQuestion {
  readonly before: number;
  readonly recordedBy?: number | undefined;
  readonly most: number;
}

/** The question where the last or next events of one subject stand, as `answer`, newest first; several are asked in one statement. */
export function positionsOf(manager: EntityManager, subject: string, { before, recordedBy, most }: EventsQuestion) {
  const query = manager
    .createQueryBuilder(loggedEvents, 'event')
    .select('event.position', 'answer')
    .where('event.subject = :subject AND event.position < :before', { subject, before });
  if (recordedBy !== undefined) query.andWhere('event.at <= :recordedBy', { recordedBy });
  return query.orderBy('event.position', 'DESC').limit(most);
}

/** The events at these positions, newest first. */
export async function eventsAt<Facts>(manager: EntityManager, positions: readonly number[]): Promise<ToldEvent<Facts>[]> {
  if (positions.length === 0) return [];
  return withFacts(
    manager,
    await manager
      .createQueryBuilder(loggedEvents, 'event')
      .where('event.position IN (:...positions)', { positions })
      .orderBy('event.position', 'DESC')
      .getMany(),
  );
}

/** All events of several subjects, oldest first. */
export async function eventsOfMany<Facts>(manager: EntityManager, subjects: readonly string[]): Promise<ToldEvent<Facts>[]> {
  return withFacts(
    manager,
    await manager
      .createQueryBuilder(loggedEvents, 'event')
      .where('event.subject IN (:...subjects)', { subjects })
      .orderBy('event.position')
      .getMany(),
  );
}

async function withFacts<Facts>(manager: EntityManager, links: readonly LoggedEvent[]): Promise<ToldEvent<Facts>[]> {
  if (links.length === 0) return [];
  const kept = await manager
    .createQueryBuilder(eventFacts, 'kept')
    .where('kept.position IN (:...positions)', { positions: links.map(({ position }) => position) })
    .getMany();
  const factsAt = new Map(kept.map(({ position, facts }) => [position, facts]));
  return links.map(({ factsDigest: _, ...link }) => {
    const facts = factsAt.get(link.position);
    return { ...link, facts: facts ? JSON.parse(facts) : null };
  });
}

/** Erases the facts of subjects' events together with their salts: what was said is gone for good, and the chain still verifies. */
export async function eraseFactsOf(manager: EntityManager, subjects: readonly string[]): Promise<void> {
  await manager
    .createQueryBuilder()
    .update(eventFacts)
    .set({ facts: null, salt: null })
    .where('position IN (SELECT e.position FROM event_log e WHERE e.subject IN (:...subjects))', { subjects })
    .execute();
}
