import type { Actor } from '#shared/actor.ts';
import { type Refusal, refusal } from '#shared/refusal.ts';
import type { ImportRun } from '../../domain/importing/import-run.ts';
import { administratorCategories } from '../../domain/reading/grant.ts';
import { readPlan as readOfPlan } from '../../domain/reading/logged-read.ts';
import { shownUnder } from '../../domain/reading/people-scope.ts';
import type { PlacedChange, Readings, Place } from '../../domain/reading/readings.ts';
import { type ShownChange, shownFields } from '../../domain/reading/shown-change.ts';
import { grantsTo } from '../reading/grants-to.ts';
import { importScopes, isWithin } from './import-scopes.ts';

export interface PlanAsked {
  readonly run: ImportRun;
  readonly place: Place;
}

/**
 * Reads what documents would do, person by person: their senders may, and who may read the daycare's people. A sender is not told who
 * anybody is here, so that a plan tells nobody whose numbers are known.
 */
export async function readPlans(
  readings: Readings,
  actor: Actor,
  asked: readonly PlanAsked[],
): Promise<readonly (readonly ShownChange[] | Refusal)[]> {
  const numbers = asked.map(({ run }) => run.daycare);
  const scopes = await importScopes(readings, actor, numbers, 'PEOPLE');
  const isReadable = ({ run }: PlanAsked) => isWithin(scopes.get(run.daycare), run);
  const found = new Map<PlanAsked, readonly PlacedChange[]>();
  for (const [, together] of Map.groupBy(asked.filter(isReadable), ({ place }) => JSON.stringify(place))) {
    const [first] = together;
    const ids = together.map(({ run }) => run.id);
    const changes = first ? await readings.plans(ids, first.place) : new Map<string, readonly PlacedChange[]>();
    for (const each of together) found.set(each, changes.get(each.run.id) ?? []);
  }
  const show = await showing(readings, actor, asked, [...found.values()].flat());
  await readings.log([...found].map(([{ run, place }, changes]) => readOfPlan(actor, run, changes.slice(0, place.limit - 1))));
  return asked.map((each) => found.get(each)?.map((change) => show(each.run, change)) ?? notTold());
}

const notTold = (): Refusal =>
  refusal('NOT_PERMITTED', 'A plan tells of persons one by one; the sender reads it, and who may read the persons of the daycare.', {
    rule: 'P6',
  });

/** How each change is shown: what a person's protection is now counts, whatever it was when it was planned. */
async function showing(readings: Readings, actor: Actor, asked: readonly PlanAsked[], changes: readonly PlacedChange[]) {
  const grants = await grantsTo(
    readings,
    actor,
    asked.map(({ run }) => run.daycare),
  );
  const hidden = await readings.protectedPersons(changes.flatMap(({ uniId }) => uniId ?? []));
  const ties = await readings.tiesByIds(changes.flatMap(({ tie }) => tie ?? []));
  return ({ daycare }: ImportRun, change: PlacedChange): ShownChange => {
    const { place, kind, localPersonId, uniId } = change;
    const grant = grants.get(daycare);
    const tie = change.tie && grant?.reading === 'PEOPLE' ? ties.get(change.tie) : undefined;
    const isProtected = uniId !== null && hidden.has(uniId);
    const changes = shownFields(change, { isProtected, categories: administratorCategories });
    return { place, kind, localPersonId, changes, tie: (tie && grant && shownUnder(grant, tie)[0]) ?? null };
  };
}
