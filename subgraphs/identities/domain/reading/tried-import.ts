import type { Actor } from '#shared/actor.ts';
import type { ImportRun } from '../importing/import-run.ts';
import type { NewRead } from './logged-read.ts';

/** The log's row for a document that was only tried: it tells of persons without leaving anything else behind. */
export function triedImport(
  actor: Actor,
  { daycare, system, persons, begun, ended, changed, unchanged, refused, notices }: ImportRun,
): NewRead {
  return {
    reader: actor.id,
    standing: 'supplier system',
    daycare,
    accesses: [],
    categories: [],
    what: 'dry run',
    filter: JSON.stringify({ system, begun, ended, changed, unchanged, refused, notices }),
    first: null,
    last: null,
    shown: persons,
    purpose: 'Trying a document',
  };
}
