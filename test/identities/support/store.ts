import { followerStates } from '#shared/follow.ts';
import { insertRows, type Database } from '#shared/database.ts';
import { submitImport } from '../../../subgraphs/identities/actions/importing/submit-import.ts';
import { copiesIn } from '../../../subgraphs/identities/database/copies/copies.ts';
import { importStoreIn } from '../../../subgraphs/identities/database/importing/import-store.ts';
import type { ImportDocument } from '../../../subgraphs/identities/domain/document/import-document.ts';
import { hearOfAccesses } from '../../../subgraphs/identities/following/agreements.ts';
import { hearOfDaycares } from '../../../subgraphs/identities/following/institutions.ts';
import { drawUniId, newId } from '../../../subgraphs/identities/outside/random-ids.ts';
import { vaultCipher, type VaultKeys } from '../../../subgraphs/identities/outside/vault-cipher.ts';
import { accessChange, child, contact, daycareChange, employee, numberOf, placement, vaultKeys } from './neighbourhood.ts';

const renewed = new WeakMap<Database, number>();

/** No lease holds longer than ten seconds; here it is as if the neighbours were heard of again and again. */
async function renewLeases(database: Database): Promise<void> {
  if (Date.now() - (renewed.get(database) ?? 0) < 4_000) return;
  renewed.set(database, Date.now());
  const validUntil = Date.now() + 10_000;
  await database.transaction(({ manager }) => manager.createQueryBuilder().update(followerStates).set({ validUntil }).execute());
}

/** A store that has heard of some daycares to which S1 may send. */
export async function prepare(database: Database, ...daycares: string[]): Promise<void> {
  renewed.set(database, Date.now());
  await database.transaction(async (transaction) => {
    await insertRows(
      transaction,
      followerStates,
      ['institutions', 'agreements'].map((feed) => ({ feed, cursor: 'x', validUntil: Date.now() + 10_000 })),
    );
    await hearOfDaycares(
      copiesIn(transaction),
      daycares.map((number) => daycareChange(number)),
    );
    await hearOfAccesses(
      copiesIn(transaction),
      daycares.map((daycare) => accessChange({ system: 'S1', daycare, service: 'ws10-import' })),
    );
  });
}

interface More {
  readonly keys?: VaultKeys;
  readonly draw?: () => string;
}

/** Submits a document to the store itself. */
export async function submitTo(database: Database, document: ImportDocument, { keys = vaultKeys, draw = drawUniId }: More = {}) {
  await renewLeases(database);
  const parts = { cipher: vaultCipher(keys), drawUniId: draw, newId };
  return (await database.transaction((transaction) => submitImport(importStoreIn(transaction, parts), placement, document))).result;
}

/** Every statement that the store sends while the work is done. */
export async function statementsOf(database: Database, work: () => Promise<unknown>): Promise<string[]> {
  await renewLeases(database);
  const said: string[] = [];
  const quiet = { logQueryError: () => {}, logQuerySlow: () => {}, logSchemaBuild: () => {}, logMigration: () => {}, log: () => {} };
  const logger = { ...quiet, logQuery: (sql: string) => said.push(sql) };
  const connections = [
    await database.read(async ({ connection }) => connection),
    (await database.transaction(async ({ manager }) => manager.connection)).result,
  ];
  const before = connections.map((connection) => connection.logger);
  for (const connection of connections) Object.assign(connection, { logger });
  await work();
  connections.forEach((connection, index) => Object.assign(connection, { logger: before[index] }));
  return said;
}

/** An average unit: 55 children, 110 contacts, 15 staff (design 9). */
export function averageUnit(daycare: string, at: number, serial = 0): ImportDocument {
  const children = Array.from({ length: 55 }, (_, index) =>
    child(
      {
        id: `K${index}`,
        number: numberOf(serial + index),
        more: { birthDate: '2022-04-05', gender: 'M', address: { street: `Vej ${index}`, postalCode: '8000', town: 'Aarhus C' } },
      },
      {
        mainGroup: `Stue ${index % 5}`,
        contacts: ['mor', 'far'].map((who, side) =>
          contact(
            {
              id: `${who} ${index}`,
              number: numberOf(serial + 200 + index * 2 + side),
              more: { phones: [{ kind: 'MOBILE', number: '12345678' }] },
            },
            { relation: side ? 'Far' : 'Mor' },
          ),
        ),
      },
    ),
  );
  const staff = Array.from({ length: 15 }, (_, index) =>
    employee({ id: `E${index}`, number: numberOf(serial + 500 + index), more: { email: `e${index}@example.dk` } }),
  );
  return { daycare, source: 'Institution', sourceDateTime: Date.UTC(2026, 0, 1) + at, persons: [...children, ...staff] };
}
