import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Client, clientOf, commandToken } from '#shared/graphql-client.ts';
import { holderOf } from '#shared/lock-file.ts';
import { type DocumentFile, readDocumentFile } from './document-file.ts';

const outcome = `{
  id state daycareNumber refusal { code because facts { name value } } hold { ending held } counts { persons begun ended changed unchanged refused }
  notices(first: 20) { totalCount nodes { severity code localPersonId field message remedy } }
}`;
const ours = `mutation($input: ImportInput!, $dryRun: Boolean) { run: submitImport(input: $input, dryRun: $dryRun) ${outcome} }`;
const todays = `mutation($document: String!, $dryRun: Boolean) { run: submitImportDocument(document: $document, dryRun: $dryRun) ${outcome} }`;

/** `npm run import -- --as S1001 [--dry-run] FILE|DIR`: hands placement-system documents, XML or JSON, to a running server, one by one. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { as: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [path] = positionals;
  const url = process.env.TILSLUT_URL || holderOf(resolve(process.env.TILSLUT_DATA ?? '.data'))?.url;
  if (!values.as || !path)
    return complain('Which system sends, and which documents? npm run import -- --as S1001 FILE.xml, FILE.json or a folder of them');
  if (!url) return complain('No server runs on this data folder; start one with npm start, or set TILSLUT_URL.');
  const files = documentsAt(path);
  if (files.length === 0) return complain(`There are no documents at ${path}.`);
  const client = clientOf(url, commandToken(url, values.as));
  let failed = 0;
  for (const file of files) if (!(await handIn(client, file, values['dry-run']))) failed += 1;
  console.log(
    `${files.length - failed} of ${files.length} documents ${values['dry-run'] ? 'could be taken in; nothing was kept' : 'taken in'}.`,
  );
  return failed === 0 ? 0 : 1;
}

function complain(sentence: string): number {
  console.error(sentence);
  return 2;
}

function documentsAt(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  const documents = () =>
    readdirSync(path)
      .filter((name) => /\.(xml|json)$/i.test(name))
      .sort();
  return found.isDirectory() ? documents().map((name) => join(path, name)) : [path];
}

/** Hands in one document and tells what became of it; whether it was taken in. */
async function handIn(client: Client, file: string, dryRun: boolean): Promise<boolean> {
  const document = await readDocumentFile(file);
  if ('unfit' in document) return tell(file, document.unfit);
  const { data, errors } = await client(submission(document, dryRun));
  const run = data?.run;
  if (!run) return tell(file, `${errors?.[0]?.extensions?.code}: ${errors?.[0]?.message}${inBrackets(errors?.[0]?.extensions?.facts)}`);
  if (run.refusal) return tell(file, `${run.state} ${run.refusal.code}: ${run.refusal.because}${inBrackets(run.refusal.facts)}`);
  if (run.state === 'HELD')
    return tell(
      file,
      `HELD: it would end ${run.hold?.ending} of ${run.hold?.held} ties, and waits for somebody to release it (${run.id}).`,
    );
  const { persons, begun, ended, changed, unchanged, refused } = run.counts;
  console.log(
    `${file}: ${run.daycareNumber} ${persons} persons; ${begun} ties begun, ${changed} changed, ${ended} ended, ${unchanged} unchanged, ${refused} refused.`,
  );
  for (const { severity, code, localPersonId, message, remedy } of run.notices?.nodes ?? [])
    console.log(`  ${severity} ${code} ${localPersonId ?? ''}: ${message} ${remedy}`);
  const more = (run.notices?.totalCount ?? 0) - (run.notices?.nodes.length ?? 0);
  if (more > 0) console.log(`  ... and ${more} more notices.`);
  return true;
}

const submission = (document: Exclude<DocumentFile, { unfit: string }>, dryRun: boolean) =>
  'xml' in document
    ? { query: todays, variables: { document: document.xml, dryRun } }
    : { query: ours, variables: { input: document.input, dryRun } };

const inBrackets = (facts: readonly { readonly name: string; readonly value: string }[] = []): string =>
  facts.length > 0 ? ` (${facts.map(({ name, value }) => `${name} ${value}`).join(', ')})` : '';

function tell(file: string, sentence: string): false {
  console.error(`${file}: ${sentence}`);
  return false;
}

process.exitCode = await main();
