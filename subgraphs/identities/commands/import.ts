import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Client, clientOf, commandToken } from '#shared/graphql-client.ts';
import { holderOf } from '#shared/lock-file.ts';

const MOST_NOTICES = 20;
const submit = `mutation Submit($input: ImportInput!, $dryRun: Boolean) { submitImport(input: $input, dryRun: $dryRun) {
  state refusal { code because } counts { persons begun ended changed unchanged refused } notices(first: ${MOST_NOTICES}) { totalCount nodes { code severity localPersonId field remedy } } } }`;

/** `npm run import -- --as S1001 FILE.json ...`: hands documents, or folders of them, to the running server as a placement system. */
async function main(given: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...given],
    allowPositionals: true,
    options: { as: { type: 'string', default: 'S1001' }, 'dry-run': { type: 'boolean', default: false } },
  });
  const url = process.env.TILSLUT_URL || holderOf(resolve(process.env.TILSLUT_DATA ?? '.data'))?.url;
  if (positionals.length === 0 || !url) {
    console.error(
      url ? 'Which document? npm run import -- --as S1001 FILE.json' : 'No server runs here. Start one with npm start, or set TILSLUT_URL.',
    );
    return 2;
  }
  const client = clientOf(url, commandToken(url, values.as));
  let left = 0;
  for (const file of positionals.flatMap(documentsAt)) if (!(await handIn(client, file, values['dry-run']))) left += 1;
  return left === 0 ? 0 : 1;
}

/** A file, or the documents of a folder in the order of their names. */
function documentsAt(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(path, name));
}

/** Hands in one document and tells what became of it; whether it was taken. */
async function handIn(client: Client, file: string, dryRun: boolean): Promise<boolean> {
  const { data, errors } = await client({ query: submit, variables: { input: JSON.parse(readFileSync(file, 'utf8')), dryRun } });
  const run = data?.submitImport;
  const refusal = run?.refusal ?? (errors?.[0] && { code: errors[0].extensions?.code, because: errors[0].message });
  if (!run || refusal) {
    console.error(`${file}: ${refusal?.code ?? 'not taken'}. ${refusal?.because ?? ''}`);
    return false;
  }
  const { persons, begun, ended, changed, unchanged, refused } = run.counts;
  console.log(
    `${file}: ${run.state}. ${persons} persons: ${begun} begun, ${changed} changed, ${unchanged} unchanged, ${ended} ended, ${refused} left out.`,
  );
  for (const { code, localPersonId, field, remedy } of run.notices.nodes)
    console.log(`  ${code} ${localPersonId ?? ''} ${field ?? ''}: ${remedy}`);
  if (run.notices.totalCount > MOST_NOTICES) console.log(`  ... and ${run.notices.totalCount - MOST_NOTICES} more notices.`);
  return true;
}

process.exitCode = await main(process.argv.slice(2));
