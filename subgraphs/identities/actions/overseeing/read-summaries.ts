import type { Actor } from '#shared/actor.ts';
import type { Refusal } from '#shared/refusal.ts';
import { notReadable } from '../../domain/reading/grant.ts';
import { opens } from '../../domain/reading/reading-policy.ts';
import type { Readings } from '../../domain/reading/readings.ts';
import { emptySummary, type Summary } from '../../domain/reading/summary.ts';
import { grantsTo } from '../reading/grants-to.ts';

/** Reads how many are tied to each daycare. */
export async function readSummaries(
  readings: Readings,
  actor: Actor,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, Summary | Refusal>> {
  const grants = await grantsTo(readings, actor, numbers);
  const summaries = await readings.summariesOf(numbers);
  return new Map(
    numbers.map((number) => {
      const reading = grants.get(number)?.reading ?? 'NOTHING';
      return [number, opens(reading, 'SUMMARY') ? (summaries.get(number) ?? emptySummary) : notReadable(actor, number)];
    }),
  );
}
