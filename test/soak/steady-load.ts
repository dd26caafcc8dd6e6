import { startPrivateServer } from '../support/private-server.ts';
import { startServed } from '../support/processes.ts';
import { type Stretch, steadyLoad } from '../support/steady-load.ts';

const MINUTES = Number(process.argv[2] ?? 10);
const SECONDS = 30;
const MOST_GROWTH = 1.1;

/**
 * `npm run soak-system [-- MINUTES]`: four processes at half of what they can do, on a database server that crashes once half-way, lose
 * nothing outside of the crash, and hold no more memory at the end than in the first half.
 */
const stretches = Math.max(4, Math.round((MINUTES * 60) / SECONDS));
const crashAt = Math.floor(stretches / 2);
const server = await startPrivateServer();
if (!server) throw new Error('There is no database server to start: install mariadb-server.');
const served = await startServed(server.url);
const seen: Stretch[] = [];
const during = async (nth: number) => {
  if (nth === crashAt) await server.crash(async () => {});
};
try {
  for await (const stretch of steadyLoad(served, { stretches, seconds: SECONDS, during })) {
    seen.push(stretch);
    console.log(
      `${String(seen.length).padStart(3)}/${stretches}  ${told(stretch)}${seen.length - 1 === crashAt ? '  (the database crashed)' : ''}`,
    );
  }
  const faults = [...seen.flatMap(lost), ...grown(seen)];
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
  else console.log('Nothing was lost outside of the crash, and memory is flat.');
} finally {
  await served.stop();
  await server.stop();
}

function told({ answers, median, p99, memory, lostImports }: Stretch): string {
  const held = Object.entries(memory).map(([part, megabytes]) => `${part} ${megabytes.toFixed(0)} MB`);
  return `${JSON.stringify(answers)} median ${median.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms; ${held.join(', ')}; imports lost ${lostImports}`;
}

/** What was not answered whole, but for the stretch of the crash and the one after. */
function lost({ answers, lostImports }: Stretch, nth: number): string[] {
  if (nth === crashAt || nth === crashAt + 1) return [];
  const { 200: good, ...bad } = answers;
  const isWhole = Object.keys(bad).length === 0 && (good ?? 0) > 0 && lostImports === 0;
  return isWhole ? [] : [`Stretch ${nth + 1} was not answered whole: ${JSON.stringify(answers)}, ${lostImports} imports lost.`];
}

/** The processes that held more in the last quarter than in the second. */
function grown(all: readonly Stretch[]): string[] {
  const quarter = Math.floor(all.length / 4);
  const [early, late] = [all.slice(quarter, 2 * quarter), all.slice(-quarter)];
  const most = (of: readonly Stretch[], part: keyof Stretch['memory']) => Math.max(...of.map(({ memory }) => memory[part]));
  return (['institutions', 'agreements', 'identities', 'gateway'] as const)
    .filter((part) => most(late, part) > most(early, part) * MOST_GROWTH)
    .map((part) => `${part} grew from ${most(early, part).toFixed(0)} to ${most(late, part).toFixed(0)} MB.`);
}
