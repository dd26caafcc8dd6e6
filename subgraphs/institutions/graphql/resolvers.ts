import { connection } from '#shared/page.ts';
import { scalars } from '#shared/scalars.ts';
import {
  acceptsUsers,
  type Daycare,
  type DaycareLevel,
  legalBasisCodes,
  ownershipCodes,
  typeCodes,
  typeOf,
} from '../domain/daycares/daycare.ts';
import { municipalities } from '../domain/municipalities/municipalities.ts';
import { seesPerson } from '../domain/upkeep/done-by.ts';
import {
  changePage,
  daycareOf,
  daycarePage,
  historyPage,
  knownDaycare,
  lineage,
  municipalityNamed,
  municipalityPage,
  openUnder,
  permissionFor,
  presentDaycare,
  unitPage,
} from './answers.ts';
import { mutations } from './mutations.ts';
import type { Resolvers } from './schema.generated.ts';
import { duplicatePage, registerStatistics, transferPage } from './work-lists.ts';

const typeNames = { INSTITUTION: 'DaycareInstitution', UNIT: 'PlacementUnit', LOCATION: 'AlternativeAddress' } as const satisfies Record<
  DaycareLevel,
  string
>;

const daycare: Resolvers['DaycareInstitution'] & Resolvers['PlacementUnit'] & Resolvers['AlternativeAddress'] = {
  __resolveReference: ({ number }, { loaders }) => knownDaycare(loaders, number),
  municipality: ({ municipality }) => municipalityNamed(municipality),
  ownershipCode: ({ ownership }) => ownershipCodes[ownership],
  legalBasisCode: ({ legalBasis }) => (legalBasis && legalBasisCodes[legalBasis]) ?? null,
  legacyNumbers: async ({ number, through }, _, { loaders }) => (await (through ?? loaders).legacyNumbers.load(number)) ?? [],
  findings: async ({ number, through }, _, { loaders }) => (await (through ?? loaders).findings.load(number)) ?? [],
  planned: async ({ number, through }, _, { loaders }) => (await (through ?? loaders).planned.load(number)) ?? [],
  history: ({ number, through }, page, { loaders }) => historyPage(through ?? loaders, number, page),
  predecessors: ({ number, through }, _, { loaders }) => lineage(through ?? loaders, (through ?? loaders).predecessors, number),
  successors: ({ number, through }, _, { loaders }) => lineage(through ?? loaders, (through ?? loaders).successors, number),
  registerPermission: (known, { action }, { actor }) => permissionFor(action, known, actor),
};

export const resolvers: Resolvers = {
  ...scalars,
  Query: {
    daycare: (_, { number, ...moment }, context) => daycareOf(context, number, moment),
    daycares: (_, { filter, ...page }, context) => daycarePage(context, filter, page),
    municipality: (_, { code }) => municipalityNamed(code),
    municipalities: () => municipalities,
    daycareChanges: (_, { after, first, waitSeconds }, context) => changePage(context, { after, first, waitSeconds }),
    registerStatistics: (_, asked, context) => registerStatistics(context, asked),
    duplicateCandidates: (_, { municipality, ...page }, context) => duplicatePage(context, municipality, page),
    transfers: (_, { state, ...page }, context) => transferPage(context, state, page),
  },
  Mutation: mutations,
  Municipality: {
    __resolveReference: ({ code }) => municipalityNamed(code),
    daycares: ({ code }, { filter, ...page }, context) => municipalityPage(context, code, filter ?? {}, page),
    registerPermission: ({ code }, { action }, { actor }) => permissionFor(action, { municipality: code, ownership: 'MUNICIPAL' }, actor),
  },
  Daycare: {
    __resolveType: ({ level }: Daycare) => typeNames[level],
    __resolveReference: ({ number }, { loaders }) => knownDaycare(loaders, number),
  },
  DaycareInstitution: { ...daycare, units: ({ number, through }, page, { loaders }) => unitPage(through ?? loaders, number, page) },
  PlacementUnit: {
    ...daycare,
    institution: ({ institution, through }, _, { loaders }) => knownDaycare(through ?? loaders, institution ?? ''),
    locations: ({ number, through }, _, { loaders }) => openUnder(through ?? loaders, number),
    type: (unit) => typeOf(unit),
    typeCode: (unit) => typeCodes[typeOf(unit)],
    address: (unit) => unit,
    acceptsUsers: (unit) => acceptsUsers(unit),
  },
  AlternativeAddress: {
    ...daycare,
    unit: ({ unit, through }, _, { loaders }) => knownDaycare(through ?? loaders, unit ?? ''),
    address: (location) => location,
    acceptsUsers: (location) => acceptsUsers(location),
  },
  Address: { street: ({ street }) => street ?? '', postalCode: ({ postalCode }) => postalCode ?? '', town: ({ town }) => town ?? '' },
  DaycareConnection: { ...connection, feedPosition: ({ feedPosition }) => feedPosition() },
  PlacementUnitConnection: connection,
  TransferConnection: connection,
  DuplicateConnection: connection,
  HistoryConnection: { nodes: connection.nodes, pageInfo: connection.pageInfo },
  HistoryEntry: {
    kind: ({ kind }) => kind,
    byOrganisation: ({ facts }) => facts.by.organisation,
    standing: ({ facts }) => facts.by.standing,
    byPerson: ({ facts }, _, { actor }) => (seesPerson(actor, facts.by) ? facts.by.person : null),
    comment: ({ facts }) => facts.reason,
    changes: ({ facts }) => facts.changes,
    effectiveFrom: ({ at, facts }) => (facts.effectiveFrom === at ? null : facts.effectiveFrom),
  },
  DaycareChange: {
    effectiveFrom: ({ facts }) => facts.effectiveFrom,
    changes: ({ facts }) => facts.changes,
    successors: ({ facts }) => facts.successors,
    daycare: ({ number }, _, { loaders }) => knownDaycare(loaders, number),
  },
  PlannedAct: {
    id: ({ act }) => act.id,
    kind: ({ act }) => act.kind,
    on: ({ act }) => act.on,
    changes: ({ act, number }) => act.sets.find((set) => set.number === number)?.changes ?? [],
    reason: ({ act }) => act.reason,
    byOrganisation: ({ act }) => act.by.organisation,
  },
  Transfer: {
    daycare: ({ number }, _, context) => presentDaycare(context, { number }),
    from: ({ from }) => municipalityNamed(from),
    to: ({ to }) => municipalityNamed(to),
  },
  DuplicateCandidate: {
    daycares: async ({ numbers }, _, context) => Promise.all(numbers.map((number) => presentDaycare(context, { number }))),
  },
};
