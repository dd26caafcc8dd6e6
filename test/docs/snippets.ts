/** A fenced block of a document. */
export interface Snippet {
  readonly language: string;
  readonly text: string;
}

/** The fenced blocks of a document, in order. */
export const snippetsIn = (document: string): Snippet[] =>
  [...document.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language = '', text = '']) => ({ language, text }));

/** Where an answer is not as a document shows it: `…` stands for any text, at the end of a list for anything more. */
export function differences(shown: unknown, answered: unknown, at = ''): string[] {
  if (typeof shown === 'string' && typeof answered === 'string')
    return new RegExp(`^${shown.split('…').map(literally).join('[\\s\\S]+')}$`).test(answered) ? [] : [`${at}: ${answered}`];
  if (Array.isArray(shown) && Array.isArray(answered)) {
    if (shown.at(-1) === '…') return [];
    return shown.length === answered.length
      ? shown.flatMap((each, index) => differences(each, answered[index], `${at}.${index}`))
      : [`${at}: ${answered.length} of ${shown.length}`];
  }
  if (!isObject(shown) || !isObject(answered)) return shown === answered ? [] : [`${at}: ${JSON.stringify(answered)}`];
  return Object.entries(shown).flatMap(([name, value]) => differences(value, answered[name], `${at}.${name}`));
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The rows of the document's table whose heading begins so, cell by cell. */
export function tableRows(document: string, heading: string): string[][] {
  const [, rows = ''] = new RegExp(`^\\| ${literally(heading)}.*\\n\\|[ -|]+\\n((?:\\|.*\\n)*)`, 'm').exec(document) ?? [];
  const lines = rows.split('\n').filter(Boolean);
  return lines.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** The first column of such a table, without backquotes and remarks in brackets. */
export const tableColumn = (document: string, heading: string): string[] =>
  tableRows(document, heading).map(([first = '']) => first.replaceAll(/`| \(\d+\)/g, ''));

const literally = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
