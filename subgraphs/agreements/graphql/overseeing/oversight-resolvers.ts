import { connection } from '#shared/page.ts';
import {
  controllerOf,
  dataInWords,
  legalBasisOf,
  personsInWords,
  recipientsOf,
  retentionOf,
} from '../../domain/overseeing/processing-record.ts';
import { grantedAt } from '../../domain/overseeing/public-access.ts';
import { supplierOf, systemOf } from '../answers.ts';
import type { QueryResolvers, Resolvers } from '../schema.generated.ts';
import { serviceNamed } from '../service-named.ts';
import { daycarePage, publicPage, recordPage, supplierPage } from './lists.ts';
import { agreementStatistics } from './statistics.ts';

/** The questions of oversight. */
export const oversightQueries: QueryResolvers = {
  agreementStatistics: (_, asked, context) => agreementStatistics(context, asked),
  transparency: (_, asked, context) => publicPage(context, asked),
  suppliers: (_, { text, ...page }, context) => supplierPage(context, text, page),
  requestableDaycares: (_, asked, context) => daycarePage(context, asked),
  recordOfProcessing: (_, asked, context) => recordPage(context, asked),
};

/** The types that these questions answer with. */
export const oversightTypes: Resolvers = {
  PublicAccess: {
    daycare: ({ daycareNumber }) => ({ number: daycareNumber }),
    supplier: async ({ supplier }, _, context) => (await supplierOf(context, supplier)).name,
    system: async ({ system }, _, context) => (await systemOf(context, system)).name,
    service: ({ service }) => serviceNamed(service).name,
    since: (access) => grantedAt(access),
    paused: ({ state }) => state === 'SUSPENDED',
  },
  PublicAccessConnection: connection,
  SupplierConnection: connection,
  RequestableDaycare: {
    daycare: ({ number }) => ({ number }),
    municipalityCode: ({ municipality }) => municipality,
  },
  RequestableDaycareConnection: connection,
  ProcessingRecord: {
    controller: (record) => controllerOf(record).name,
    controllerCompanyNumber: (record) => controllerOf(record).companyNumber,
    daycare: ({ daycareNumber }) => ({ number: daycareNumber }),
    daycareName: ({ daycare }) => daycare.name,
    processor: ({ supplier }, _, context) => supplierOf(context, supplier),
    system: ({ system }, _, context) => systemOf(context, system),
    service: ({ service }) => serviceNamed(service),
    dataCategories: (record) => dataInWords(record),
    personCategories: (record) => personsInWords(record),
    processingAgreement: ({ request }) => request.processingAgreement,
    since: (record) => grantedAt(record),
    until: ({ endedAt }) => endedAt,
    legalBasis: (record) => legalBasisOf(record),
    recipients: (record) => recipientsOf(record),
    retention: (record) => retentionOf(record),
  },
  ProcessingRecordConnection: connection,
};
