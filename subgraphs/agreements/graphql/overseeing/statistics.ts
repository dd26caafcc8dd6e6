import { refuse } from '#shared/refusal.ts';
import { countedReachOf } from '../../domain/statistics/counted-reach.ts';
import type { AgreementDimension, AgreementTally } from '../../domain/statistics/agreement-count.ts';
import { daysAfter, startOfDay } from '../../domain/statistics/danish-calendar.ts';
import { labelOf } from '../../domain/statistics/dimension-labels.ts';
import { type Period, type PeriodKind, periodsBetween } from '../../domain/statistics/periods.ts';
import type { Context } from '../context.ts';
import { criteriaFrom, type RequestFilter } from './sought.ts';

export interface AskedStatistics {
  readonly by: readonly AgreementDimension[];
  readonly filter?: RequestFilter | null | undefined;
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

/** The numbers of requests, by the dimensions asked, in their order. */
export async function agreementStatistics(context: Context, { by, filter, from, to }: AskedStatistics) {
  if (new Set(by).size < by.length) refuse('INVALID_INPUT', 'Count by each dimension once.', { facts: { argument: 'by' } });
  if (from && to && from > to)
    refuse('INVALID_INPUT', 'The days are counted from the earlier to the later.', { facts: { argument: 'from' } });
  const { actor, oversight } = context;
  const now = oversight.reader.clock();
  const bounds = { from: from ? startOfDay(from) : undefined, until: to ? startOfDay(daysAfter(to, 1)) : undefined };
  const periods = by.includes('WEEK') || by.includes('MONTH') ? await spanOf(context, bounds, now) : undefined;
  const among = (kind: PeriodKind): readonly Period[] =>
    periods && by.includes(kind) ? periodsBetween(kind, periods.first, periods.last) : [];
  const tallies = await oversight.reader.counts({
    by,
    reach: countedReachOf(actor),
    criteria: await criteriaFrom(context, filter),
    ...bounds,
    now,
    weeks: among('WEEK'),
    months: among('MONTH'),
  });
  return Promise.all(tallies.map((tally) => withLabels(context, by, tally)));
}

interface Bounds {
  readonly from: number | undefined;
  readonly until: number | undefined;
}

/** Between which instants there can be requests. */
async function spanOf({ oversight }: Context, { from, until }: Bounds, now: number): Promise<{ first: number; last: number }> {
  const last = Math.min(until === undefined ? now : until - 1, now);
  const first = (await oversight.reader.firstRequestAt()) ?? last;
  return { first: Math.max(from ?? first, first), last };
}

async function withLabels({ loaders }: Context, by: readonly AgreementDimension[], { keys, municipalityName, ...tally }: AgreementTally) {
  const nameOf = async (number: string) => (await loaders.supplier.load(number))?.name;
  const cells = by.map(async (dimension, index) => {
    const key = keys[index] ?? '';
    const supplierName = dimension === 'SUPPLIER' ? await nameOf(key) : undefined;
    return { dimension, key, label: labelOf(dimension, key, { municipalityName, supplierName }) };
  });
  return { ...tally, keys: await Promise.all(cells) };
}
