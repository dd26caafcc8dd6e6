import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { daycare, openTown, settle } from './notice-town.ts';
import { openPostOffice } from './post-office.ts';

const program = fileURLToPath(new URL('./notice-process.ts', import.meta.url));
const LONGEST_LIFE = 250;
// What is loaded again and again is compiled once.
const cache = join(tmpdir(), 'tilslut-compiled');
// Longer than whoever is killed keeps what it had claimed.
const LATER = 4 * 60_000;
const services = [
  { system: 'S1001', service: 'ws10-import' },
  { system: 'S1003', service: 'ws17-small' },
  { system: 'S1003', service: 'ws17-medium' },
];

/** What came of it: each request with the Message-IDs under which it was told, and how often in all. */
export interface Told {
  readonly messageIds: ReadonlyMap<string, ReadonlySet<string>>;
  readonly arrivals: number;
  /** How many had arrived when each was killed. */
  readonly atKills: readonly number[];
  readonly notices: readonly { readonly state: string; readonly count: number }[];
}

/** Kills whoever tells people again and again at random moments, then lets one finish, against a real SMTP server. */
export async function killWhileTelling({
  url,
  kills,
  seed,
  houses,
  together = 1,
}: {
  url: string;
  kills: number;
  seed: number;
  houses: number;
  together?: number;
}): Promise<Told> {
  const chance = chanceFrom(seed);
  const office = await openPostOffice({ slow: 4 });
  const numbers = Array.from({ length: houses }, (_, index) => `G${93_000 + index}`);
  const town = await openTown(url, { clock: Date.now });
  await settle(
    town,
    numbers.map((number) => daycare(number, { ownership: 'PRIVATE' })),
  );
  const ids: string[] = [];
  for (const asked of services) ids.push(...(await town.ask(numbers, asked)));
  await town.close();
  const waiting = [load(), load()];
  const next = (): ChildProcess => {
    waiting.push(load());
    return waiting.shift()!;
  };
  const begin = (life: number) =>
    Promise.all(Array.from({ length: together }, () => setToWork(next(), { url, office: office.url, ahead: life * LATER })));
  const atKills: number[] = [];
  for (let life = 0; life < kills; life += together) {
    const running = await begin(life);
    await (chance() < 0.3 ? pause(chance() * LONGEST_LIFE) : untilMore(office.arrived, 1 + Math.floor(chance() * 4)));
    await pause(chance() * 12);
    await Promise.all(running.map(kill));
    atKills.push(office.arrived.length);
  }
  const last = await begin(kills);
  for (let tries = 0; tries < 1_500 && new Set(office.arrived.map(requestOf)).size < ids.length; tries++) await pause(20);
  await pause(200);
  await Promise.all([...last, ...waiting].map(kill));
  const after = await openTown(url, { clock: Date.now });
  const notices = await after.rows('SELECT state, COUNT(*) AS count FROM notice GROUP BY state');
  await after.close();
  await office.close();
  const messageIds = new Map(
    ids.map((id) => [id, new Set(office.arrived.filter((letter) => requestOf(letter) === id).map(({ messageId }) => messageId))]),
  );
  return {
    messageIds,
    arrivals: office.arrived.length,
    atKills,
    notices: notices.map(({ state, count }) => ({ state, count: Number(count) })),
  };
}

/** Until so many more have arrived, so that the kill falls where something is being sent. */
async function untilMore(arrived: readonly unknown[], more: number): Promise<void> {
  const enough = arrived.length + more;
  for (let tries = 0; tries < 2_000 && arrived.length < enough; tries++) await pause(1);
}

const requestOf = ({ text }: { readonly text: string }): string => /requests\/([0-9a-f-]+)/.exec(text)?.[1] ?? '';

const load = () =>
  spawn(process.execPath, [program], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '', NODE_COMPILE_CACHE: cache },
  });

async function setToWork(child: ChildProcess, work: object): Promise<ChildProcess> {
  child.stdin!.write(`${JSON.stringify(work)}\n`);
  for await (const line of createInterface({ input: child.stdout! })) if (line === 'at work') return child;
  throw new Error('The process did not begin.');
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** Numbers from 0 to 1, the same for the same seed. */
function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
