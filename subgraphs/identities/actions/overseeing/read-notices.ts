import type { Actor } from '#shared/actor.ts';
import { type Refusal, refusal } from '#shared/refusal.ts';
import type { ImportRun } from '../../domain/importing/import-run.ts';
import type { Place, PlacedNotice, Readings } from '../../domain/reading/readings.ts';
import { importScopes, isWithin } from './import-scopes.ts';

export interface NoticesAsked {
  readonly run: ImportRun;
  readonly place: Place;
}

/** Reads what was not taken in: the sender may, and who may read the daycare's people, since it tells of persons one by one. */
export async function readNotices(
  readings: Readings,
  actor: Actor,
  asked: readonly NoticesAsked[],
): Promise<readonly (readonly PlacedNotice[] | Refusal)[]> {
  const scopes = await importScopes(
    readings,
    actor,
    asked.map(({ run }) => run.daycare),
    'PEOPLE',
  );
  const isReadable = ({ run }: NoticesAsked) => isWithin(scopes.get(run.daycare), run);
  const found = new Map<NoticesAsked, readonly PlacedNotice[]>();
  for (const [, together] of Map.groupBy(asked.filter(isReadable), ({ place }) => JSON.stringify(place))) {
    const [first] = together;
    const notices = first
      ? await readings.notices(
          together.map(({ run }) => run.id),
          first.place,
        )
      : new Map<string, readonly PlacedNotice[]>();
    for (const each of together) found.set(each, notices.get(each.run.id) ?? []);
  }
  return asked.map(
    (each) =>
      found.get(each) ??
      refusal('NOT_PERMITTED', 'Notices tell of persons one by one; the sender reads them, and who may read the persons of the daycare.', {
        rule: 'I9',
      }),
  );
}
