import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { rules } from '../../gateway/fetching/asked-subgraph.ts';
import { gatewayMetrics } from '../../gateway/operating/metrics.ts';
import { admission } from '../../gateway/overload/admission.ts';
import { root, sources } from '../support/sources.ts';
import { tableColumn, tableRows } from './snippets.ts';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const text = read('docs/operations.md');

const shared = ['shared/serve.ts', 'shared/checkpoint-setup.ts'];
const commands = ['subgraphs/*/commands/**/*.ts', 'shared/graphql-client.ts', 'operations/**/*.ts'];
/** Which sources a process reads its settings in. */
const readIn: Readonly<Record<string, readonly string[]>> = {
  gateway: ['gateway/**/*.ts'],
  institutions: ['subgraphs/institutions/*.ts', ...shared],
  agreements: ['subgraphs/agreements/*.ts', ...shared],
  identities: ['subgraphs/identities/*.ts', ...shared],
  start: ['start.ts', 'joined.ts'],
  commands,
};

const settingsIn = (patterns: readonly string[]): string[] => [
  ...new Set(
    sources(...patterns).flatMap(({ path }) =>
      [...read(path).matchAll(/(?:\b(?:text|number|set)\('|\benvironment\.|process\.env\.)([A-Z][A-Z_]+)\b/g)].map(([, name = '']) => name),
    ),
  ),
];

const settings = new Map(
  tableRows(text, 'setting | read by').map(([name = '', readers = '']) => [name.replaceAll('`', ''), new Set(readers.split(' '))]),
);

describe('the settings of docs/operations.md', () => {
  test('are those that the processes read, and no others', () => {
    const all = settingsIn(['gateway/**/*.ts', 'subgraphs/**/*.ts', 'shared/**/*.ts', 'operations/**/*.ts', 'start.ts', 'joined.ts']);
    expect(all.length).toBeGreaterThan(40);
    expect([...settings.keys()].sort()).toEqual(all.sort());
  });

  test.each(Object.entries(readIn))('%s is named with each that it reads itself', (process, patterns) => {
    const found = settingsIn(patterns).filter((name) => process !== 'institutions' || name !== 'SIGNING_KEY');
    expect(found.filter((name) => !settings.get(name)?.has(process))).toEqual([]);
  });

  test('are told once each, by processes that there are', () => {
    const names = tableColumn(text, 'setting | read by');
    expect(new Set(names).size).toBe(names.length);
    expect([...settings.values()].flatMap((readers) => [...readers]).filter((reader) => !Object.hasOwn(readIn, reader))).toEqual([]);
  });
});

describe('what docs/operations.md says to watch', () => {
  test('is every metric that the gateway tells', async () => {
    const metrics = gatewayMetrics();
    metrics.watch({ admission: admission(), subgraphs: new Map() });
    const told = (await metrics.registry.getMetricsAsJSON()).map(({ name }) => name).filter((name) => !/^(process|nodejs)_/.test(name));
    expect(tableColumn(text, 'metric | unit').sort()).toEqual(told.sort());
  });

  test('is every line that is logged', () => {
    const told = tableRows(text, 'in the log').flatMap(([cell = '']) => [...cell.matchAll(/`([^`]+)`/g)].map(([, sentence]) => sentence));
    expect([...new Set(told)].sort()).toEqual([...loggedSentences()].sort());
  });

  test('names only commands that there are', () => {
    const { scripts }: { scripts: object } = JSON.parse(read('package.json'));
    const named = [...text.matchAll(/npm run ([\w-]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  test('leads to headings that there are', () => {
    const anchors = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\w -]/g, '')
        .replaceAll(' ', '-'),
    );
    const links = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, link = '']) => link);
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((link) => !anchors.includes(link))).toEqual([]);
  });
});

interface Service {
  readonly environment?: Readonly<Record<string, string | number>>;
  readonly command?: string;
  readonly stop_grace_period?: string;
  readonly healthcheck?: object;
  readonly expose?: readonly string[];
}

describe('docker-compose.yml', () => {
  const { services } = parse(read('docker-compose.yml'), { merge: true }) as { services: Record<string, Service> };
  const ours = ['gateway', 'institutions', 'agreements', 'identities'];

  test.each(ours)('%s is told settings that it reads, by its own name', (name) => {
    const environment = services[name]?.environment ?? {};
    expect(Object.keys(environment).length).toBeGreaterThan(3);
    expect(Object.keys(environment).filter((setting) => !settings.get(setting)?.has(name))).toEqual([]);
  });

  test('everything has a health check, and the gateway counts through Redis and tells metrics', () => {
    expect(Object.entries(services).filter(([, { healthcheck }]) => !healthcheck)).toEqual([]);
    const { environment = {}, expose } = services.gateway ?? {};
    expect(environment.REDIS_URL).toBe('redis://redis:6379');
    expect(expose).toEqual([String(environment.METRICS_PORT)]);
  });

  test('what is under way is let finish before anything is killed', () => {
    const graces = ours.map((name) => Number.parseInt(services[name]?.stop_grace_period ?? '0', 10));
    const [notice = 0, deadline = 0] = ['NOTICE', 'DEADLINE'].map((name) =>
      Number(/:-(\d+)/.exec(String(services.gateway?.environment?.[`DRAIN_${name}_SECONDS`]))?.[1]),
    );
    expect(deadline * 1000).toBeGreaterThanOrEqual(rules.http.within.write);
    for (const grace of graces) expect(grace).toBeGreaterThan(notice + deadline);
  });
});

/** The sentences of all calls of a log: their last argument, where it is written out. Checkpoints tell theirs through a function. */
function loggedSentences(): Set<string> {
  const ours = sources('gateway/**/*.ts', 'shared/**/*.ts', 'subgraphs/**/*.ts', 'start.ts', 'joined.ts').filter(
    ({ path }) => !path.includes('/commands/'),
  );
  const logged = ours.flatMap(({ path }) => {
    const code = read(path);
    return [...code.matchAll(/\blog\.(?:info|error)\(/g)].flatMap(({ index }) => /'([^']+)',?\s*\)$/.exec(callAt(code, index))?.[1] ?? []);
  });
  const checkpoints = read('shared/checkpoints.ts');
  const vouched = [...checkpoints.matchAll(/\btell\('([^']+)'|^const NOT_ITS_LOG =\s*'([^']+)'/gm)].flatMap(
    ([, one, other]) => one ?? other ?? [],
  );
  return new Set([...logged, ...vouched]);
}

/** A call whole, from its name to the bracket that closes it. */
function callAt(code: string, from: number): string {
  let depth = 0;
  for (let at = code.indexOf('(', from); at < code.length; at++) {
    if (code[at] === '(') depth += 1;
    if (code[at] === ')') depth -= 1;
    if (depth === 0) return code.slice(from, at + 1);
  }
  return '';
}
