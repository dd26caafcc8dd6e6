import type { Check } from '../checks.ts';
import { codeOf, fail, type Finding, ok, shownUrl } from '../finding.ts';
import { judgeClock } from './clocks.ts';

const ANSWER_MS = 3_000;

/** Whether each process that was named is up and ready, and its machine's clock goes with this one's. */
export const checkProcesses: Check = async ({ installation: { processes } }) => (await Promise.all(processes.map(judge))).flat();

async function judge(url: string): Promise<Finding[]> {
  const about = 'process';
  const asked = Date.now();
  try {
    const response = await fetch(new URL('/ready', url), { signal: AbortSignal.timeout(ANSWER_MS) });
    const ready = response.ok
      ? ok(about, `${shownUrl(url)} is ready.`)
      : fail(
          about,
          `${shownUrl(url)} is up and not ready (${response.status}).`,
          'Its database or a lease is missing, or it is about to end: see the other lines, and its log.',
        );
    const date = Date.parse(response.headers.get('date') ?? '');
    // The header's second may have begun before it was asked.
    const apart = Math.max(0, asked - date - 999, date - Date.now());
    return Number.isNaN(date) || apart === 0 ? [ready] : [ready, judgeClock(`clock of ${new URL(url).host}`, apart)];
  } catch (fault) {
    return [
      fail(
        about,
        `${shownUrl(url)} does not answer: ${codeOf(fault)}.`,
        'Start it, or see its log for why it ended; if it runs, let this machine reach it.',
      ),
    ];
  }
}
