import { holds, linesOf } from './tell-verdict.ts';
import { type LogPlace, verifyOneLog } from './verify-one-log.ts';
import { type Options, readOptions, usage, WrongUse } from './verify-options.ts';

const TOLD_EVERY_MS = 2_000;

/** `npm run verify-log`: whether each event log holds, beside running servers or without them. 0: all do; 1: one does not; 2: not verified. */
async function main(args: readonly string[]): Promise<number> {
  let options: Options;
  try {
    options = readOptions(args, process.env);
  } catch (fault) {
    if (!(fault instanceof WrongUse)) throw fault;
    console.error(`${fault.message}\n\n${usage}`);
    return 2;
  }
  const outcomes: Outcome[] = [];
  for (const log of options.logs) outcomes.push(await verifyAndTell(log, options));
  if (options.keysLieBeside && outcomes.some(({ isVouchedFor }) => isVouchedFor)) console.log(besideNote);
  console.log(closing(outcomes));
  const codes = outcomes.map(({ code }) => code);
  return codes.includes(1) ? 1 : Math.max(0, ...codes);
}

const besideNote =
  'Checkpoints were verified by the key.json that lies beside them. Whoever could write there could have put both in: keep a copy of it elsewhere, and name that with --key.';

interface Outcome {
  readonly code: 0 | 1 | 2;
  /** Whether there were checkpoints to go by. */
  readonly isVouchedFor: boolean;
}

async function verifyAndTell(log: LogPlace, { evidence }: Options): Promise<Outcome> {
  try {
    const verdict = await verifyOneLog(log, evidence, progress());
    for (const line of linesOf(verdict, { now: Date.now(), folder: evidence.folder })) console.log(line);
    return { code: holds(verdict) ? 0 : 1, isVouchedFor: verdict.agreeing > 0 };
  } catch (fault) {
    console.log(`${log.subgraph.padEnd(14)}NOT VERIFIED. ${whyNot(fault)}`);
    return { code: 2, isVouchedFor: false };
  }
}

function whyNot(fault: unknown): string {
  if (!(fault instanceof Error)) return 'It could not be read.';
  return `It could not be read: ${fault.message || ('code' in fault && String(fault.code)) || fault.name}.`;
}

function closing(outcomes: readonly Outcome[]): string {
  const all = outcomes.length;
  const broken = outcomes.filter(({ code }) => code === 1).length;
  const unread = outcomes.filter(({ code }) => code === 2).length;
  if (broken + unread > 0) return `Of ${all} logs ${broken} ${broken === 1 ? 'is' : 'are'} broken, and ${unread} could not be verified.`;
  const warned = outcomes.every(({ isVouchedFor }) => isVouchedFor) ? '' : ', as far as the chain alone can tell where there is a warning';
  return `${all === 1 ? 'The log holds' : `All ${all} logs hold`}${warned}.`;
}

/** A line every two seconds, apart from the answer. */
function progress() {
  let told = Date.now();
  return (subgraph: string, done: number, of: number | undefined) => {
    if (Date.now() - told < TOLD_EVERY_MS) return;
    told = Date.now();
    console.error(`  ${subgraph}: ${done} of ${of ?? 'unknown'} events`);
  };
}

process.exitCode = await main(process.argv.slice(2));
