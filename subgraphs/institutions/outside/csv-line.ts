/** A line of the register's CSV; a value stands in quotes where its blanks, separators or line breaks would be lost without. */
export function joinValues(values: readonly string[]): string {
  return `${values.map((value) => (/[;"\r\n]/.test(value) || value !== value.trim() ? `"${value.replaceAll('"', '""')}"` : value)).join(';')}\r\n`;
}

/**
 * The values of a line; undefined where a quotation mark is not closed, so that more lines belong to it. Blanks count only in quotes.
 * Stray marks are taken as they stand, but never over a line break: what looks like one long value then is two lines, one of them broken.
 */
export function splitValues(line: string): string[] | undefined {
  if (!line.includes('"')) return line.split(';').map((value) => value.trim());
  const values: string[] = [];
  for (let start = 0; start <= line.length; ) {
    const value = valueAt(line, start);
    if (!value) return undefined;
    values.push(value.text);
    start = value.end + 1;
  }
  return values;
}

function valueAt(line: string, start: number): { text: string; end: number } | undefined {
  if (line[start] !== '"') {
    const end = endOfValue(line, start);
    return { text: line.slice(start, end).trim(), end };
  }
  const closing = closingQuote(line, start + 1);
  if (closing < 0) return undefined;
  const end = endOfValue(line, closing);
  if (line.slice(closing + 1, end).trim() === '') return { text: line.slice(start + 1, closing).replaceAll('""', '"'), end };
  const text = line.slice(start, end).trim();
  return text.includes('\n') ? undefined : { text, end };
}

function endOfValue(line: string, from: number): number {
  const end = line.indexOf(';', from);
  return end < 0 ? line.length : end;
}

function closingQuote(line: string, from: number): number {
  let quote = line.indexOf('"', from);
  while (quote >= 0 && line[quote + 1] === '"') quote = line.indexOf('"', quote + 2);
  return quote;
}
