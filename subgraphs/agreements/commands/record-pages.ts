import type { Client, ClientAnswer } from '#shared/graphql-client.ts';
import type { ToldProcessing } from '../outside/record-columns.ts';

/** Whose record is asked for. */
export type RecordOf = { readonly municipality: string } | { readonly daycare: string };

interface RecordPage {
  readonly nodes: readonly ToldProcessing[];
  readonly total: number;
}

const selection = `controller controllerCompanyNumber daycareNumber daycareName processor { name companyNumber } system { name } service { name }
  purposeKind purpose dataCategories personCategories processingAgreement since until state legalBasis recipients retention`;
const query = (counted: boolean) => `query($municipality: MunicipalityCode, $daycare: InstitutionNumber, $after: Cursor) {
  page: recordOfProcessing(municipality: $municipality, daycare: $daycare, first: 500, after: $after) {
    ${counted ? 'totalCount' : ''} pageInfo { hasNextPage endCursor } nodes { ${selection} } } }`;

/** A record page by page, each asked when it is wanted, with how many processings there are in all. */
export async function* recordPages(ask: Client, of: RecordOf): AsyncGenerator<RecordPage> {
  let after: string | null = null;
  let total = 0;
  do {
    const { data, errors }: ClientAnswer = await ask({ query: query(after === null), variables: { ...of, after } });
    if (!data?.page) throw new Error(errors?.[0]?.message ?? 'The server gave no answer.');
    total = data.page.totalCount ?? total;
    yield { nodes: data.page.nodes, total };
    after = data.page.pageInfo.hasNextPage ? data.page.pageInfo.endCursor : null;
  } while (after);
}
