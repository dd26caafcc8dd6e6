import { EntitySchema } from 'typeorm';
import { instant, json, key, optional, text, whole } from '#shared/columns.ts';
import type { ImportNotice } from '../domain/importing/import-notice.ts';
import type { ImportRun, ImportSource } from '../domain/importing/import-run.ts';

/** A run with the keyed digest of its document, by which the same document is known again. */
export interface KeptRun extends ImportRun {
  readonly digest: string;
}

export interface KeptNotice extends ImportNotice {
  readonly run: string;
  readonly place: number;
}

const source = { daycare: text(6), system: text(60), source: text(100) };

export const importSources = new EntitySchema<ImportSource>({
  name: 'import_source',
  columns: {
    daycare: key(source.daycare),
    system: key(source.system),
    source: key(source.source),
    sourceDateTime: instant,
    lastRun: optional(text(32)),
    takenAt: optional(instant),
    ties: whole,
    openNotices: whole,
  },
});

export const importRuns = new EntitySchema<KeptRun>({
  name: 'import_run',
  columns: {
    id: key(text(32)),
    ...source,
    sourceDateTime: instant,
    receivedAt: instant,
    state: text(12),
    refusal: optional(json),
    persons: whole,
    begun: whole,
    ended: whole,
    changed: whole,
    unchanged: whole,
    refused: whole,
    notices: whole,
    digest: text(64),
  },
  indices: [
    { name: 'import_run_daycare', columns: ['daycare', 'id'] },
    { name: 'import_run_digest', columns: ['digest'] },
  ],
});

export const importNotices = new EntitySchema<KeptNotice>({
  name: 'import_notice',
  columns: {
    run: key(text(32)),
    place: key(whole),
    code: text(40),
    severity: text(10),
    localPersonId: optional(text(60)),
    field: optional(text(80)),
  },
});

export const importTables = [importSources, importRuns, importNotices];
