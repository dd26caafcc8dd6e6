import { SingleBar } from 'cli-progress';

/** Who watches how far a command has come. */
export interface Progress {
  begins(of: number): void;
  at(done: number, of: number): void;
  ends(): void;
}

const TOLD_EVERY_MS = 2_000;

/** A bar where somebody watches, a line every two seconds where nobody does. */
export function progress(): Progress {
  if (!process.stdout.isTTY) return inLines();
  const bar = new SingleBar({ format: '  {bar} {value} of {total} rows, {eta_formatted} left', hideCursor: true });
  return { begins: (of) => bar.start(of, 0), at: (done) => bar.update(done), ends: () => bar.stop() };
}

function inLines(): Progress {
  let told = Date.now();
  return {
    begins: () => {},
    at: (done, of) => {
      if (Date.now() - told < TOLD_EVERY_MS) return;
      told = Date.now();
      console.log(`  ${done} of ${of} rows`);
    },
    ends: () => {},
  };
}
