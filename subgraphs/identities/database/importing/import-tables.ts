import { EntitySchema } from 'typeorm';
import { instant, json, key, optional, text, whole } from '#shared/columns.ts';
import type { ImportNotice } from '../../domain/importing/import-notice.ts';
import type { ImportRun, ImportSource, SourceKey } from '../../domain/importing/import-run.ts';

/** A run with the keyed digest of its document, by which the same document is known again. */
export interface KeptRun extends ImportRun {
  readonly digest: string;
  /** The access by which it came, until its use is counted. */
  readonly uncountedAccess: string | null;
}

export interface KeptNotice extends ImportNotice {
  readonly run: string;
  readonly place: number;
}

/** That a source says of somebody that they are protected, on a line that was refused: no tie says it. */
export interface ProtectionClaim extends SourceKey {
  readonly uniId: string;
}

const source = { daycare: text(6), system: text(60), source: text(100) };

/** A source with whom it claims to be protected, where they were asked for with it. */
export interface SourceWithClaims extends ImportSource {
  readonly claims?: readonly ProtectionClaim[];
}

export const importSources = new EntitySchema<SourceWithClaims>({
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
    heldRun: optional(text(32)),
    newestDateTime: { ...instant, default: 0 },
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
    uncountedAccess: optional(text(60)),
  },
  indices: [
    { name: 'import_run_daycare', columns: ['daycare', 'id'] },
    { name: 'import_run_system', columns: ['system', 'id'] },
    { name: 'import_run_state', columns: ['state', 'id'] },
    { name: 'import_run_digest', columns: ['digest'] },
    { name: 'import_run_received', columns: ['receivedAt'] },
    { name: 'import_run_uncounted', columns: ['uncountedAccess'] },
    { name: 'import_run_counted', columns: ['daycare', 'receivedAt', 'state', 'begun', 'ended', 'refused', 'notices'] },
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

export const protectionClaims = new EntitySchema<ProtectionClaim>({
  name: 'protection_claim',
  columns: { uniId: key(text(10)), daycare: key(source.daycare), system: key(source.system), source: key(source.source) },
  indices: [{ name: 'protection_claim_source', columns: ['daycare', 'system', 'source'] }],
});

export const importTables = [importSources, protectionClaims, importRuns, importNotices];
