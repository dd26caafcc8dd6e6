import { parentPort } from 'node:worker_threads';
import { type Part, partsOf } from './parts.ts';
import { readJson } from './read-json.ts';

// Reads large bodies apart from the event loop that answers, and hands them over part by part, each when it is asked for.

/** Bytes of a part: a millisecond's work for who takes it over. */
const PART = 128 * 1024;

export type ReaderAsked = { readonly bytes: Uint8Array } | 'next';
export type ReaderTold = { readonly part: Part | undefined } | { readonly unreadable: string };

let parts: Iterator<Part> | undefined;

parentPort?.on('message', (asked: ReaderAsked) => parentPort?.postMessage(told(asked)));

function told(asked: ReaderAsked): ReaderTold {
  try {
    if (asked !== 'next') parts = partsOf(readJson(asked.bytes), PART);
    const next = parts?.next();
    return { part: next?.done ? undefined : next?.value };
  } catch (fault) {
    return { unreadable: fault instanceof Error ? fault.message : String(fault) };
  }
}
