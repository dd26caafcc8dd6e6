import { checks, type Patient } from './doctor/checks.ts';
import { codeOf, fail, type Finding, linesOf } from './doctor/finding.ts';
import { type Installation, readInstallation, usage } from './doctor/installation.ts';
import { openStores } from './doctor/stores.ts';
import { WrongUse } from './verify-options.ts';

const TOLD_EVERY_MS = 2_000;

/** `npm run doctor`: whether what is set up will work, beside running servers or without them. 0: it will; 1: something will not; 2: not understood. */
async function main(args: readonly string[]): Promise<number> {
  let installation: Installation;
  try {
    installation = readInstallation(args, process.env);
  } catch (fault) {
    if (!(fault instanceof WrongUse)) throw fault;
    console.error(`${fault.message}\n\n${usage}`);
    return 2;
  }
  const { open, closed } = await openStores(installation.databases);
  const found: Finding[] = [];
  for (const name of Object.keys(checks)) {
    for (const finding of await look(name, { installation, stores: open, closed })) {
      found.push(finding);
      for (const line of linesOf(finding)) console.log(line);
    }
  }
  for (const store of open) await store.close();
  console.log(closing(found));
  return found.some(({ level }) => level === 'FAIL') ? 1 : 0;
}

/** One check, with a line every two seconds while it lasts; what it trips over is a finding too. */
async function look(name: string, patient: Patient): Promise<Finding[]> {
  const began = Date.now();
  const waiting = setInterval(() => console.error(`  looking at ${name}, ${Math.round((Date.now() - began) / 1000)} s`), TOLD_EVERY_MS);
  try {
    return (await checks[name]?.(patient)) ?? [];
  } catch (fault) {
    return [
      fail(
        name,
        `It could not be looked at: ${codeOf(fault)}.`,
        'See whether the lines above say why; a missing table or right shows here too.',
      ),
    ];
  } finally {
    clearInterval(waiting);
  }
}

function closing(found: readonly Finding[]): string {
  const count = (level: Finding['level']) => found.filter((finding) => finding.level === level).length;
  const [failed, warned] = [count('FAIL'), count('WARN')];
  if (failed + warned === 0) return `All ${found.length} are as they should be.`;
  return `Of ${found.length} looked at, ${failed} will not work and ${warned} should be looked after; do first what stands under the first FAIL.`;
}

process.exitCode = await main(process.argv.slice(2));
