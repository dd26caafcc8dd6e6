import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { accessLeadsTo } from '../subgraphs/agreements/domain/accesses/access-lifecycle.ts';
import { leadsTo } from '../subgraphs/agreements/domain/requests/request-lifecycle.ts';

const begin = '<!-- lifecycles: made by `npm run draw-lifecycles` -->';
const end = '<!-- end of lifecycles -->';
export const pictured = fileURLToPath(new URL('../subgraphs/agreements/README.md', import.meta.url));

type Table = Readonly<Record<string, Readonly<Partial<Record<string, string>>>>>;

/** The two state machines as a diagram, drawn from the tables that decide. */
export function drawLifecycles(): string {
  return ['```mermaid', 'stateDiagram-v2', ...edgesOf('request', leadsTo), ...edgesOf('access', accessLeadsTo), '```'].join('\n');
}

/** An edge for each pair of states, with all acts that lead from the one to the other. */
function edgesOf(what: string, table: Table): string[] {
  const states = Object.entries(table).flatMap(([from, acts]) =>
    [...new Set(Object.values(acts))].map((to) => {
      const names = Object.keys(acts).filter((act) => acts[act] === to);
      return `  ${what}_${from} --> ${what}_${to}: ${names.join(', ')}`;
    }),
  );
  const named = Object.keys(table).map((state) => `  state "${what} ${state}" as ${what}_${state}`);
  const [first] = Object.keys(table);
  return [...named, `  [*] --> ${what}_${first}`, ...states];
}

/** The document with the diagram as the tables have it now. */
export function withDiagram(document: string): string {
  const [before, rest] = document.split(begin);
  const [, after] = (rest ?? '').split(end);
  if (before === undefined || after === undefined) throw new Error(`The document has no place for the diagram: ${begin} ... ${end}`);
  return `${before}${begin}\n${drawLifecycles()}\n${end}${after}`;
}

if (import.meta.main) writeFileSync(pictured, withDiagram(readFileSync(pictured, 'utf8')));
