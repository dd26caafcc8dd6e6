import { connection } from '#shared/page.ts';
import { scalars } from '#shared/scalars.ts';
import { noticeCodes } from '../domain/importing/import-notice.ts';
import { endsAt } from '../domain/retention/retention-policy.ts';
import { freshnessOf } from '../domain/reading/freshness.ts';
import {
  municipalSummary,
  noticePage,
  overviewOf,
  peoplePage,
  runOf,
  runPage,
  sourcesAt,
  submitted,
  submittedDocument,
  summaryAt,
  unitPage,
} from './answers.ts';
import { changePage } from './change-page.ts';
import { personOf } from './person-answers.ts';
import { identifyingResolvers } from './identifying/identifying-resolvers.ts';
import { loginResolvers } from './logins/login-resolvers.ts';
import { peopleTypes } from './people-resolvers.ts';
import * as importing from './importing/resolvers.ts';
import type { Resolvers } from './schema.generated.ts';
import { statisticsQueries, statisticsTypes } from './statistics/statistics-resolvers.ts';
import { traceQueries } from './tracing/trace-resolvers.ts';

export const resolvers: Resolvers = {
  ...scalars,
  ...loginResolvers.types,
  ...identifyingResolvers.types,
  Query: {
    ...traceQueries,
    ...loginResolvers.Query,
    ...identifyingResolvers.Query,
    ...statisticsQueries,
    person: (_, { uniId }, context) => personOf(context, uniId),
    importRun: (_, { id }, context) => runOf(context, id),
    userOverview: (_, { municipality }, context) => overviewOf(context, municipality),
    affiliationChanges: (_, asked, context) => changePage(context, asked),
    accessUses: (_, question, { uses }) => uses.page(question),
    ...importing.queries,
  },
  Mutation: {
    ...loginResolvers.Mutation,
    ...identifyingResolvers.Mutation,
    submitImport: (_, { input, dryRun }, context) => submitted(context, input, dryRun),
    submitImportDocument: (_, { document, dryRun }, context) => submittedDocument(context, document, dryRun),
    ...importing.mutations,
  },
  Daycare: {
    __resolveReference: ({ number }) => ({ number }),
    people: ({ number }, { filter, ...page }, context) => peoplePage(context, number, filter, page),
    groups: async ({ number }, _, { loaders }) => (await loaders.shownGroups.load(number)) ?? [],
    sources: ({ number }, _, context) => sourcesAt(context, number),
    imports: ({ number }, page, context) => runPage(context, number, page),
    identitySummary: ({ number }, _, context) => summaryAt(context, number),
  },
  Municipality: {
    __resolveReference: ({ code }) => ({ code }),
    identitySummary: ({ code }, _, context) => municipalSummary(context, code),
  },
  ...peopleTypes,
  ...statisticsTypes,
  ImportSource: {
    system: ({ system }) => ({ id: system }),
    systemId: ({ system }) => system,
    endsAt: (source) => endsAt(source),
    lastRun: async ({ lastRun }, _, { loaders }) => (lastRun === null ? null : ((await loaders.run.load(lastRun)) ?? null)),
    freshness: ({ takenAt }, _, { readings }) => freshnessOf(takenAt, readings.clock()),
  },
  ImportRun: {
    daycareNumber: ({ daycare }) => daycare,
    daycare: ({ daycare }) => ({ number: daycare }),
    systemId: ({ system }) => system,
    counts: (run) => run,
    notices: (run, page, context) => noticePage(context, run, page),
    ...importing.run,
  },
  ImportNotice: { message: ({ code }) => noticeCodes[code].message, remedy: ({ code }) => noticeCodes[code].remedy },
  ImportNoticeConnection: connection,
  ImportRunConnection: connection,
  ...importing.types,
  IdentitySummary: {
    activated: ({ activated }) => activated(),
    freshness: ({ lastImportAt }, _, { readings }) => freshnessOf(lastImportAt, readings.clock()),
  },
  UserOverview: {
    municipalityCode: ({ municipality }) => municipality,
    municipality: ({ municipality }) => ({ code: municipality }),
    summary: ({ municipality }, _, context) => municipalSummary(context, municipality),
    units: ({ municipality }, { freshness, ...page }, context) => unitPage(context, { municipality, freshness: freshness ?? null }, page),
  },
  UserOverviewUnit: {
    daycareNumber: ({ number }) => number,
    daycare: ({ number }) => ({ number }),
    summary: ({ number }, _, context) => summaryAt(context, number),
    sources: ({ number }, _, context) => sourcesAt(context, number),
    people: ({ number }, { filter, ...page }, context) => peoplePage(context, number, filter, page),
  },
  UserOverviewUnitConnection: connection,
  AffiliationChange: {
    affiliationId: ({ affiliation }) => affiliation,
    daycareNumber: ({ daycare }) => daycare,
    affiliation: ({ tie }) => tie,
  },
};
