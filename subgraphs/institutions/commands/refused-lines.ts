/** Why a line of a file was not taken. */
export interface RefusedLine {
  readonly line: number;
  readonly because: string;
}

/** How many lines were refused, and the first of them by line, however many there are. */
export interface RefusedLines {
  add(refused: RefusedLine): void;
  count(): number;
  first(): readonly RefusedLine[];
}

/** Keeps the first so many refused lines, in whatever order they come, and counts all. */
export function refusedLines(most: number): RefusedLines {
  const kept: RefusedLine[] = [];
  let count = 0;
  return {
    add: ({ line, because }) => {
      count += 1;
      if (kept.length === most && line > (kept.at(-1)?.line ?? 0)) return;
      kept.push({ line, because });
      kept.sort((a, b) => a.line - b.line).splice(most);
    },
    count: () => count,
    first: () => kept,
  };
}
