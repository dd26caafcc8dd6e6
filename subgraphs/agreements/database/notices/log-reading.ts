import type { EntityManager } from 'typeorm';
import { eventsAfter, readHead, type ToldEvent } from '#shared/event-log.ts';
import type { AgreementEventFacts } from '../../domain/agreement-event.ts';
import { logReaders } from './notice-tables.ts';

const MOST_EVENTS = 200;

/** What of our own log a reader of ours has not read, and how far that goes. */
export async function unreadBy(
  manager: EntityManager,
  reader: string,
): Promise<{ after: number; upTo: number; events: ToldEvent<AgreementEventFacts>[] }> {
  const { position: after } = await manager.createQueryBuilder(logReaders, 'r').where('r.reader = :reader', { reader }).getOneOrFail();
  const { position: head } = await readHead(manager);
  if (head === after) return { after, upTo: after, events: [] };
  const events = await eventsAfter<AgreementEventFacts>(manager, after, head, MOST_EVENTS);
  return { after, upTo: events.length < MOST_EVENTS ? head : (events.at(-1)?.position ?? head), events };
}

/** Moves a reader on, unless another process has done so. */
export async function moveReader(
  manager: EntityManager,
  reader: string,
  { after, upTo }: { after: number; upTo: number },
): Promise<boolean> {
  const moved = await manager.createQueryBuilder().update(logReaders).set({ position: upTo }).where({ reader, position: after }).execute();
  return moved.affected === 1;
}
