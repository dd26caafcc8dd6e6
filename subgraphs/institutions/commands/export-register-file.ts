import type { Client } from '#shared/graphql-client.ts';
import type { DaycareLevel } from '../domain/daycares/daycare.ts';
import type { ExportedDaycare } from '../outside/exported-columns.ts';
import { writeRegisterFile } from '../outside/register-file-writer.ts';
import { daycarePages } from './daycare-pages.ts';
import type { Progress } from './progress.ts';

/** What was written. */
export interface Exported {
  readonly rows: Readonly<Record<DaycareLevel, number>>;
  /** Daycares that are planned only, which no row can say. */
  readonly planned: number;
  /** Whether something changed in the register while it was read, so that its rows are not all of one moment. */
  readonly changedMeanwhile: boolean;
}

const address =
  'address { street houseNumber postalCode town supplementaryTown municipalityCode latitude longitude addressId } companyNumber productionUnitNumber';
const selection = `number level name status ownership validFrom municipality { code }
  ... on PlacementUnit { institution { number } type email phone ${address} }
  ... on AlternativeAddress { unit { number institution { number } } ${address} }`;
const levels = ['INSTITUTION', 'UNIT', 'LOCATION'] as const satisfies readonly DaycareLevel[];

/** Writes the register's CSV page by page: clusters, units, locations, each by number, the closed among them. */
export async function exportRegisterFile(path: string, ask: Client, progress: Progress): Promise<Exported> {
  const { total, planned, feedPosition: before } = await outlook(ask);
  const rows = { INSTITUTION: 0, UNIT: 0, LOCATION: 0 };
  async function* pages(): AsyncGenerator<readonly ExportedDaycare[]> {
    for (const level of levels) {
      for await (const { nodes } of daycarePages<ExportedDaycare>(ask, { filter: { level, status: ['ACTIVE', 'CLOSED'] }, selection })) {
        yield nodes;
        rows[level] += nodes.length;
        progress.at(rows.INSTITUTION + rows.UNIT + rows.LOCATION, total);
      }
    }
  }
  progress.begins(total);
  await writeRegisterFile(path, pages()).finally(progress.ends);
  const { feedPosition: after } = await outlook(ask);
  return { rows, planned, changedMeanwhile: before !== after };
}

/** How many daycares there are to write, how many cannot be, and where the feed stands. */
async function outlook(ask: Client): Promise<{ total: number; planned: number; feedPosition: string }> {
  const { data, errors } = await ask({
    query: `{
      told: daycares(first: 0, filter: { status: [ACTIVE, CLOSED] }) { totalCount feedPosition }
      planned: daycares(first: 0, filter: { status: [PLANNED] }) { totalCount }
    }`,
  });
  if (!data?.told || !data.planned) throw new Error(`The register did not tell its daycares: ${errors?.[0]?.message}`);
  return { total: data.told.totalCount, planned: data.planned.totalCount, feedPosition: data.told.feedPosition };
}
