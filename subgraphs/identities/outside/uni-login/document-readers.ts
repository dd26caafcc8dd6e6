import { DocumentFault, refusedFor } from '../../domain/sent/document-fault.ts';
import type { ReadSentDocument, SentDocument } from '../../domain/sent/sent-document.ts';
import { documentReader, type ReaderLimits } from './document-reader.ts';
import { readImportDocument } from './read-import-document.ts';

export interface ReadersLimits extends ReaderLimits {
  /** Above so many UTF-16 units a document is read on a thread of its own, so that nobody else waits for it. */
  readonly large: number;
  readonly threads: number;
  /** How many large documents may wait for a thread. */
  readonly waiting: number;
}

const usual: ReadersLimits = { large: 256 * 1024, threads: 2, waiting: 20, deadline: 30_000, memory: 512 };

export interface DocumentReaders {
  readonly read: ReadSentDocument;
  readonly stop: () => Promise<void>;
}

/** Reads documents of today's format: small ones at once, large ones on a few threads, begun when they are first needed. */
export function documentReaders(limits: Partial<ReadersLimits> = {}): DocumentReaders {
  const { large, threads, waiting, ...each } = { ...usual, ...limits };
  const readers = Array.from({ length: threads }, () => documentReader(each));
  const free = [...readers];
  const queue: ((reader: (typeof readers)[number]) => void)[] = [];
  const readApart = async (xml: string): Promise<SentDocument> => {
    if (free.length === 0 && queue.length >= waiting) throw new DocumentFault('BUSY');
    const reader = free.pop() ?? (await new Promise<(typeof readers)[number]>((resolve) => queue.push(resolve)));
    try {
      return await reader.read(xml);
    } finally {
      const next = queue.shift();
      if (next) next(reader);
      else free.push(reader);
    }
  };
  return {
    read: async (xml) => {
      try {
        return xml.length > large ? await readApart(xml) : readImportDocument(xml);
      } catch (thrown) {
        throw thrown instanceof DocumentFault ? refusedFor(thrown) : thrown;
      }
    },
    stop: async () => {
      await Promise.all(readers.map(({ end }) => end()));
    },
  };
}
