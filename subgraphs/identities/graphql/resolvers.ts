import { connection } from '#shared/page.ts';
import { scalars } from '#shared/scalars.ts';
import { noticeCodes } from '../domain/importing/import-notice.ts';
import { unlessProtected } from '../domain/people/shown-affiliation.ts';
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
  summaryAt,
  unitPage,
} from './answers.ts';
import { changePage } from './change-page.ts';
import {
  addressOf,
  groupsNamed,
  nameOn,
  nationalNumberOf,
  personOf,
  personSeenBy,
  relationsOf,
  shownNameOf,
  sourceDateTimeOf,
  tiesOf,
} from './person-answers.ts';
import type { Resolvers } from './schema.generated.ts';
import { statisticsQueries } from './statistics/statistics-resolvers.ts';
import { traceQueries } from './tracing/trace-resolvers.ts';

export const resolvers: Resolvers = {
  ...scalars,
  Query: {
    ...traceQueries,
    ...statisticsQueries,
    person: (_, { uniId }, context) => personOf(context, uniId),
    importRun: (_, { id }, context) => runOf(context, id),
    userOverview: (_, { municipality }, context) => overviewOf(context, municipality),
    affiliationChanges: (_, asked, context) => changePage(context, asked),
    accessUses: (_, question, { uses }) => uses.page(question),
  },
  Mutation: {
    submitImport: (_, { input, dryRun }, context) => submitted(context, input, dryRun),
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
  Person: {
    name: async (person, _, context) =>
      Object.values(await shownNameOf(context, person))
        .join(' ')
        .trim(),
    username: () => null,
    affiliations: ({ uniId }, asked, context) => tiesOf(context, uniId, asked),
  },
  Affiliation: {
    daycareNumber: ({ daycare }) => daycare,
    daycare: ({ daycare }) => ({ number: daycare }),
    frozen: ({ frozenSince }) => frozenSince !== null,
    sourceDateTime: (tie, _, context) => sourceDateTimeOf(context, tie),
    person: (tie) => personSeenBy(tie),
    name: (tie, _, context) => nameOn(context, tie),
    realName: ({ firstName, familyName }) => ({ first: firstName, family: familyName }),
    email: (tie) => unlessProtected(tie, tie.email),
    phones: (tie) => unlessProtected(tie, tie.phones),
    address: (tie, _, context) => addressOf(context, tie),
    nationalNumber: (tie, _, context) => nationalNumberOf(context, tie),
    mainGroup: async (tie, _, context) => (await groupsNamed(context, tie, tie.mainGroup === null ? [] : [tie.mainGroup]))[0] ?? null,
    groups: (tie, _, context) => groupsNamed(context, tie, tie.groupIds),
    contacts: (tie, _, context) => relationsOf(context, tie, 'contacts'),
    children: (tie, _, context) => relationsOf(context, tie, 'children'),
  },
  Group: { daycareNumber: ({ daycare }) => daycare },
  ContactRelation: { child: ({ ties }) => ties.child, contact: ({ ties }) => ties.contact, daycareNumber: ({ daycare }) => daycare },
  AffiliationConnection: { ...connection, feedPosition: ({ feedPosition }) => feedPosition() },
  ImportSource: {
    system: ({ system }) => ({ id: system }),
    systemId: ({ system }) => system,
    lastRun: async ({ lastRun }, _, { loaders }) => (lastRun === null ? null : ((await loaders.run.load(lastRun)) ?? null)),
    freshness: ({ takenAt }, _, { readings }) => freshnessOf(takenAt, readings.clock()),
  },
  ImportRun: {
    daycareNumber: ({ daycare }) => daycare,
    daycare: ({ daycare }) => ({ number: daycare }),
    systemId: ({ system }) => system,
    counts: (run) => run,
    notices: (run, page, context) => noticePage(context, run, page),
    hold: () => null,
  },
  ImportNotice: { message: ({ code }) => noticeCodes[code].message, remedy: ({ code }) => noticeCodes[code].remedy },
  ImportNoticeConnection: connection,
  ImportRunConnection: connection,
  IdentitySummary: {
    activated: () => 0,
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
