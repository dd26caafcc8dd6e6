import { connection } from '#shared/page.ts';
import { scalars } from '#shared/scalars.ts';
import { acceptsUsers, type Daycare, type DaycareLevel, typeCodes, typeOf } from '../domain/daycares/daycare.ts';
import { seesPerson } from '../domain/upkeep/done-by.ts';
import { findingsOf } from '../domain/daycares/findings.ts';
import { municipalities } from '../domain/municipalities/municipalities.ts';
import {
  changePage,
  daycareOf,
  daycarePage,
  historyPage,
  knownDaycare,
  lineage,
  municipalityNamed,
  permissionFor,
  unitPage,
} from './answers.ts';
import type { Resolvers } from './schema.generated.ts';

const typeNames = { INSTITUTION: 'DaycareInstitution', UNIT: 'PlacementUnit', LOCATION: 'AlternativeAddress' } as const satisfies Record<
  DaycareLevel,
  string
>;

const daycare: Resolvers['DaycareInstitution'] & Resolvers['PlacementUnit'] & Resolvers['AlternativeAddress'] = {
  __resolveReference: ({ number }, context) => knownDaycare(context, number),
  municipality: ({ municipality }) => municipalityNamed(municipality),
  legacyNumbers: async ({ number }, _, { loaders }) => (await loaders.legacyNumbers.load(number)) ?? [],
  findings: (known) => findingsOf(known),
  history: ({ number }, page, context) => historyPage(context, number, page),
  predecessors: ({ number }, _, { loaders }) => lineage(loaders, loaders.predecessors, number),
  successors: ({ number }, _, { loaders }) => lineage(loaders, loaders.successors, number),
  registerPermission: (known, { action }, { actor }) => permissionFor(action, known, actor),
};

export const resolvers: Resolvers = {
  ...scalars,
  Query: {
    daycare: (_, { number }, context) => daycareOf(context, number),
    daycares: (_, { filter, ...page }, context) => daycarePage(context, filter, page),
    municipality: (_, { code }) => municipalityNamed(code),
    municipalities: () => municipalities,
    daycareChanges: (_, { after, first, waitSeconds }, context) => changePage(context, { after, first, waitSeconds }),
  },
  Mutation: {
    registerInstitution: (_, { input, ...sent }, { acts }) => acts.registerInstitution(input, sent),
    registerUnit: (_, { input, ...sent }, { acts }) => acts.registerUnit(input, sent),
    changeInstitution: (_, { dryRun, idempotencyKey, ...told }, { acts }) => acts.changeInstitution(told, { dryRun, idempotencyKey }),
    closeDaycare: (_, { dryRun, idempotencyKey, ...told }, { acts }) => acts.closeDaycare(told, { dryRun, idempotencyKey }),
    loadRegisterRows: (_, { rows }, { acts }) => acts.loadRegisterRows(rows),
  },
  Municipality: {
    __resolveReference: ({ code }) => municipalityNamed(code),
    daycares: ({ code }, { filter, ...page }, context) => daycarePage(context, { ...filter, municipality: code }, page),
    registerPermission: ({ code }, { action }, { actor }) => permissionFor(action, { municipality: code, ownership: 'MUNICIPAL' }, actor),
  },
  Daycare: {
    __resolveType: ({ level }: Daycare) => typeNames[level],
    __resolveReference: ({ number }, context) => knownDaycare(context, number),
  },
  DaycareInstitution: { ...daycare, units: ({ number }, page, context) => unitPage(context, number, page) },
  PlacementUnit: {
    ...daycare,
    institution: ({ institution }, _, context) => knownDaycare(context, institution ?? ''),
    locations: async ({ number }, _, { loaders }) => (await loaders.openChildren.load(number)) ?? [],
    type: (unit) => typeOf(unit),
    typeCode: (unit) => typeCodes[typeOf(unit)],
    address: (unit) => unit,
    acceptsUsers: (unit) => acceptsUsers(unit),
  },
  AlternativeAddress: {
    ...daycare,
    unit: ({ unit }, _, context) => knownDaycare(context, unit ?? ''),
    address: (location) => location,
    acceptsUsers: (location) => acceptsUsers(location),
  },
  Address: { street: ({ street }) => street ?? '', postalCode: ({ postalCode }) => postalCode ?? '', town: ({ town }) => town ?? '' },
  DaycareConnection: { ...connection, feedPosition: ({ feedPosition }) => feedPosition() },
  PlacementUnitConnection: connection,
  HistoryConnection: { nodes: connection.nodes, pageInfo: connection.pageInfo },
  HistoryEntry: {
    kind: ({ kind }) => kind,
    byOrganisation: ({ facts }) => facts.by.organisation,
    standing: ({ facts }) => facts.by.standing,
    byPerson: ({ facts }, _, { actor }) => (seesPerson(actor, facts.by) ? facts.by.person : null),
    comment: ({ facts }) => facts.reason,
    changes: ({ facts }) => facts.changes,
  },
  DaycareChange: {
    effectiveFrom: ({ facts }) => facts.effectiveFrom,
    changes: ({ facts }) => facts.changes,
    successors: ({ facts }) => facts.successors,
    daycare: ({ number }, _, context) => knownDaycare(context, number),
  },
  DaycarePayload: { findings: ({ daycare: known }) => findingsOf(known) },
};
