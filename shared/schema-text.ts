import { readFileSync } from 'node:fs';

/** The schema that lies beside a subgraph's server, with the shared value types before it. */
export function schemaBeside(server: string): string {
  return [new URL('./common.graphql', import.meta.url), new URL('./schema.graphql', server)]
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
}
