/**
 * Does the work, and says how much of the processor this thread used in the longest turn of the event loop meanwhile, in
 * milliseconds: how long anybody else could have waited for it, however busy the machine is.
 */
export async function longestTurn<Result>(work: () => Promise<Result>): Promise<{ readonly result: Result; readonly longest: number }> {
  const turns = { longest: 0, last: used(), going: true };
  const turn = () => {
    const now = used();
    turns.longest = Math.max(turns.longest, now - turns.last);
    turns.last = now;
    if (turns.going) setImmediate(turn);
  };
  setImmediate(turn);
  try {
    const result = await work();
    await new Promise((resolve) => setImmediate(resolve));
    return { result, longest: turns.longest };
  } finally {
    turns.going = false;
  }
}

const used = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};
