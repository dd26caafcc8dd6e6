import { once } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { DocumentFault } from '../../domain/sent/document-fault.ts';
import type { LineTold } from '../../domain/document/import-document.ts';
import type { SentDocument } from '../../domain/sent/sent-document.ts';

export interface ReaderLimits {
  /** How long one document may take, in milliseconds. */
  readonly deadline: number;
  /** How much memory one document may take, in megabytes. */
  readonly memory: number;
}

/** One thread that reads documents one after the other; one that died or was ended is replaced for the next. */
export function documentReader({ deadline, memory }: ReaderLimits) {
  let worker: Worker | undefined;
  const started = async (): Promise<Worker> => {
    if (worker) return worker;
    worker = newWorker(memory, forget);
    await once(worker, 'message');
    return worker;
  };
  const forget = (dead: Worker) => {
    if (worker === dead) worker = undefined;
  };
  const end = async () => {
    const ending = worker;
    worker = undefined;
    await ending?.terminate();
  };
  return {
    end,
    /** Ends with a DocumentFault where the document takes too long or too much, and where it is none. */
    read: async (xml: string): Promise<SentDocument> => {
      try {
        return await readIn(await started(), xml, AbortSignal.timeout(deadline));
      } catch (thrown) {
        if (thrown instanceof DocumentFault) throw thrown;
        await end();
        throw isTooCostly(thrown) ? new DocumentFault('TOO_COSTLY') : thrown;
      }
    },
  };
}

/** Its first message says that it is ready. Whoever asked it hears of its fault; that it is dead is told also when nobody asks. */
function newWorker(memory: number, died: (worker: Worker) => void): Worker {
  const worker = new Worker(new URL('./document-worker.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: memory } });
  worker.on('error', () => died(worker));
  worker.on('exit', () => died(worker));
  return worker;
}

async function readIn(worker: Worker, xml: string, signal: AbortSignal): Promise<SentDocument> {
  const { sent, lines, fault } = await ask(worker, { xml }, signal);
  if (fault) throw new DocumentFault(fault.fault, fault.place);
  const persons: LineTold[] = [];
  while (persons.length < lines) {
    await nextTurn();
    persons.push(...(await ask(worker, {}, signal)).lines);
  }
  return { ...sent, document: { ...sent.document, persons } };
}

/** While it starts and while it is asked, the process waits for it. */
async function ask(worker: Worker, question: { readonly xml?: string }, signal: AbortSignal) {
  worker.ref();
  worker.postMessage(question);
  try {
    const [answer] = await once(worker, 'message', { signal });
    return answer;
  } finally {
    worker.unref();
  }
}

const tooCostly: readonly unknown[] = ['ABORT_ERR', 'ERR_WORKER_OUT_OF_MEMORY'];
const isTooCostly = (thrown: unknown): boolean =>
  typeof thrown === 'object' && thrown !== null && 'code' in thrown && tooCostly.includes(thrown.code);
