import { readFileSync } from 'node:fs';
import { Supergraph } from '@apollo/federation-internals';
import { describe, expect, test } from '@jest/globals';
import { composeSupergraph } from '../../../gateway/compose-supergraph.ts';
import { noticeCodes } from '../../../subgraphs/identities/domain/importing/import-notice.ts';
import { documentFaults } from '../../../subgraphs/identities/domain/sent/document-fault.ts';
import { importFormat, type ElementForm } from '../../../subgraphs/identities/outside/uni-login/import-format.ts';
import { toCome } from '../../gateway/to-come.ts';
import { todaysServices } from './todays-services.ts';

const text = readFileSync(new URL('../../../docs/integrate.md', import.meta.url), 'utf8');
const section = text.slice(text.indexOf("## Coming from today's services"));
const cells = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

/** The rows of the table whose first heading this is. */
function rowsOf(heading: string): string[][] {
  const lines = section.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`| ${heading} |`));
  const end = lines.findIndex((line, index) => index > start && !line.startsWith('|'));
  return start < 0 ? [] : lines.slice(start + 2, end < 0 ? undefined : end).map(cells);
}

const api = Supergraph.build(composeSupergraph((name) => `http://${name}.test`))
  .apiSchema()
  .toGraphQLJSSchema();
const isThere = (path: string) => {
  const [type = '', field = ''] = path.split('.');
  const there = api.getType(type);
  return (there !== undefined && 'getFields' in there && Object.hasOwn(there.getFields(), field)) || toCome.includes(path);
};
const named = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');

describe.each(Object.entries(todaysServices))("today's %s", (heading, today) => {
  const rows = rowsOf(heading);

  test('is told of whole: every operation and field of it has its row, and no row is of another', () => {
    expect(rows.map(([name = '']) => name.replaceAll('`', ''))).toEqual(today);
  });

  test('leads to what is there, or says why it leads nowhere', () => {
    const paths = rows.flatMap(([, ours = '']) => named(ours));
    expect(paths.length).toBeGreaterThan(0);
    expect(paths.filter((path) => !/^[A-Z]\w+\.\w+$/.test(path) || !isThere(path))).toEqual([]);
    expect(
      rows.filter(([, ours, remark]) => (ours?.startsWith('—') ? (remark ?? '').length < 10 : named(ours ?? '').length === 0)),
    ).toEqual([]);
  });
});

test('what is read of a document of today is what the table tells of, to the attribute', () => {
  const told = new Set(rowsOf('`UNILoginImport` (ws10)').map(([name = '']) => name.replaceAll('`', '')));
  const phones = ['WorkPhoneNumber/@protected', 'MobilePhoneNumber/@protected'];
  expect(new Set(namesIn(importFormat).filter((name) => !phones.includes(name)))).toEqual(
    new Set([...told].filter((name) => name.includes('/'))),
  );
});

function namesIn({ once, many }: ElementForm, around?: string): string[] {
  return Object.entries({ ...once, ...many }).flatMap(([name, form]) => [
    ...(around ? [`${around}/${name}`] : []),
    ...(form.attributes ?? []).map((attribute) => `${name}/@${attribute}`),
    ...namesIn(form, name),
  ]);
}

test('every notice and every fault is told in the words it comes in', () => {
  expect(rowsOf('code')).toEqual(Object.entries(noticeCodes).map(([code, { message, remedy }]) => [`\`${code}\``, message, remedy]));
  expect(rowsOf('fault')).toEqual(Object.entries(documentFaults).map(([fault, { code, sentence }]) => [`\`${fault}\``, code, sentence]));
});
