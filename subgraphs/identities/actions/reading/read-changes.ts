import type { Actor } from '#shared/actor.ts';
import type { LoggedChange } from '../../domain/importing/affiliation-event.ts';
import type { Affiliation } from '../../domain/people/affiliation.ts';
import { visibleFields } from '../../domain/reading/category-of-field.ts';
import { type Grant, openSince } from '../../domain/reading/grant.ts';
import { readOf } from '../../domain/reading/logged-read.ts';
import { shownUnder } from '../../domain/reading/people-scope.ts';
import type { Readings, TieWithPerson } from '../../domain/reading/readings.ts';
import { grantsTo } from './grants-to.ts';

/** A change as a reader may see it: the tie as it is now, and of the changed fields those the reader holds. */
export interface VisibleChange extends LoggedChange {
  readonly tie: Affiliation;
}

/** Which of these changes this actor may read now; logged a daycare before they are told. */
export async function readChanges(readings: Readings, actor: Actor, changes: readonly LoggedChange[]): Promise<readonly VisibleChange[]> {
  if (changes.length === 0) return [];
  const grants = await grantsTo(
    readings,
    actor,
    changes.map(({ daycare }) => daycare),
  );
  const readable = changes.filter(({ daycare }) => grants.get(daycare)?.reading === 'PEOPLE');
  const ties =
    readable.length === 0
      ? new Map<string, TieWithPerson>()
      : await readings.tiesByIds([...new Set(readable.map(({ affiliation }) => affiliation))]);
  const shown = readable.flatMap((change) => visibleChange(change, grants.get(change.daycare), ties.get(change.affiliation)));
  await readings.log(
    [...Map.groupBy(shown, ({ daycare }) => daycare)].flatMap(([daycare, page]) => {
      const grant = grants.get(daycare);
      return grant
        ? [
            readOf(actor, grant, new Set(page.flatMap(({ tie }) => [...tie.categories])), {
              what: 'changes',
              filter: { ties: [...new Set(page.map(({ affiliation }) => affiliation))] },
              page: page.map(({ position }) => position),
            }),
          ]
        : [];
    }),
  );
  return shown;
}

/** An access opens ties since it began, never the time before; a change of fields that are not held is not told. */
function visibleChange(change: LoggedChange, grant: Grant | undefined, tie: TieWithPerson | undefined): VisibleChange[] {
  if (!grant || !tie || change.at < openSince(grant)) return [];
  return shownUnder(grant, tie).flatMap((shown) => {
    const changedFields = visibleFields(change.changedFields, shown.categories);
    return change.kind === 'CHANGED' && changedFields.length === 0 ? [] : [{ ...change, changedFields, tie: shown }];
  });
}
