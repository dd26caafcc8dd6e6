import { NotTheRegister } from '../outside/not-the-register.ts';
import { loadRegisterFile, type Summary } from './load-register-file.ts';
import { progress } from './progress.ts';
import { type ReachedRegister, reachRegister } from './reach-register.ts';
import { toldOf } from './told-fault.ts';

/** `npm run load-register -- FILE.csv`: through the running server if one has the data folder, else on the files themselves. */
async function main([file]: readonly string[]): Promise<number> {
  if (!file) {
    console.error('Which file? npm run load-register -- FILE.csv');
    return 2;
  }
  let register: ReachedRegister | undefined;
  try {
    register = await reachRegister('may be new');
    console.log(`Loading ${file} through ${register.where}.`);
    tell(await loadRegisterFile(file, register.client, progress()));
    return 0;
  } catch (fault) {
    console.error(inWords(fault, file));
    return 1;
  } finally {
    await register?.end();
  }
}

/** What went wrong and what to do, without a stack: the fault is in the file, on the way, or at the server. */
function inWords(fault: unknown, file: string): string {
  if (fault instanceof NotTheRegister) return `${fault.message} Nothing of ${file} was taken.`;
  const { message, code } = toldOf(fault);
  if (code === 'ENOENT') return `There is no file ${file}.`;
  if (code === 'EISDIR') return `${file} is a folder; name a file in it.`;
  return `It stopped: ${message} Run it again; what is in already is left as it is.`;
}

function tell({ created, changed, unchanged, refused, firstRefused, missing }: Summary): void {
  console.log(`${created} created, ${changed} changed, ${unchanged} unchanged, ${refused} refused.`);
  for (const { line, because } of firstRefused) console.log(`  line ${line}: ${because}`);
  if (refused > firstRefused.length) console.log(`  ... and ${refused - firstRefused.length} more lines.`);
  if (created + changed + unchanged + refused === 0) console.log('The file has a header and no rows.');
  if (missing > 0) console.log(`${missing} open daycares of the register are not in the file; nothing was done about them.`);
}

process.exitCode = await main(process.argv.slice(2));
