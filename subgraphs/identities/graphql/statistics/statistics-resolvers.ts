import { type AskedCounts, countIdentities } from '../../actions/statistics/count-identities.ts';
import { labelOf } from '../../domain/statistics/dimension-labels.ts';
import { orRefused } from '../answers.ts';
import type { Context } from '../context.ts';
import type { QueryResolvers } from '../schema.generated.ts';

export const statisticsQueries: QueryResolvers = {
  identityStatistics: (_, asked, context) => identityStatistics(context, asked),
};

/** The numbers, by the dimensions asked, in their order. Nobody's identity can be taken into use yet. */
async function identityStatistics({ readings, actor }: Context, asked: AskedCounts) {
  const tallies = orRefused(await countIdentities(readings, actor, asked));
  return tallies.map(({ keys, ...tally }) => ({
    ...tally,
    activated: 0,
    keys: asked.by.map((dimension, index) => ({ dimension, key: keys[index] ?? '', label: labelOf(dimension, keys[index] ?? '') })),
  }));
}
