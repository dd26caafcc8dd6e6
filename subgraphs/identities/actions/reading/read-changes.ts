import type { Actor } from '#shared/actor.ts';
import type { LoggedChange } from '../../domain/importing/affiliation-event.ts';
import type { FeedChange, LoggedOpening } from '../../domain/reading/feed-change.ts';
import { isOpening } from '../../domain/reading/feed-change.ts';
import type { Affiliation } from '../../domain/people/affiliation.ts';
import { visibleFields } from '../../domain/reading/category-of-field.ts';
import { type Grant, openSince } from '../../domain/reading/grant.ts';
import { readOf } from '../../domain/reading/logged-read.ts';
import { shownUnder } from '../../domain/reading/people-scope.ts';
import type { Readings, TieWithPerson } from '../../domain/reading/readings.ts';
import { grantsTo, systemsOf } from './grants-to.ts';

/** A change as a reader may see it: the tie as it is now, where it is of one, and of the changed fields those the reader holds. */
export interface VisibleChange extends Pick<FeedChange, 'position' | 'at' | 'kind' | 'daycare'> {
  readonly affiliation: string | null;
  readonly uniId: string | null;
  readonly changedFields: readonly string[];
  readonly tie: Affiliation | null;
}

/** Which of these changes this actor may read now; logged a daycare before they are told. */
export async function readChanges(readings: Readings, actor: Actor, changes: readonly FeedChange[]): Promise<readonly VisibleChange[]> {
  if (changes.length === 0) return [];
  const grants = await grantsTo(
    readings,
    actor,
    changes.map(({ daycare }) => daycare),
  );
  const opened = (change: FeedChange) => grants.get(change.daycare)?.reading === 'PEOPLE';
  const wanted = changes.flatMap((change) =>
    isOpening(change) || change.kind === 'ERASED' || !opened(change) ? [] : [change.affiliation],
  );
  const ties = wanted.length === 0 ? new Map<string, TieWithPerson>() : await readings.tiesByIds([...new Set(wanted)]);
  const systems = systemsOf(actor);
  const shown = changes.flatMap((change) => {
    const grant = grants.get(change.daycare);
    if (isOpening(change)) return toldOpening(change, systems, grant);
    return grant?.reading === 'PEOPLE' ? visibleChange(change, grant, ties.get(change.affiliation)) : [];
  });
  await readings.log(
    [...Map.groupBy(shown.filter(isOfTie), ({ daycare }) => daycare)].flatMap(([daycare, page]) => {
      const grant = grants.get(daycare);
      return grant
        ? [
            readOf(actor, grant, new Set(page.flatMap(({ tie }) => [...(tie?.categories ?? [])])), {
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

const isOfTie = ({ affiliation }: VisibleChange): boolean => affiliation !== null;

/** A system is told of its own reading only; that it began, only while it may still read, since then a snapshot is to be had. */
function toldOpening({ system, ...change }: LoggedOpening, systems: readonly string[], grant: Grant | undefined): VisibleChange[] {
  if (!systems.includes(system) || (change.kind === 'ACCESS_BEGAN' && grant?.as !== 'supplier system')) return [];
  return [{ ...change, affiliation: null, uniId: null, changedFields: [], tie: null }];
}

/** An access opens ties since it began, never the time before; a change of fields that are not held is not told. */
function visibleChange(change: LoggedChange, grant: Grant, tie: TieWithPerson | undefined): VisibleChange[] {
  if (change.at < openSince(grant)) return [];
  // of the erased nothing is left but the tie's own id, by which a mirror forgets them
  if (change.kind === 'ERASED') return [{ ...change, uniId: null, changedFields: [], tie: null }];
  if (!tie) return [];
  return shownUnder(grant, tie).flatMap((shown) => {
    const changedFields = visibleFields(change.changedFields, shown.categories);
    return change.kind === 'CHANGED' && changedFields.length === 0 ? [] : [{ ...change, changedFields, tie: shown }];
  });
}
