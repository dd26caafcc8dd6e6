import { loadLongFile } from '../support/long-register-file.ts';

const LINES = Number(process.argv[2] ?? 1_000_000);
const HEAP_MEGABYTES = Number(process.argv[3] ?? 96);
const MOST_SECONDS = 60;

/** `npm run soak-register`: a file of a million lines goes through a small heap within a minute. */
const { code, output, seconds, megabytes } = await loadLongFile(LINES, HEAP_MEGABYTES);
console.log(output);
console.log(
  `${LINES} lines in ${seconds.toFixed(1)} s; heap at most ${HEAP_MEGABYTES} MB, whole process at most ${megabytes.toFixed(0)} MB.`,
);
process.exitCode = code === 0 && seconds < MOST_SECONDS && output.includes('101 created, 0 changed, 0 unchanged') ? 0 : 1;
