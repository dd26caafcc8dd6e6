import { type AskedCounts, countIdentities } from '../../actions/statistics/count-identities.ts';
import { labelOf } from '../../domain/statistics/dimension-labels.ts';
import { orRefused } from '../answers.ts';
import type { Context } from '../context.ts';
import type { IdentityTally } from '../../domain/statistics/identity-count.ts';
import type { QueryResolvers, Resolvers } from '../schema.generated.ts';

export const statisticsQueries: QueryResolvers = {
  identityStatistics: (_, asked, context) => identityStatistics(context, asked),
};

/** Numbers with the keys they are of, as they are answered. */
export interface ShownIdentityCount extends Omit<IdentityTally, 'keys'> {
  readonly keys: readonly { readonly dimension: string; readonly key: string; readonly label: string }[];
  readonly activated: () => Promise<number>;
}

export const statisticsTypes: Pick<Resolvers, 'IdentityCount'> = { IdentityCount: { activated: ({ activated }) => activated() } };

/** The numbers, by the dimensions asked, in their order. */
async function identityStatistics({ readings, actor }: Context, asked: AskedCounts): Promise<ShownIdentityCount[]> {
  const { tallies, activated } = orRefused(await countIdentities(readings, actor, asked));
  return tallies.map(({ keys, ...tally }) => ({
    ...tally,
    activated: async () => (await activated()).get(keys.join(' ')) ?? 0,
    keys: asked.by.map((dimension, index) => ({ dimension, key: keys[index] ?? '', label: labelOf(dimension, keys[index] ?? '') })),
  }));
}
