import { parentPort } from 'node:worker_threads';
import { DocumentFault } from '../../domain/sent/document-fault.ts';
import type { LineTold } from '../../domain/document/import-document.ts';
import { readImportDocument } from './read-import-document.ts';

const LINES_AT_ONCE = 100;
let waiting: readonly (LineTold | null | undefined)[] = [];

/** Reads a document when given one, and hands out its lines so few at a time that taking them holds nobody up. */
parentPort?.on('message', ({ xml }: { readonly xml?: string }) => {
  if (xml === undefined) {
    parentPort?.postMessage({ lines: waiting.slice(0, LINES_AT_ONCE) });
    waiting = waiting.slice(LINES_AT_ONCE);
    return;
  }
  parentPort?.postMessage(read(xml));
});

parentPort?.postMessage('ready');

function read(xml: string) {
  try {
    const sent = readImportDocument(xml);
    waiting = sent.document.persons;
    return { sent: { ...sent, document: { ...sent.document, persons: [] } }, lines: waiting.length };
  } catch (thrown) {
    if (!(thrown instanceof DocumentFault)) throw thrown;
    return { fault: { fault: thrown.fault, place: thrown.place } };
  }
}
