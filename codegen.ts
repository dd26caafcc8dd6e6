import type { CodegenConfig } from '@graphql-codegen/cli';

const scalars = {
  InstitutionNumber: 'string',
  MunicipalityCode: 'string',
  Date: 'string',
  DateTime: 'number',
  Cursor: 'string',
  NationalNumber: 'string',
  _FieldSet: 'string',
  _Any: 'unknown',
};

/** Resolver types of one subgraph, from its schema and what each GraphQL type is in its domain. */
function resolverTypes(name: string, mappers: Record<string, string>): CodegenConfig['generates'] {
  return {
    [`subgraphs/${name}/graphql/schema.generated.ts`]: {
      schema: ['shared/common.graphql', `subgraphs/${name}/schema.graphql`],
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        federation: true,
        useTypeImports: true,
        enumsAsTypes: true,
        contextType: './context.ts#Context',
        scalars,
        mappers,
        strictScalars: true,
        maybeValue: 'T | null | undefined',
        immutableTypes: true,
        makeResolverTypeCallable: true,
        avoidOptionals: { resolvers: false },
        emitLegacyCommonJSImports: false,
        importExtension: '.ts',
      },
    },
  };
}

const config: CodegenConfig = {
  generates: {
    ...resolverTypes('institutions', {
      Municipality: '../domain/municipalities/municipality.ts#Municipality as TheMunicipality',
      Daycare: './loaders.ts#SeenDaycare',
      DaycareInstitution: './loaders.ts#SeenDaycare',
      PlacementUnit: './loaders.ts#SeenDaycare',
      AlternativeAddress: './loaders.ts#SeenDaycare',
      Address: '../domain/daycares/daycare.ts#Daycare as TheDaycare',
      DaycareConnection: './context.ts#DaycarePage',
      PlacementUnitConnection: './context.ts#UnitPage',
      HistoryConnection: './context.ts#HistoryPage',
      HistoryEntry: '../domain/daycares/daycare-event.ts#ToldChange as TheToldChange',
      DaycareChange: '../domain/daycares/daycare-event.ts#ToldChange as TheToldChange',
      DaycarePayload: '../domain/daycares/daycare-payload.ts#DaycarePayload as TheDaycarePayload',
      PlannedAct: '../domain/plans/planned-act.ts#PlannedFor',
      Transfer: '../domain/transfers/transfer.ts#Transfer as TheTransfer',
      TransferConnection: './context.ts#TransferPage',
      DuplicateCandidate: '../domain/doubles/likely-doubles.ts#DuplicateCandidate as TheCandidate',
      DuplicateConnection: './context.ts#DuplicatePage',
    }),
    ...resolverTypes('agreements', {
      Viewer: './context.ts#CallingActor',
      Mandate: './context.ts#HeldMandate',
      Supplier: '../domain/systems/system.ts#Supplier as TheSupplier',
      SupplierSystem: '../domain/systems/system.ts#SupplierSystem as TheSupplierSystem',
      ConnectionAgreement: '../domain/systems/system.ts#ConnectionAgreement as TheConnectionAgreement',
      Service: '../domain/systems/service.ts#Service as TheService',
      DataAccessRequest: '../domain/requests/request.ts#AccessRequest',
      DataAccess: '../domain/accesses/access.ts#Access',
      Decision: '../domain/requests/request.ts#Decision as TheDecision',
      HistoryEntry: '../domain/agreement-event.ts#ToldChange',
      DataAccessChange: '../domain/agreement-event.ts#ToldChange',
      DataAccessRequestConnection: './context.ts#RequestPage',
      DataAccessConnection: './context.ts#AccessPage',
      SoughtRequest: '../domain/requests/sought.ts#Sought',
      SoughtRequestConnection: './context.ts#SoughtPage',
      SystemKey: '../domain/systems/system.ts#SystemKey as TheSystemKey',
    }),
    ...resolverTypes('identities', {
      Daycare: './context.ts#DaycareKey',
      Municipality: './context.ts#MunicipalityKey',
      Person: '../domain/people/person.ts#Person as ThePerson',
      Affiliation: '../domain/people/affiliation.ts#Affiliation as TheAffiliation',
      Group: '../domain/people/group.ts#Group as TheGroup',
      ContactRelation: './context.ts#ShownRelation',
      AffiliationConnection: './context.ts#PeoplePage',
      ImportSource: '../domain/importing/import-run.ts#ImportSource as TheImportSource',
      ImportRun: './context.ts#ShownRun',
      ImportCounts: '../domain/importing/import-run.ts#ImportCounts as TheImportCounts',
      ImportNotice: '../domain/importing/import-notice.ts#ImportNotice as TheImportNotice',
      ImportNoticeConnection: './context.ts#NoticePage',
      ImportRunConnection: './context.ts#RunPage',
      IdentitySummary: './context.ts#ShownSummary',
      UserOverview: './context.ts#Overview',
      UserOverviewUnit: '../domain/known-daycare.ts#KnownDaycare',
      UserOverviewUnitConnection: './context.ts#UnitPage',
      AffiliationChange: '../actions/reading/read-changes.ts#VisibleChange',
    }),
  },
};

export default config;
