import type { Actor } from '#shared/actor.ts';
import type { Affiliation } from '../../domain/people/affiliation.ts';
import { grantAt } from '../../domain/reading/grant.ts';
import { readOf } from '../../domain/reading/logged-read.ts';
import { shownUnder } from '../../domain/reading/people-scope.ts';
import type { Readings } from '../../domain/reading/readings.ts';
import { grantsTo } from './grants-to.ts';

/** Reads the ties of persons that this actor may see, each by what is held at its own daycare, and logs them a daycare. */
export async function readAffiliations(
  readings: Readings,
  actor: Actor,
  uniIds: readonly string[],
  asOf: number | null,
): Promise<ReadonlyMap<string, readonly Affiliation[]>> {
  const ties = await readings.tiesOf(uniIds, asOf);
  // the gate is asked also where nobody is found: out of reach and not there take the same way
  const grants = await grantsTo(
    readings,
    actor,
    ties.map(({ daycare }) => daycare),
  );
  const shown = ties.flatMap((tie) => {
    const grant = grants.get(tie.daycare);
    return grant?.reading === 'PEOPLE' ? shownUnder(asOf === null ? grant : grantAt(grant, asOf), tie) : [];
  });
  const pages = [...Map.groupBy(shown, ({ daycare }) => daycare)];
  await readings.log(
    pages.flatMap(([daycare, page]) => {
      const grant = grants.get(daycare);
      return grant
        ? [
            readOf(actor, grant, new Set(page.flatMap(({ categories }) => [...categories])), {
              what: 'person',
              filter: { asOf, ties: page.map(({ id }) => id) },
              page: page.map(({ id }) => id),
            }),
          ]
        : [];
    }),
  );
  return Map.groupBy(shown, ({ uniId }) => uniId);
}
