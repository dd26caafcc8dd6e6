import type { EntityManager } from 'typeorm';
import { type Database, forUpdate, type Transaction } from '#shared/database.ts';
import { usesOfDocuments } from '../../domain/uses/access-use.ts';
import { importRuns } from '../importing/import-tables.ts';
import { addUses } from './add-uses.ts';
import { accessUses, useHeads } from './use-tables.ts';

const AT_ONCE = 500;

/** Counts the documents that came since, and gives what is due its place in the feed; answers whether there may be more of it. */
export async function tellUses(database: Database): Promise<boolean> {
  const waiting = await database.read((manager) => whatWaits(manager, database.clock()));
  if (waiting.documents) await database.transaction(countDocuments);
  if (!waiting.documents && !waiting.due) return false;
  return (await database.transaction(placeDue)).result === AT_ONCE;
}

async function whatWaits(manager: EntityManager, now: number): Promise<{ documents: boolean; due: boolean }> {
  const [row]: Record<string, unknown>[] = await manager.query(
    'SELECT EXISTS (SELECT 1 FROM import_run WHERE uncountedAccess IS NOT NULL) AS documents, EXISTS (SELECT 1 FROM access_use WHERE due <= ?) AS due',
    [now],
  );
  return { documents: Number(row?.documents) === 1, due: Number(row?.due) === 1 };
}

const lockHead = (transaction: Transaction) =>
  forUpdate(transaction, transaction.manager.createQueryBuilder(useHeads, 'head').where('head.id = 1')).getOneOrFail();

/** A run carries the access by which it came until its use is counted, so that an import costs no statement more. */
async function countDocuments(transaction: Transaction): Promise<void> {
  const { manager } = transaction;
  await lockHead(transaction);
  const runs = await manager
    .createQueryBuilder(importRuns, 'r')
    .where('r.uncountedAccess IS NOT NULL')
    .orderBy('r.uncountedAccess')
    .limit(AT_ONCE)
    .getMany();
  if (runs.length === 0) return;
  const ids = runs.map(({ id }) => id);
  await manager.createQueryBuilder().update(importRuns).set({ uncountedAccess: null }).where('id IN (:...ids)', { ids }).execute();
  await addUses(
    transaction,
    usesOfDocuments(runs.flatMap(({ uncountedAccess: access, persons, receivedAt }) => (access ? [{ access, persons, receivedAt }] : []))),
  );
}

/** One place for all that is due; a use that grows afterwards gets another one. Places are instants, so that a restored store goes on behind all it told. */
async function placeDue(transaction: Transaction): Promise<number> {
  const { manager, at } = transaction;
  const head = await lockHead(transaction);
  const due = await manager
    .createQueryBuilder(accessUses, 'u')
    .where('u.due <= :at', { at })
    .orderBy('u.due')
    .addOrderBy('u.day')
    .addOrderBy('u.access')
    .limit(AT_ONCE)
    .getMany();
  if (due.length === 0) return 0;
  const position = Math.max(at, head.position + 1);
  const keys = due.flatMap(({ day, access }) => [day, access]);
  await manager.query(
    `UPDATE access_use SET position = ?, due = NULL WHERE (\`day\`, access) IN (${dialectRows(transaction, due.length)}) AND due <= ?`,
    [position, ...keys, at],
  );
  await manager.update(useHeads, { id: 1 }, { position });
  return due.length;
}

/** Pairs in a list; SQLite wants them as rows of values. */
const dialectRows = ({ dialect }: Transaction, count: number) =>
  `${dialect === 'sqlite' ? 'VALUES ' : ''}${Array.from({ length: count }, () => '(?, ?)').join(', ')}`;
