import { readPage } from '#shared/page.ts';
import { refuse } from '#shared/refusal.ts';
import type { DuplicateCandidate } from '../domain/doubles/likely-doubles.ts';
import type { DaycareCriteria } from '../domain/register-store.ts';
import { labelOf } from '../domain/statistics/dimension-labels.ts';
import { monthEnds } from '../domain/statistics/month-ends.ts';
import type { RegisterDimension } from '../domain/statistics/register-dimension.ts';
import type { TransferState } from '../domain/transfers/transfer.ts';
import { transferScopeOf } from '../domain/upkeep/register-policy.ts';
import { type Asked, municipalityNamed } from './answers.ts';
import type { Context, DuplicatePage, TransferPage } from './context.ts';

/** Transfers the caller's municipality has part in, newest first. */
export function transferPage(
  { reader, actor }: Context,
  states: readonly TransferState[] | null | undefined,
  asked: Asked,
): Promise<TransferPage> {
  const scope = transferScopeOf(actor);
  return readPage('transfers', asked, {
    rows: (question) => reader.transfers(scope, states ?? undefined, question),
    keyOf: ({ id }) => [id],
    total: () => reader.countTransfers(scope, states ?? undefined),
  });
}

/** Likely doubles of a municipality, the likeliest first. */
export async function duplicatePage({ reader }: Context, municipality: string, asked: Asked): Promise<DuplicatePage> {
  municipalityNamed(municipality);
  const doubles = await reader.doubles(municipality);
  const keyOf = ({ score, numbers }: DuplicateCandidate) => [Math.round((1 - score) * 1000), ...numbers];
  return readPage('duplicates', asked, {
    rows: async ({ after, limit }) => doubles.filter((candidate) => !after || isBehind(keyOf(candidate), after)).slice(0, limit),
    keyOf,
    total: async () => doubles.length,
  });
}

function isBehind(key: readonly (string | number)[], after: readonly (string | number)[]): boolean {
  const index = key.findIndex((part, place) => part !== after[place]);
  const [part, other] = [key[index], after[index]];
  return part !== undefined && other !== undefined && part > other;
}

export interface AskedStatistics {
  readonly by: readonly RegisterDimension[];
  readonly filter?: DaycareCriteria | null | undefined;
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

/** How many daycares, by the dimensions asked, in their order. */
export async function registerStatistics({ reader, at }: Context, { by, filter, from, to }: AskedStatistics) {
  if (by.length === 0 || new Set(by).size < by.length)
    refuse('INVALID_INPUT', 'Count by at least one dimension, and by each once.', { facts: { argument: 'by' } });
  const byMonth = by.includes('MONTH');
  if (!byMonth && (from || to)) refuse('INVALID_INPUT', 'from and to bound the months; count by MONTH.', { facts: { argument: 'by' } });
  if (filter?.text) refuse('INVALID_INPUT', 'Statistics do not search texts.', { facts: { field: 'text' } });
  if (filter?.municipality) municipalityNamed(filter.municipality);
  const counts = await reader.statistics({
    by,
    criteria: filter ?? {},
    monthEnds: byMonth ? monthEnds(from ?? undefined, to ?? undefined, at) : [],
  });
  return counts.map(({ keys, daycares }) => ({
    daycares,
    keys: keys.map((key, index) => {
      const dimension = by[index] ?? 'LEVEL';
      return { dimension, key, label: labelOf(dimension, key) };
    }),
  }));
}
