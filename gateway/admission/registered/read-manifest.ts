import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { RegisteredOperation, RegisteredOperations } from './registered-operations.ts';

/** Reads a list of registered operations: JSON, by the SHA-256 of each document the document and whose it is. Names every fault at once. */
export function readManifest(file: string): RegisteredOperations {
  const given: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new Error(`${file} is no list of operations by their ids.`);
  const entries = Object.entries(given);
  const faults = entries.flatMap(([id, entry]) => faultsOf(id, entry));
  if (faults.length > 0) throw new Error(`${file} does not hold:\n${faults.join('\n')}`);
  return new Map(entries.filter((entry): entry is [string, RegisteredOperation] => isOperation(entry[1])));
}

/** The operations of the list that was named; none where none was. */
export const registeredIn = (file: string): RegisteredOperations => (file === '' ? new Map() : readManifest(file));

export const idOf = (document: string): string => createHash('sha256').update(document).digest('hex');

function faultsOf(id: string, entry: unknown): string[] {
  if (!isOperation(entry)) return [`${id}: needs a document and a client, both as text`];
  return idOf(entry.document) === id ? [] : [`${id}: is not the SHA-256 of its document, ${idOf(entry.document)}`];
}

const isOperation = (entry: unknown): entry is RegisteredOperation =>
  typeof entry === 'object' &&
  entry !== null &&
  'document' in entry &&
  'client' in entry &&
  typeof entry.document === 'string' &&
  typeof entry.client === 'string';
