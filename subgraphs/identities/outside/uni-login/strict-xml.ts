import { SaxesParser, type SaxesTagNS } from 'saxes';
import { DocumentFault, type DocumentFaultName } from '../../domain/sent/document-fault.ts';

/** What is told of a document as it is read, element by element. */
export interface XmlListener {
  open(element: { readonly name: string; readonly namespace: string; readonly attributes: readonly XmlAttribute[] }): void;
  text(told: string): void;
  close(): void;
}

export interface XmlAttribute {
  readonly name: string;
  readonly namespace: string;
  readonly value: string;
}

/** More than any sound document of 16 MB has. */
export const MOST_ELEMENTS = 600_000;
const DEEPEST = 16;
const MOST_ATTRIBUTES = 16;
/** In UTF-16 units; the widest text of the format is a small part of it, so that a long name is still a notice. */
const LONGEST_TOKEN = 64 * 1024;
const CHUNK = 16 * 1024;

/**
 * Reads XML 1.0 without any of what makes XML dangerous: no document type, no entity beyond the five of the standard and character
 * references, no processing instruction, and nothing deeper, wider, longer or more than a limit. Text is given in NFC.
 * Ends with a DocumentFault at the first thing that is wrong.
 */
export function readStrictXml(xml: string, listener: XmlListener): void {
  const parser = new SaxesParser({ xmlns: true });
  const state = { depth: 0, elements: 0, attributes: 0, heard: 0, ending: false };
  const fail = (fault: DocumentFaultName): never => {
    throw new DocumentFault(fault, { line: parser.line, column: Math.max(1, parser.columnIndex) });
  };
  const heard = () => {
    state.heard = parser.position;
  };
  parser.on('error', () => fail(state.ending && state.depth > 0 ? 'CUT_OFF' : 'NOT_WELL_FORMED'));
  parser.on('doctype', () => fail('DOCTYPE'));
  parser.on('processinginstruction', () => fail('PROCESSING_INSTRUCTION'));
  parser.on('xmldecl', ({ version, encoding }) => {
    if (encoding !== undefined && !/^utf-8$/i.test(encoding)) fail('NOT_UTF8');
    if (version !== '1.0') fail('NOT_WELL_FORMED');
  });
  parser.on('comment', heard);
  parser.on('opentagstart', () => {
    heard();
    state.depth += 1;
    state.elements += 1;
    state.attributes = 0;
    if (state.depth > DEEPEST) fail('TOO_DEEP');
    if (state.elements > MOST_ELEMENTS) fail('TOO_MANY_ELEMENTS');
  });
  parser.on('attribute', () => {
    state.attributes += 1;
    if (state.attributes > MOST_ATTRIBUTES) fail('TOO_MANY_ATTRIBUTES');
  });
  parser.on('opentag', (tag) => {
    heard();
    listener.open(elementOf(tag));
  });
  const text = (told: string) => {
    heard();
    listener.text(told.normalize('NFC'));
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', () => {
    heard();
    state.depth -= 1;
    listener.close();
  });
  try {
    for (let start = 0; start < xml.length; start += CHUNK) {
      parser.write(xml.slice(start, start + CHUNK));
      if (parser.position - state.heard > LONGEST_TOKEN) fail('TOO_LONG');
    }
    state.ending = true;
    parser.close();
  } catch (thrown) {
    if (!(thrown instanceof DocumentFault) || thrown.place.line !== undefined) throw thrown;
    throw new DocumentFault(thrown.fault, { ...thrown.place, line: parser.line, column: Math.max(1, parser.columnIndex) });
  }
}

const elementOf = ({ local, uri, attributes }: SaxesTagNS) => ({
  name: local,
  namespace: uri,
  attributes: Object.values(attributes).map((attribute) => ({
    name: attribute.local,
    namespace: attribute.uri,
    value: attribute.value.normalize('NFC'),
  })),
});
