/** Whether whoever waits for an answer has gone, and a way to hear of it. Lighter than an AbortSignal, of which each request would need several. */
export interface Departure {
  readonly hasLeft: boolean;
  /** Calls `act` when they leave, at once if they have; answers how to stop listening. */
  onLeave(act: () => void): () => void;
}

/** A departure and the act that brings it about. */
export function departure(): Departure & { leave(): void } {
  const acts = new Set<() => void>();
  let hasLeft = false;
  return {
    get hasLeft() {
      return hasLeft;
    },
    onLeave: (act) => {
      if (hasLeft) act();
      else acts.add(act);
      return () => acts.delete(act);
    },
    leave: () => {
      hasLeft = true;
      for (const act of acts) act();
      acts.clear();
    },
  };
}
