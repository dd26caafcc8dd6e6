import type { CodegenConfig } from '@graphql-codegen/cli';

const scalars = {
  InstitutionNumber: 'string', MunicipalityCode: 'string', Date: 'string', DateTime: 'number', Cursor: 'string', NationalNumber: 'string', _FieldSet: 'string', _Any: 'unknown',
};

/** Resolver types of one subgraph, from its schema and what each GraphQL type is in its domain. */
function resolverTypes(name: string, mappers: Record<string, string>): CodegenConfig['generates'] {
  return {
    [`subgraphs/${name}/graphql/schema.generated.ts`]: {
      schema: ['shared/common.graphql', `subgraphs/${name}/schema.graphql`],
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        federation: true, useTypeImports: true, enumsAsTypes: true, contextType: './context.ts#Context', scalars, mappers, strictScalars: true,
        maybeValue: 'T | null | undefined', immutableTypes: true, makeResolverTypeCallable: true, avoidOptionals: { resolvers: false },
        emitLegacyCommonJSImports: false, importExtension: '.ts',
      },
    },
  };
}

const config: CodegenConfig = {
  generates: {
    ...resolverTypes('institutions', {
      Municipality: '../domain/municipality.ts#Municipality as TheMunicipality',
      Daycare: '../domain/daycare.ts#Daycare as TheDaycare',
      DaycareInstitution: '../domain/daycare.ts#Daycare as TheDaycare',
      PlacementUnit: '../domain/daycare.ts#Daycare as TheDaycare',
      AlternativeAddress: '../domain/daycare.ts#Daycare as TheDaycare',
      Address: '../domain/daycare.ts#Daycare as TheDaycare',
      DaycareConnection: './context.ts#DaycarePage',
      PlacementUnitConnection: './context.ts#UnitPage',
      HistoryConnection: './context.ts#HistoryPage',
      HistoryEntry: '../domain/daycare-event.ts#ToldChange as TheToldChange',
      DaycareChange: '../domain/daycare-event.ts#ToldChange as TheToldChange',
      DaycarePayload: '../domain/daycare.ts#DaycarePayload as TheDaycarePayload',
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
      Decision: '../domain/agreement-event.ts#Decision as TheDecision',
      HistoryEntry: '../domain/agreement-event.ts#ToldChange',
      DataAccessChange: '../domain/agreement-event.ts#ToldChange',
      DataAccessRequestConnection: './context.ts#RequestPage',
      DataAccessConnection: './context.ts#AccessPage',
    }),
  },
};

export default config;
