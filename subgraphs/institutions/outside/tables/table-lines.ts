import { UnusableFile } from './unusable-file.ts';

/** The columns that are asked for, and what takes their cells, a line at a time; it answers why a line cannot be used. */
export interface Table {
  readonly columns: readonly string[];
  readonly take: (cells: readonly string[]) => string | undefined;
}

/** The lines of a table as they come. */
export interface TableLines {
  add(record: readonly string[], line: number): void;
  /** Whether the last line had fewer columns than the header. */
  endsShort(): boolean;
  /** What is to be said of all of them; thrown where they are no such table. */
  remark(): string | undefined;
}

/** The first line is the header; of the others the columns are picked that are asked for. */
export function tableLines({ columns, take }: Table): TableLines {
  let header: readonly string[] | undefined;
  let picked: readonly number[] = [];
  let last: readonly string[] = [];
  let taken = 0;
  const skipped = { count: 0, first: '' };

  function judged(record: readonly string[], width: number): string | undefined {
    if (record.length !== width) return `it has ${record.length} columns where the header has ${width}`;
    return take(picked.map((at) => record[at]?.trim() ?? ''));
  }

  return {
    add(record, line) {
      if (!header) {
        header = record.map((name) => name.trim());
        picked = placesOf(columns, header);
        return;
      }
      last = record;
      const because = judged(record, header.length);
      if (because === undefined) taken++;
      else if (skipped.count++ === 0) skipped.first = `the first is line ${line}: ${because}`;
    },
    endsShort: () => last.length > 0 && last.length < (header?.length ?? 0),
    remark() {
      if (!header) throw new UnusableFile(`is empty; export it with the columns ${columns.join(', ')}.`);
      return remarkOn(taken, skipped);
    },
  };
}

function placesOf(columns: readonly string[], header: readonly string[]): readonly number[] {
  const missing = columns.filter((column) => !header.includes(column));
  if (missing.length === 0) return columns.map((column) => header.indexOf(column));
  throw new UnusableFile(`lacks ${missing.join(', ')} in its first line; export it with the columns ${columns.join(', ')}.`);
}

/** Where more lines are bad than good the file is another than it should be, and would make strangers of everybody. */
function remarkOn(taken: number, skipped: { readonly count: number; readonly first: string }): string | undefined {
  const because = `${skipped.count} of ${taken + skipped.count} lines cannot be used, ${skipped.first}`;
  if (skipped.count > taken) throw new UnusableFile(`is not taken: ${because}. Export it again.`);
  if (taken === 0) throw new UnusableFile('has a header and nothing else; export it again.');
  return skipped.count === 0 ? undefined : `is taken, but ${because}. Put them right, or export it again.`;
}
