import { once } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { putPart } from './parts.ts';
import { Unreadable } from './read-json.ts';
import type { ReaderAsked, ReaderTold } from './reader-worker.ts';

/** Reads JSON in a thread of its own, one body after the other. */
export interface LargeBodyReader {
  read(bytes: Uint8Array<ArrayBuffer>): Promise<unknown>;
  stop(): Promise<void>;
}

const MEGABYTES = 768;

/** The thread is started by the first large body. */
export function largeBodyReader(): LargeBodyReader {
  let worker: Worker | undefined;
  let before: Promise<unknown> = Promise.resolve();
  const read = async (bytes: Uint8Array<ArrayBuffer>) => {
    worker ??= startWorker(() => {
      worker = undefined;
    });
    return takeOver(worker, bytes);
  };
  return {
    read: (bytes) => {
      const reading = before.then(() => read(bytes));
      before = reading.catch(() => {});
      return reading;
    },
    stop: async () => void (await worker?.terminate()),
  };
}

function startWorker(gone: () => void): Worker {
  const worker = new Worker(new URL('./reader-worker.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: MEGABYTES } });
  worker.unref();
  // Who waits for it is told by its own wait; the next body starts another.
  worker.on('error', () => {});
  worker.on('exit', gone);
  return worker;
}

async function takeOver(worker: Worker, bytes: Uint8Array<ArrayBuffer>): Promise<unknown> {
  const whole: { whole?: unknown } = {};
  let asked: ReaderAsked = { bytes };
  for (;;) {
    worker.postMessage(asked, asked === 'next' ? [] : [bytes.buffer]);
    const [told]: ReaderTold[] = await once(worker, 'message');
    if (!told || 'unreadable' in told) throw new Unreadable(told?.unreadable);
    if (!told.part) return whole.whole;
    putPart(whole, told.part);
    asked = 'next';
    await turn();
  }
}
