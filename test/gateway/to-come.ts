/** What the contract promises and no subgraph has yet. A line goes when the thing is there; none is added. */
export const toCome: readonly string[] = [];
