import { connection } from '#shared/page.ts';
import { scalars } from '#shared/scalars.ts';
import { liftedBy } from '../domain/accesses/access.ts';
import { type DoneBy, seesPerson } from '../domain/done-by.ts';
import { addresseeOf } from '../domain/requests/decision-policy.ts';
import { services } from '../domain/systems/service.ts';
import { DAY } from '../domain/terms.ts';
import {
  accessOf,
  accessPage,
  accessState,
  changePage,
  inboxPage,
  mandateInWords,
  requestOf,
  requestPage,
  systemOf,
  soughtPage,
  supplierOf,
} from './answers.ts';
import type { Context } from './context.ts';
import { mutations } from './mutations.ts';
import { oversightQueries, oversightTypes } from './overseeing/oversight-resolvers.ts';
import { noticeResolvers } from './notices.ts';
import { permissionFor } from './permission-for.ts';
import type { Resolvers } from './schema.generated.ts';
import { serviceNamed } from './service-named.ts';
import { webhookResolvers } from './webhooks.ts';

const personIn = (by: DoneBy, { actor }: Context) => (seesPerson(actor, by) ? by.person : null);

export const resolvers: Resolvers = {
  ...scalars,
  ...oversightTypes,
  ...noticeResolvers,
  ...webhookResolvers,
  Query: {
    ...noticeResolvers.Query,
    ...webhookResolvers.Query,
    viewer: (_, __, { actor }) => actor,
    inbox: (_, { filter, ...page }, context) => inboxPage(context, filter, page),
    dataAccessRequest: (_, { id }, context) => requestOf(context, id),
    dataAccessRequests: (_, { filter, ...page }, context) => requestPage(context, filter, page),
    dataAccess: (_, { id }, context) => accessOf(context, id),
    dataAccesses: (_, { filter, ...page }, context) => accessPage(context, filter, page),
    accessState: (_, asked, context) => accessState(context, asked),
    supplierSystem: (_, { id }, context) => systemOf(context, id),
    services: () => services,
    soughtRequests: (_, page, context) => soughtPage(context, page),
    dataAccessChanges: (_, question, context) => changePage(context, question),
    ...oversightQueries,
  },
  Mutation: { ...mutations, ...noticeResolvers.Mutation, ...webhookResolvers.Mutation },
  Mandate: {
    inWords: (mandate) => mandateInWords(mandate),
    municipality: (mandate) => ('municipality' in mandate && mandate.municipality ? { code: mandate.municipality } : null),
    daycare: (mandate) => ('daycare' in mandate ? { number: mandate.daycare } : null),
    supplier: (mandate, _, { loaders }) => ('supplier' in mandate ? loaders.supplier.load(mandate.supplier) : null),
    system: (mandate, _, { loaders }) => ('system' in mandate ? loaders.system.load(mandate.system) : null),
  },
  Supplier: { systems: async ({ number }, _, { loaders }) => (await loaders.systemsOfSupplier.load(number)) ?? [] },
  SupplierSystem: {
    __resolveReference: ({ id }, context) => systemOf(context, id),
    supplier: ({ supplier }, _, context) => supplierOf(context, supplier),
    connections: async ({ id }, _, { loaders }) => (await loaders.connections.load(id)) ?? [],
    keys: async ({ id }, _, { loaders }) => (await loaders.keys.load(id)) ?? [],
    archivedUntil: ({ archivedAt }, _, { terms }) => (archivedAt === null ? null : archivedAt + terms.archiveKeptDays * DAY),
  },
  ConnectionAgreement: { system: ({ system }, _, context) => systemOf(context, system), service: ({ service }) => serviceNamed(service) },
  Municipality: {
    dataAccessRequests: ({ code }, { filter, ...page }, context) => requestPage(context, { ...filter, municipality: code }, page),
    dataAccesses: ({ code }, { filter, ...page }, context) => accessPage(context, { ...filter, municipality: code }, page),
  },
  Daycare: {
    dataAccessRequests: ({ number }, { filter, ...page }, context) => requestPage(context, { ...filter, daycare: number }, page),
    dataAccesses: ({ number }, { filter, ...page }, context) => accessPage(context, { ...filter, daycare: number }, page),
  },
  DataAccessRequest: {
    daycare: ({ daycareNumber }) => ({ number: daycareNumber }),
    system: ({ system }, _, context) => systemOf(context, system),
    service: ({ service }) => serviceNamed(service),
    addressee: (request) => addresseeOf(request),
    access: ({ id }, _, { loaders }) => loaders.accessOfRequest.load(id),
    permission: (request, { action }, { actor }) => permissionFor(action, request, actor),
    history: async ({ id }, _, { loaders }) => (await loaders.history.load(id)) ?? [],
  },
  Decision: {
    byOrganisation: ({ by }) => by.organisation,
    standing: ({ by }) => by.standing,
    byPerson: ({ by }, _, context) => personIn(by, context),
  },
  DataAccess: {
    request: ({ requestId }, _, context) => requestOf(context, requestId),
    daycare: ({ daycareNumber }) => ({ number: daycareNumber }),
    system: ({ system }, _, context) => systemOf(context, system),
    service: ({ service }) => serviceNamed(service),
    suspension: ({ suspensionReason: reason, suspendedAt: since }) =>
      reason && since !== null ? { reason, since, liftedBy: liftedBy[reason] } : null,
    use: ({ id }, days, { oversight }) => oversight.useOf(id, days),
    permission: (access, { action }, { actor }) => permissionFor(action, access, actor),
    history: async ({ requestId }, _, { loaders }) => (await loaders.history.load(requestId)) ?? [],
  },
  HistoryEntry: {
    byOrganisation: ({ facts }) => facts.by.organisation,
    standing: ({ facts }) => facts.by.standing,
    byPerson: ({ facts }, _, context) => personIn(facts.by, context),
    comment: ({ facts }) => facts.comment,
    changes: ({ facts }) =>
      facts.previousState === facts.state ? [] : [{ field: 'state', before: facts.previousState, after: facts.state }],
  },
  SoughtRequest: {
    daycare: ({ daycareNumber }) => ({ number: daycareNumber }),
    system: ({ system }, _, context) => systemOf(context, system),
    service: ({ service }) => serviceNamed(service),
    byOrganisation: ({ by }) => by.organisation,
    standing: ({ by }) => by.standing,
  },
  SoughtRequestConnection: connection,
  DataAccessRequestConnection: connection,
  DataAccessConnection: { ...connection, feedPosition: ({ feedPosition }) => feedPosition() },
  DataAccessChange: {
    requestId: ({ facts }) => facts.requestId,
    accessId: ({ facts }) => facts.accessId,
    daycareNumber: ({ facts }) => facts.daycareNumber,
    system: ({ facts }) => facts.system,
    service: ({ facts }) => facts.service,
    direction: ({ facts }) => facts.direction,
    categories: ({ facts }) => facts.categories,
    purposeKind: ({ facts }) => facts.purposeKind,
    purpose: ({ facts }) => facts.purpose,
    previousState: ({ facts }) => facts.previousState,
    state: ({ facts }) => facts.state,
  },
};
