import { EntitySchema } from 'typeorm';
import { instant, key, longText, optional, text, whole } from '#shared/columns.ts';
import type { ImportDecision } from '../../domain/deciding/import-decision.ts';
import type { Hold } from '../../domain/deciding/brake.ts';

/** What is kept sealed: a document, or what stood before one, in parts that fit a statement. */
export type SealedKind = 'DOCUMENT' | 'BEFORE';

export interface SealedPart {
  readonly run: string;
  readonly kind: SealedKind;
  readonly part: number;
  readonly keyVersion: number;
  readonly value: string;
  readonly eraseAt: number;
}

/** One change of a plan, sealed. */
export interface SealedChange {
  readonly run: string;
  readonly place: number;
  readonly keyVersion: number;
  readonly value: string;
  readonly eraseAt: number;
}

export type KeptHold = Hold & { readonly run: string };
export type KeptDecision = ImportDecision & { readonly run: string };

export const sealedParts = new EntitySchema<SealedPart>({
  name: 'import_sealed',
  columns: { run: key(text(32)), kind: key(text(10)), part: key(whole), keyVersion: whole, value: longText, eraseAt: instant },
  indices: [{ name: 'import_sealed_erase', columns: ['eraseAt'] }],
});

export const sealedChanges = new EntitySchema<SealedChange>({
  name: 'import_change',
  columns: { run: key(text(32)), place: key(whole), keyVersion: whole, value: longText, eraseAt: instant },
  indices: [{ name: 'import_change_erase', columns: ['eraseAt'] }],
});

export const importHolds = new EntitySchema<KeptHold>({
  name: 'import_hold',
  columns: { run: key(text(32)), rule: text(10), ending: whole, held: whole },
});

export const importDecisions = new EntitySchema<KeptDecision>({
  name: 'import_decision',
  columns: {
    run: key(text(32)),
    act: key(text(12)),
    actor: text(120),
    organisation: text(140),
    standing: text(40),
    at: instant,
    comment: optional(longText),
  },
});

export const waitingTables = [sealedParts, sealedChanges, importHolds, importDecisions];
