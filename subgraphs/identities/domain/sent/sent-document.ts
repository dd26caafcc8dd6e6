import type { Refusal } from '#shared/refusal.ts';
import type { ImportDocument } from '../document/import-document.ts';

/** A document of today's format as it came in: what it says, and the text by which the same one is known again. */
export interface SentDocument {
  readonly document: ImportDocument;
  readonly text: string;
  /** Why nothing of it can be taken, where it could still be read of which source and daycare it is (I16). */
  readonly fault?: Refusal;
}

/** Reads a document of today's format; refused with INVALID_INPUT or LIMIT_EXCEEDED where it cannot even be told whose it is. */
export type ReadSentDocument = (xml: string) => Promise<SentDocument>;
