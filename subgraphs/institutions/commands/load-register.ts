import { resolve } from 'node:path';
import { SingleBar } from 'cli-progress';
import { type Client, clientOf, commandToken } from '#shared/graphql-client.ts';
import { holderOf, holdFolder } from '#shared/lock-file.ts';
import { NotTheRegister } from '../outside/register-file.ts';
import { standAlone } from '../stand-alone.ts';
import { type Loading, loadRegisterFile, type Summary } from './load-register-file.ts';

const MOST_TOLD = 50;

/** `npm run load-register -- FILE.csv`: through the running server if one has the data folder, else on the files themselves. */
async function main([file]: readonly string[]): Promise<number> {
  if (!file) {
    console.error('Which file? npm run load-register -- FILE.csv');
    return 2;
  }
  const folder = resolve(process.env.TILSLUT_DATA ?? '.data');
  const url = process.env.TILSLUT_URL || holderOf(folder)?.url;
  const { client, where, end } = url
    ? { client: clientOf(url, commandToken(url, 'agency')), where: `the server at ${url}`, end: async () => {} }
    : await onTheFiles(folder);
  try {
    console.log(`Loading ${file} through ${where}.`);
    tell(await loadRegisterFile(file, client, progress()));
    return 0;
  } catch (fault) {
    console.error(inWords(fault, file));
    return 1;
  } finally {
    await end();
  }
}

/** What went wrong and what to do, without a stack: the fault is in the file, on the way, or at the server. */
function inWords(fault: unknown, file: string): string {
  if (fault instanceof NotTheRegister) return `${fault.message} Nothing of ${file} was taken.`;
  if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return `There is no file ${file}.`;
  return `It stopped: ${fault instanceof Error ? fault.message : 'an unknown fault'}. Run it again; what is in already is left as it is.`;
}

async function onTheFiles(folder: string): Promise<{ client: Client; where: string; end: () => Promise<void> }> {
  const held = holdFolder(folder);
  const { client, stop } = await standAlone(folder);
  const end = async () => {
    await stop();
    held.release();
  };
  return { client, where: `the files in ${folder}`, end };
}

/** A bar where somebody watches, a line every two seconds where nobody does. */
function progress(): Loading {
  if (!process.stdout.isTTY) {
    let told = Date.now();
    return {
      begins: () => {},
      at: (done, of) => {
        if (Date.now() - told < 2_000) return;
        told = Date.now();
        console.log(`  ${done} of ${of} rows`);
      },
      ends: () => {},
    };
  }
  const bar = new SingleBar({ format: '  {bar} {value} of {total} rows, {eta_formatted} left', hideCursor: true });
  return { begins: (of) => bar.start(of, 0), at: (done) => bar.update(done), ends: () => bar.stop() };
}

function tell({ created, changed, unchanged, refused, missing }: Summary): void {
  console.log(`${created} created, ${changed} changed, ${unchanged} unchanged, ${refused.length} refused.`);
  for (const { line, because } of refused.slice(0, MOST_TOLD)) console.log(`  line ${line}: ${because}`);
  if (refused.length > MOST_TOLD) console.log(`  ... and ${refused.length - MOST_TOLD} more lines.`);
  if (missing > 0) console.log(`${missing} open daycares of the register are not in the file; nothing was done about them.`);
}

process.exitCode = await main(process.argv.slice(2));
