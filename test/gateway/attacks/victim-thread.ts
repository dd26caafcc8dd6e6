import { Agent, request } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

// Somebody who only wants an answer, again and again, in a thread of its own: tells how long each took since it was last asked.
const { url, tokens }: { url: string; tokens: readonly string[] } = workerData;
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const body = JSON.stringify({ query: '{ viewer { id } }' });
let took: number[] = [];
let nth = 0;

let isAsked = false;

parentPort?.on('message', () => {
  isAsked = true;
  tell();
});

/** Tells when there is something to tell. */
function tell(): void {
  if (!isAsked || took.length === 0) return;
  parentPort?.postMessage(took);
  took = [];
  isAsked = false;
}

function ask(): Promise<void> {
  const since = performance.now();
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': body.length,
      authorization: `Bearer ${tokens[nth++ % tokens.length]}`,
    };
    const asked = request(`${url}/graphql`, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.once('end', () => {
        took.push(response.statusCode === 200 ? performance.now() - since : Number.POSITIVE_INFINITY);
        resolve();
      });
    });
    asked.once('error', reject);
    asked.end(body);
  });
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
for (;;) {
  await ask().catch(() => took.push(Number.POSITIVE_INFINITY));
  tell();
  await pause(3);
}
