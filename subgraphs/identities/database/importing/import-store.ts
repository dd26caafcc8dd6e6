import { forShare, insertRows, type Transaction } from '#shared/database.ts';
import type { ImportRun, SourceKey } from '../../domain/importing/import-run.ts';
import type { ImportStore } from '../../domain/importing/import-store.ts';
import { IMPORT_SERVICE } from '../../domain/known-access.ts';
import type { NumberCipher } from '../../domain/people/number-cipher.ts';
import { AGREEMENTS, daycaresWithAccesses, INSTITUTIONS, underLease } from '../copies/gate.ts';
import { importNotices, importRuns, importSources } from './import-tables.ts';
import { knownSource, lockSource } from './locked-sources.ts';
import { sealText } from './sealed-texts.ts';
import { forgetWaiting, keepWaiting, moveRun, runEvents } from './waiting-runs.ts';
import { ownersOf } from '../people/claimed-numbers.ts';
import { type Issuing, issuePersons } from '../people/issued-persons.ts';
import { formerPersons, keepPersons, lockPersons, numberedPersons } from '../people/kept-persons.ts';
import { keepClaims, protectedElsewhere } from '../people/protection.ts';
import { keepPlan } from '../people/kept-ties.ts';
import { revive } from '../retention/revive.ts';
import { contactRelations, groups, ties } from '../people/people-tables.ts';
import { tellProtection } from '../people/told-protection.ts';

export interface ImportParts extends Issuing {
  readonly newId: () => string;
}

/** Imports inside one transaction. */
export function importStoreIn(transaction: Transaction, parts: ImportParts): ImportStore {
  const { at, now } = transaction;
  const { cipher, newId } = parts;
  return {
    at,
    newId,
    senders: async (number, systems) => {
      if (systems.length === 0) return undefined;
      const query = daycaresWithAccesses(transaction.manager, [number], { systems, direction: 'SEND', service: IMPORT_SERVICE });
      const [daycare] = await underLease(forShare(transaction, query), [INSTITUTIONS, AGREEMENTS], now());
      return daycare && { daycare, accesses: daycare.accesses ?? [] };
    },
    lockSource: (key) => lockSource(transaction, key),
    knownSource: (key) => knownSource(transaction, key),
    runOf: (key, document) =>
      runOf(
        transaction,
        key,
        cipher.digests(document).map(({ hash }) => hash),
      ),
    picture: (key) => picture(transaction, key),
    personsOf: (numbers) => personsOf(transaction, cipher, numbers),
    numbered: (uniIds) => numberedPersons(transaction, uniIds),
    formerPersons: (key, localIds) => formerPersons(transaction, key, localIds),
    issue: (newcomers) => issuePersons(transaction, parts, newcomers),
    lockPersons: (uniIds) => lockPersons(transaction, uniIds),
    protectedElsewhere: (uniIds, key) => protectedElsewhere(transaction, uniIds, key),
    keepClaims: (key, claims) => keepClaims(transaction, key, claims),
    keepPersons: async (steps) => {
      await keepPersons(transaction, steps);
      await tellProtection(transaction, steps, 'identities');
    },
    keepPlan: (key, plan, actor) => keepPlan(transaction, key, plan, actor),
    revive: (numbers) => revive(transaction, cipher, numbers),
    keepRun: (run, more) => keepRun(transaction, cipher, run, more),
    keepSource: async ({ daycare, system, source, ...state }) => {
      await transaction.manager.update(importSources, { daycare, system, source }, state);
    },
    keepWaiting: (run, waiting) => keepWaiting(transaction, cipher, run, waiting),
    endWaiting: async (id, state, decision) => {
      const run = await transaction.manager.createQueryBuilder(importRuns, 'r').where('r.id = :id', { id }).getOneOrFail();
      await moveRun(transaction, run, state, decision);
      await forgetWaiting(transaction, id);
    },
    keepBefore: (run, before, eraseAt) => sealText(transaction, cipher, { run, kind: 'BEFORE', eraseAt }, JSON.stringify(before)),
  };
}

/** Whose each number is, under whichever version of the key it was hashed. */
async function personsOf(transaction: Transaction, cipher: NumberCipher, numbers: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const hashed = [...new Set(numbers)].flatMap((number) => cipher.hashes(number).map(({ hash }) => ({ hash, number })));
  const owners = await ownersOf(
    transaction,
    hashed.map(({ hash }) => hash),
  );
  return new Map(hashed.flatMap(({ hash, number }) => (owners.has(hash) ? [[number, owners.get(hash) ?? ''] as const] : [])));
}

async function runOf(
  { manager }: Transaction,
  { daycare, system, source }: SourceKey,
  digests: readonly string[],
): Promise<ImportRun | undefined> {
  const runs = await manager
    .createQueryBuilder(importRuns, 'r')
    .where("r.digest IN (:...digests) AND r.state <> 'PLANNED'", { digests })
    .orderBy('r.id')
    .getMany();
  const own = runs.filter((run) => run.daycare === daycare && run.system === system && run.source === source);
  return own.find(({ state }) => state !== 'REFUSED') ?? own.at(-1);
}

async function picture({ manager }: Transaction, { daycare, system, source }: SourceKey) {
  const of = (alias: string) => `${alias}.daycare = :daycare AND ${alias}.system = :system AND ${alias}.source = :source`;
  const key = { daycare, system, source };
  return {
    ties: await manager
      .createQueryBuilder(ties, 't')
      .where(`${of('t')} AND t.to IS NULL`, key)
      .getMany(),
    relations: await manager
      .createQueryBuilder(contactRelations, 'c')
      .where(`${of('c')} AND c.to IS NULL`, key)
      .getMany(),
    groups: await manager.createQueryBuilder(groups, 'g').where(of('g'), key).getMany(),
  };
}

async function keepRun(
  transaction: Transaction,
  cipher: NumberCipher,
  run: ImportRun,
  { notices, document, actor, access }: Parameters<ImportStore['keepRun']>[1],
): Promise<void> {
  await insertRows(transaction, importRuns, [{ ...run, digest: cipher.digests(document)[0]?.hash ?? '', uncountedAccess: access }]);
  await insertRows(
    transaction,
    importNotices,
    notices.map((notice, place) => ({ ...notice, run: run.id, place })),
  );
  recordRun(transaction, run, actor);
}

/** Tells of a run that changed or refused anything; one that found all as it was leaves its row only. */
function recordRun({ record }: Transaction, { id, state, refusal, notices: _, ...run }: ImportRun, actor: string): void {
  const { daycare, system, source, persons, begun, ended, changed, unchanged, refused } = run;
  if (state === 'APPLIED' && begun + ended + changed + refused === 0) return;
  const facts = { daycare, system, source, persons, begun, ended, changed, unchanged, refused, ...(refusal && { code: refusal.code }) };
  record({ kind: runEvents[state], actor, subject: id, facts });
}
