import DataLoader from 'dataloader';
import type { Actor } from '#shared/actor.ts';
import type { AgreementReader } from '../domain/agreement-reader.ts';

const byKey = <Value>(read: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>) =>
  new DataLoader<string, Value | undefined>(async (keys) => {
    const found = await read(keys);
    return keys.map((key) => found.get(key));
  });

/** Every read by key of one request, gathered into one statement a kind, within what the actor may read. */
export const loadersFor = (reader: AgreementReader, actor: Actor) => ({
  request: byKey((ids) => reader.requestsByIds(actor, ids)),
  access: byKey((ids) => reader.accessesByIds(actor, ids)),
  accessOfRequest: byKey((ids) => reader.accessesByRequests(actor, ids)),
  system: byKey(reader.systems),
  systemsOfSupplier: byKey(reader.systemsOfSuppliers),
  supplier: byKey(reader.suppliers),
  connections: byKey(reader.connections),
  keys: byKey(reader.keys),
  daycare: byKey(reader.daycares),
  history: byKey(reader.histories),
});

export type Loaders = ReturnType<typeof loadersFor>;
