import type { Database } from '#shared/database.ts';
import { eventsAt, positionsOf } from '#shared/event-log.ts';
import { type DaycareEventFacts, toldChange } from '../../domain/daycares/daycare-event.ts';
import type { Pictures } from '../../domain/register-reader.ts';
import { askTogether } from './ask-together.ts';

const EVENTS_AT_ONCE = 5_000;

/** What happened to daycares, newest first; nothing that was recorded after `knownAt`. */
export function histories({ read }: Database, knownAt?: number): Pictures['history'] {
  return (numbers, { after, limit }) =>
    read(async (manager) => {
      const question = { before: Number(after?.[0] ?? Number.MAX_SAFE_INTEGER), recordedBy: knownAt, most: limit };
      const answers = await askTogether(
        manager,
        numbers.map((number) => positionsOf(manager, number, question)),
      );
      const positions = answers.map(Number).sort((one, other) => other - one);
      const events = [];
      for (let from = 0; from < positions.length; from += EVENTS_AT_ONCE)
        events.push(...(await eventsAt<DaycareEventFacts>(manager, positions.slice(from, from + EVENTS_AT_ONCE))));
      const changes = events.flatMap((event) =>
        toldChange({ ...event, cursor: '' }).map((change) => ({ ...change, order: event.position })),
      );
      return Map.groupBy(changes, ({ number }) => number);
    });
}
