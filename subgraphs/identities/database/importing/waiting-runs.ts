import { insertRows, type Transaction } from '#shared/database.ts';
import type { ImportDecision } from '../../domain/deciding/import-decision.ts';
import type { PlannedChange } from '../../domain/deciding/planned-change.ts';
import type { ImportRun, ImportState } from '../../domain/importing/import-run.ts';
import type { WaitingRun } from '../../domain/importing/import-store.ts';
import type { NumberCipher } from '../../domain/people/number-cipher.ts';
import { importRuns } from './import-tables.ts';
import { sealText } from './sealed-texts.ts';
import { importDecisions, importHolds, type SealedChange, sealedChanges, sealedParts, type SealedKind } from './waiting-tables.ts';

/** Keeps what waits: the document and each change of its plan sealed, and why it waits. */
export async function keepWaiting(
  transaction: Transaction,
  cipher: NumberCipher,
  run: string,
  { document, changes, hold, eraseAt }: WaitingRun,
): Promise<void> {
  await sealText(transaction, cipher, { run, kind: 'DOCUMENT', eraseAt }, document);
  const rows = changes.map((change, place) => ({ run, place, ...cipher.seal(placeOf(run, place), JSON.stringify(change)), eraseAt }));
  await insertRows(transaction, sealedChanges, rows);
  if (hold) await insertRows(transaction, importHolds, [{ run, ...hold }]);
}

/** Why a run that was only tried waits from now on, and until when; nothing where it does not. */
export async function holdOn(
  { manager, ...transaction }: Transaction,
  run: string,
  { hold, eraseAt }: Pick<WaitingRun, 'hold' | 'eraseAt'>,
): Promise<void> {
  await manager.createQueryBuilder().delete().from(importHolds).where('run = :run', { run }).execute();
  if (!hold) return;
  await insertRows({ manager, ...transaction }, importHolds, [{ run, ...hold }]);
  await manager.createQueryBuilder().update(sealedParts).set({ eraseAt }).where("run = :run AND kind = 'DOCUMENT'", { run }).execute();
  await manager.createQueryBuilder().update(sealedChanges).set({ eraseAt }).where('run = :run', { run }).execute();
}

/** A change out of its seal. */
export function openChange(cipher: NumberCipher, row: SealedChange): PlannedChange {
  const change: PlannedChange = JSON.parse(cipher.open(placeOf(row.run, row.place), row));
  return change;
}

const placeOf = (run: string, place: number): string => `${run} CHANGE ${place}`;

/** Forgets what a run was sent as and would have done. */
export async function forgetWaiting({ manager }: Transaction, run: string): Promise<void> {
  await forgetSealed(manager, run, 'DOCUMENT');
  await manager.createQueryBuilder().delete().from(sealedChanges).where('run = :run', { run }).execute();
}

export async function forgetSealed(manager: Transaction['manager'], run: string, kind: SealedKind): Promise<void> {
  await manager.createQueryBuilder().delete().from(sealedParts).where('run = :run AND kind = :kind', { run, kind }).execute();
}

/** The log's name for each state that a run comes to. */
export const runEvents: Record<ImportState, string> = {
  PLANNED: 'ImportPlanned',
  APPLIED: 'ImportTaken',
  HELD: 'ImportHeld',
  REFUSED: 'ImportRefused',
  DISCARDED: 'ImportDiscarded',
  SUPERSEDED: 'ImportSuperseded',
  UNDONE: 'ImportUndone',
};

/** Brings a run to another state, with who did it, and its event; what is said of it stays out of the log. */
export async function moveRun(transaction: Transaction, run: ImportRun, state: ImportState, decision: ImportDecision): Promise<ImportRun> {
  const { manager, record } = transaction;
  const { id, daycare, system, source, persons, begun, ended, changed, unchanged, refused } = run;
  await manager.createQueryBuilder().update(importRuns).set({ state }).where('id = :id', { id }).execute();
  await insertRows(transaction, importDecisions, [{ run: id, ...decision }]);
  const counts = { persons, begun, ended, changed, unchanged, refused };
  const { act, standing } = decision;
  record({ kind: runEvents[state], actor: decision.actor, subject: id, facts: { daycare, system, source, act, standing, ...counts } });
  return { ...run, state };
}
