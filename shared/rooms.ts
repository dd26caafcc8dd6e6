/** Work that waits its turn; urgent work goes before the rest. */
export type InTurn = <T>(work: () => Promise<T>, urgent?: boolean) => Promise<T>;

/** Lets so many pieces of work run side by side and the others wait, in the order they came. */
export function rooms(most: number): InTurn {
  const urgentWaiting: (() => void)[] = [];
  const waiting: (() => void)[] = [];
  let busy = 0;
  const leave = () => {
    const next = urgentWaiting.shift() ?? waiting.shift();
    if (next) next();
    else busy -= 1;
  };
  return async (work, urgent = false) => {
    if (busy < most) busy += 1;
    else await new Promise<void>((enter) => (urgent ? urgentWaiting : waiting).push(enter));
    try {
      return await work();
    } finally {
      leave();
    }
  };
}
