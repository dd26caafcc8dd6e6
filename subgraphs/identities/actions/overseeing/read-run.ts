import type { Actor } from '#shared/actor.ts';
import { type Refusal, refusal } from '#shared/refusal.ts';
import type { ImportRun } from '../../domain/importing/import-run.ts';
import type { Readings } from '../../domain/reading/readings.ts';
import { importScopes, isWithin } from './import-scopes.ts';

/** Reads one run: its sender may, and who may read counts of its daycare. */
export async function readRun(readings: Readings, actor: Actor, id: string): Promise<ImportRun | Refusal> {
  const run = (await readings.runsByIds([id])).get(id);
  const scope = run && (await importScopes(readings, actor, [run.daycare], 'COUNTS')).get(run.daycare);
  return scope && isWithin(scope, run) ? run : refusal('NOT_FOUND', 'There is no such import run.');
}
