import { forShare, forUpdate, type Transaction } from '#shared/database.ts';
import type { DecisionDesk } from '../../domain/deciding/decision-desk.ts';
import type { PictureBefore } from '../../domain/deciding/picture-before.ts';
import type { ImportDocument } from '../../domain/document/import-document.ts';
import { daycaresWithAccesses, INSTITUTIONS, underLease } from '../copies/gate.ts';
import { keepRevived } from '../people/revived-ties.ts';
import { contactRelations, groups, ties } from '../people/people-tables.ts';
import { byKeys } from '../replace-rows.ts';
import { type ImportParts, importStoreIn } from './import-store.ts';
import { importRuns } from './import-tables.ts';
import { openText } from './sealed-texts.ts';
import { forgetSealed, forgetWaiting, holdOn, moveRun, openChange } from './waiting-runs.ts';
import { importDecisions, sealedChanges } from './waiting-tables.ts';

/** Decisions on imports inside one transaction. */
export function decisionDeskIn(transaction: Transaction, parts: ImportParts): DecisionDesk {
  const { manager, now } = transaction;
  const { cipher } = parts;
  const runOf = (id: string) => manager.createQueryBuilder(importRuns, 'r').where('r.id = :id', { id });
  return {
    ...importStoreIn(transaction, parts),
    runById: async (id) => (await runOf(id).getOne()) ?? undefined,
    lockRun: async (id) => (await forUpdate(transaction, runOf(id)).getOne()) ?? undefined,
    daycare: async (number) => {
      const query = daycaresWithAccesses(manager, [number], { systems: [], direction: 'SEND' });
      return (await underLease(forShare(transaction, query), [INSTITUTIONS], now()))[0];
    },
    documentOf: async (run) => {
      const text = await openText(transaction, cipher, { run, kind: 'DOCUMENT' });
      const document: ImportDocument | undefined = text === undefined ? undefined : JSON.parse(text);
      return document;
    },
    changesOf: async (run) =>
      (await manager.createQueryBuilder(sealedChanges, 'c').where('c.run = :run', { run }).orderBy('c.place').getMany()).map((row) =>
        openChange(cipher, row),
      ),
    decisionOn: async (run) =>
      (await manager.createQueryBuilder(importDecisions, 'd').where('d.run = :run', { run }).orderBy('d.at', 'DESC').getMany())[0],
    beforeOf: async (run) => {
      const text = await openText(transaction, cipher, { run, kind: 'BEFORE' });
      const before: PictureBefore | undefined = text === undefined ? undefined : JSON.parse(text);
      return before;
    },
    pictureNow: (before) => pictureNow(transaction, before),
    appliedBefore: async ({ daycare, system, source, sourceDateTime }) =>
      (await manager
        .createQueryBuilder(importRuns, 'r')
        .where('r.daycare = :daycare AND r.system = :system AND r.source = :source', { daycare, system, source })
        .andWhere("r.state = 'APPLIED' AND r.sourceDateTime < :sourceDateTime", { sourceDateTime })
        .orderBy('r.sourceDateTime', 'DESC')
        .limit(1)
        .getOne()) ?? undefined,
    keepRevived: (key, undone, actor) => keepRevived(transaction, key, undone, actor),
    forgetWaiting: (run) => forgetWaiting(transaction, run),
    forgetBefore: (run) => forgetSealed(manager, run, 'BEFORE'),
    holdOn: (run, hold, eraseAt) => holdOn(transaction, run, { hold, eraseAt }),
    countUse: async (id, uncountedAccess) => {
      await manager.createQueryBuilder().update(importRuns).set({ uncountedAccess }).where('id = :id', { id }).execute();
    },
    moveRun: (run, state, decision) => moveRun(transaction, run, state, decision),
  };
}

async function pictureNow({ manager }: Transaction, before: PictureBefore) {
  const relations = await byKeys([...before.relationsBegun, ...before.relationsEnded], (keys) =>
    manager.createQueryBuilder(contactRelations, 'c').where('c.id IN (:...keys)', { keys }).getMany(),
  );
  const ids = [
    ...before.begun,
    ...before.ended,
    ...before.changed.map(({ tie }) => tie),
    ...relations.flatMap(({ child, contact }) => [child, contact]),
  ];
  const found = await byKeys(ids, (keys) => manager.createQueryBuilder(ties, 't').where('t.id IN (:...keys)', { keys }).getMany());
  const begunGroups = await byKeys(before.groupsBegun, (keys) =>
    manager.createQueryBuilder(groups, 'g').where('g.id IN (:...keys)', { keys }).getMany(),
  );
  return {
    ties: new Map(found.map((tie) => [tie.id, tie])),
    relations: new Map(relations.map((relation) => [relation.id, relation])),
    groups: begunGroups,
  };
}
