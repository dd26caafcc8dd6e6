import { personSeenBy } from '../person-answers.ts';
import { reidentify, seenPerson } from './reidentify.ts';
import type { MutationResolvers, QueryResolvers, Resolvers } from '../schema.generated.ts';

/** What is done by and to national numbers. */
export const identifyingResolvers = {
  Query: {
    personByNationalNumber: async (_, { nationalNumber }, { identifying }) => personSeenBy(await identifying.lookUp(nationalNumber)),
  } satisfies QueryResolvers,
  Mutation: {
    revealNationalNumber: (_, told, { identifying }) => identifying.reveal(told),
    reidentifyPerson: (_, { input, dryRun }, context) => reidentify(context, input, dryRun),
  } satisfies MutationResolvers,
  types: {
    ReidentifyPayload: {
      person: ({ uniId }, _, context) => seenPerson(context, uniId),
      mergesWith: ({ mergesWith }, _, context) => seenPerson(context, mergesWith),
    },
  } satisfies Resolvers,
};
