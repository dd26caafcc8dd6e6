import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { clientOf, commandToken } from '#shared/graphql-client.ts';
import { holderOf } from '#shared/lock-file.ts';
import type { ToldProcessing } from '../outside/record-columns.ts';
import { writeRecordFile } from '../outside/record-file.ts';
import { type RecordOf, recordPages } from './record-pages.ts';

const TOLD_EVERY_MS = 2_000;
const usage = 'Whose record, and into which file? npm run record-of-processing -- --municipality 0751 FILE.csv (or --daycare G12345)';

interface Wanted {
  readonly of: RecordOf;
  readonly file: string;
  readonly persona: string;
}

/** `npm run record-of-processing -- --municipality 0751 FILE.csv`: a controller's record (GDPR art. 30) out of the running server. */
async function main(): Promise<number> {
  const wanted = wantedBy(process.argv.slice(2));
  if (!wanted) return complain(usage);
  const url = process.env.TILSLUT_URL || holderOf(resolve(process.env.TILSLUT_DATA ?? '.data'))?.url;
  if (!url) return complain('No server runs on this data folder; start one with npm start, or set TILSLUT_URL.');
  const { of, file, persona } = wanted;
  let written = 0;
  let told = Date.now();
  async function* pages(): AsyncGenerator<readonly ToldProcessing[]> {
    for await (const { nodes, total } of recordPages(clientOf(url ?? '', commandToken(url ?? '', persona)), of)) {
      yield nodes;
      written += nodes.length;
      if (Date.now() - told < TOLD_EVERY_MS) continue;
      told = Date.now();
      console.log(`  ${written} of ${total} processings`);
    }
  }
  try {
    await writeRecordFile(file, pages());
  } catch (fault) {
    console.error(inWords(fault, file));
    return 1;
  }
  console.log(`${written} processings are in ${file}. Legal bases and retention are where a controller begins: confirm them.`);
  return 0;
}

/** What the command line asks for; nothing where it does not say whose record and which file. */
function wantedBy(args: readonly string[]): Wanted | undefined {
  try {
    const text = { type: 'string' as const };
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { municipality: text, daycare: text, as: text },
      allowPositionals: true,
    });
    const { municipality, daycare, as: persona = 'agency' } = values;
    const [file, more] = positionals;
    if (!file || more || (municipality === undefined) === (daycare === undefined)) return undefined;
    return { of: municipality === undefined ? { daycare: daycare ?? '' } : { municipality }, file, persona };
  } catch {
    return undefined;
  }
}

function complain(sentence: string): number {
  console.error(sentence);
  return 2;
}

/** What went wrong and what to do, without a stack. */
function inWords(fault: unknown, file: string): string {
  const code = fault instanceof Error && 'code' in fault ? fault.code : undefined;
  if (code === 'ENOENT') return `There is no folder for ${file}; make it first.`;
  if (code === 'EACCES' || code === 'ENOSPC') return `${file} cannot be written here (${code}); name another place.`;
  return `It stopped: ${fault instanceof Error ? fault.message : 'an unknown fault.'} ${file} was not written.`;
}

process.exitCode = await main();
