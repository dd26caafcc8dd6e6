/** Something that is done again and again until it is stopped. */
export interface Repeated {
  /** Waits for what is under way. */
  stop(): Promise<void>;
}

/** Does something every so many milliseconds, never twice at once; a fault is told and does not end it. */
export function everySoOften(
  milliseconds: number,
  work: (stopped: () => boolean) => Promise<void>,
  report: (fault: unknown) => void,
): Repeated {
  let stopped = false;
  let running: Promise<void> | undefined;
  const tick = async () => {
    try {
      await work(() => stopped);
    } catch (fault) {
      if (!stopped) report(fault);
    }
    running = undefined;
  };
  const timer = setInterval(() => {
    running ??= tick();
  }, milliseconds);
  timer.unref();
  return {
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
