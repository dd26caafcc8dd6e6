import { connection } from '#shared/page.ts';
import { personSeenBy } from '../person-answers.ts';
import type { ImportRunResolvers, MutationResolvers, QueryResolvers, Resolvers } from '../schema.generated.ts';
import { allRunsPage, planPage } from './answers.ts';
import { permissionFor } from './permission-for.ts';

export const queries = {
  importRuns: (_, { filter, ...page }, context) => allRunsPage(context, filter, page),
} satisfies QueryResolvers;

export const mutations = {
  applyPlannedImport: (_, { id }, { acts }) => acts.applyPlannedImport(id),
  releaseHeldImport: (_, releasing, { acts }) => acts.releaseHeldImport(releasing),
  discardHeldImport: (_, told, { acts }) => acts.discardHeldImport(told),
  undoImport: (_, told, { acts }) => acts.undoImport(told),
} satisfies MutationResolvers;

export const run = {
  hold: async ({ id }, _, { loaders }) => (await loaders.hold.load(id)) ?? null,
  plan: (run, page, context) => planPage(context, run, page),
  permission: (run, { action }, context) => permissionFor(context, run, action),
} satisfies ImportRunResolvers;

export const types = {
  ImportHold: {
    decidedBy: ({ decision }) => decision?.organisation ?? null,
    decidedAt: ({ decision }) => decision?.at ?? null,
    comment: ({ decision }) => decision?.comment ?? null,
  },
  ImportChange: { person: ({ tie }) => (tie ? personSeenBy(tie) : null) },
  ImportChangeConnection: connection,
} satisfies Resolvers;
