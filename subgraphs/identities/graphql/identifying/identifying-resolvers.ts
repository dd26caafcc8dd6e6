import { personSeenBy } from '../person-answers.ts';
import type { MutationResolvers, QueryResolvers } from '../schema.generated.ts';

/** What is done by and to national numbers. */
export const identifyingResolvers = {
  Query: {
    personByNationalNumber: async (_, { nationalNumber }, { identifying }) => personSeenBy(await identifying.lookUp(nationalNumber)),
  } satisfies QueryResolvers,
  Mutation: {
    revealNationalNumber: (_, told, { identifying }) => identifying.reveal(told),
  } satisfies MutationResolvers,
};
