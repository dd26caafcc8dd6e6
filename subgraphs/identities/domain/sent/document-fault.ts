import { Refused, type Refusal, type RefusalCode, refusal } from '#shared/refusal.ts';

/** Why a document of today's format is no such document at all (I16), by a stable name. No sentence holds a value of it. */
// biome-ignore format: a table
export const documentFaults = {
  EMPTY:                  { code: 'INVALID_INPUT',  sentence: 'The document is empty.' },
  CUT_OFF:                { code: 'INVALID_INPUT',  sentence: 'The document ends before all its elements are closed; send it whole.' },
  NOT_WELL_FORMED:        { code: 'INVALID_INPUT',  sentence: 'The document is not well-formed XML.' },
  NOT_UTF8:               { code: 'INVALID_INPUT',  sentence: 'The document is not UTF-8, or was read as such though it is not; write it as UTF-8.' },
  DOCTYPE:                { code: 'INVALID_INPUT',  sentence: 'A document type declaration is not taken, whatever it declares; leave it out.' },
  PROCESSING_INSTRUCTION: { code: 'INVALID_INPUT',  sentence: 'A processing instruction is not taken; leave it out.' },
  OTHER_NAMESPACE:        { code: 'INVALID_INPUT',  sentence: 'An element is of a namespace that is not of the format.' },
  UNKNOWN_ELEMENT:        { code: 'INVALID_INPUT',  sentence: 'An element is not one of the format at its place.' },
  UNKNOWN_ATTRIBUTE:      { code: 'INVALID_INPUT',  sentence: 'An attribute is not one of the format on its element.' },
  TEXT_OUT_OF_PLACE:      { code: 'INVALID_INPUT',  sentence: 'Text stands where the format has elements only.' },
  TWICE:                  { code: 'INVALID_INPUT',  sentence: 'An element stands twice where the format has it once; a document is of one institution.' },
  MISSING:                { code: 'INVALID_INPUT',  sentence: 'The document lacks what every document must say.' },
  MALFORMED:              { code: 'INVALID_INPUT',  sentence: 'What every document must say is not of the form that the format gives it.' },
  TOO_DEEP:               { code: 'LIMIT_EXCEEDED', sentence: 'Elements stand deeper in each other than the format has it.' },
  TOO_MANY_ATTRIBUTES:    { code: 'LIMIT_EXCEEDED', sentence: 'An element has more attributes than the format has.' },
  TOO_MANY_ELEMENTS:      { code: 'LIMIT_EXCEEDED', sentence: 'The document has more elements than the persons of one daycare need.' },
  TOO_LONG:               { code: 'LIMIT_EXCEEDED', sentence: 'A tag, a text or a comment is longer than anything of the format.' },
  TOO_LARGE:              { code: 'LIMIT_EXCEEDED', sentence: 'The document is larger than 16 MB.' },
  TOO_COSTLY:             { code: 'LIMIT_EXCEEDED', sentence: 'Reading the document took more time or memory than one document may.' },
  BUSY:                   { code: 'UNAVAILABLE',    sentence: 'More documents wait to be read than can be; send it again in a minute.' },
} as const satisfies Record<string, { readonly code: RefusalCode; readonly sentence: string }>;
export type DocumentFaultName = keyof typeof documentFaults;

/** Where in a document something is; the path names what the format has there, never what the sender wrote. */
export interface DocumentPlace {
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly path?: string | undefined;
}

/** Ends the reading of a document. */
export class DocumentFault extends Error {
  readonly fault: DocumentFaultName;
  readonly place: DocumentPlace;
  constructor(fault: DocumentFaultName, place: DocumentPlace = {}) {
    super(documentFaults[fault].sentence);
    this.name = 'DocumentFault';
    this.fault = fault;
    this.place = place;
  }
}

/** The fault as the sender is told it. */
export function refusalOf({ fault, place: { path, line, column } }: Pick<DocumentFault, 'fault' | 'place'>): Refusal {
  const { code, sentence } = documentFaults[fault];
  const facts = { fault, ...(path && { path }), ...(line !== undefined && { line }), ...(column !== undefined && { column }) };
  return refusal(code, sentence, { rule: 'I16', facts });
}

/** Ends a submission of which it could not be told whose document it is. */
export const refusedFor = (fault: DocumentFault): Refused => new Refused(refusalOf(fault));
