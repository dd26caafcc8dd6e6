import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/refusal.ts';
import type { ImportRun, ImportState } from '../../domain/importing/import-run.ts';
import type { Place, Readings, RunCriteria } from '../../domain/reading/readings.ts';
import { runReachOf } from '../../domain/reading/run-reach.ts';

type Told<Value> = Value | null | undefined;

/** Which runs; what is left out does not restrict. */
export interface RunFilter {
  readonly municipality?: Told<string>;
  readonly daycare?: Told<string>;
  readonly system?: Told<string>;
  readonly state?: Told<readonly ImportState[]>;
  readonly from?: Told<number>;
  readonly to?: Told<number>;
}

/** What of all that somebody may see is asked for. */
export function runCriteria(actor: Actor, { municipality, daycare, system, state, from, to }: RunFilter): RunCriteria {
  if (from && to && from > to)
    refuse('INVALID_INPUT', 'The time from which is after the time to which.', { facts: { field: 'filter.from' } });
  return {
    reach: runReachOf(actor),
    municipality: municipality ?? null,
    daycare: daycare ?? null,
    system: system ?? null,
    states: state ? [...new Set(state)] : null,
    from: from ?? null,
    to: to ?? null,
  };
}

/** Reads a page of what was sent to all daycares that this actor may see, newest first. */
export const readAllRuns = (readings: Readings, criteria: RunCriteria, place: Place): Promise<readonly ImportRun[]> =>
  readings.runsWithin(criteria, place);
