import { type Exported, exportRegisterFile } from './export-register-file.ts';
import { progress } from './progress.ts';
import { type ReachedRegister, reachRegister } from './reach-register.ts';
import { toldOf } from './told-fault.ts';

/** `npm run export-register -- FILE.csv`: through the running server if one has the data folder, else from the files themselves. */
async function main([file]: readonly string[]): Promise<number> {
  if (!file) {
    console.error('Into which file? npm run export-register -- FILE.csv');
    return 2;
  }
  let register: ReachedRegister | undefined;
  try {
    register = await reachRegister('is there');
    console.log(`Exporting the register through ${register.where}.`);
    tell(await exportRegisterFile(file, register.client, progress()), file);
    return 0;
  } catch (fault) {
    console.error(inWords(fault, file));
    return 1;
  } finally {
    await register?.end();
  }
}

/** What went wrong and what to do, without a stack. */
function inWords(fault: unknown, file: string): string {
  const { message, code } = toldOf(fault);
  if (code === 'ENOENT') return `There is no folder for ${file}; make it first.`;
  if (code === 'EACCES' || code === 'ENOSPC') return `${file} cannot be written here (${code}); name another place.`;
  return `It stopped: ${message} ${file} was not written; run it again.`;
}

function tell({ rows, planned, changedMeanwhile }: Exported, file: string): void {
  console.log(`${rows.INSTITUTION} clusters, ${rows.UNIT} units and ${rows.LOCATION} locations, the closed among them, are in ${file}.`);
  console.log('The layout has no place for legal bases, older numbers, history, and what is planned: these are in the register only.');
  if (planned > 0) console.log(`${planned} planned daycares were left out.`);
  if (changedMeanwhile)
    console.log('The register changed while it was read, so the rows are not all of one moment; export again for those of one.');
}

process.exitCode = await main(process.argv.slice(2));
