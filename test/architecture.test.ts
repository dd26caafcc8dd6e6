import { describe, expect, test } from '@jest/globals';
import { basename } from 'node:path';
import { type Source, sourceAt, sources } from './support/sources.ts';

/** Where files of one kind may reach: rooms of their own subgraph or paths of the project, and packages. */
interface Row {
  readonly from: string;
  readonly may: readonly string[];
  readonly never?: readonly string[];
  readonly packages: readonly string[];
}

const pure = ['#shared/actor', '#shared/danish-day', '#shared/national-number', '#shared/refusal'];
const anyPackage = ['**'];
const files = ['csv-parse', 'saxes'];
// How things are kept, on every engine, and what gates a read in the very statement that makes it.
const kept = [
  '#shared/database',
  '#shared/event-log',
  '#shared/columns',
  '#shared/migrations',
  '#shared/clock',
  '#shared/danish-day',
  '#shared/follow',
  '#shared/actor',
  '#shared/refusal',
];

// The table of design.md, section 3, with these differences: `following/` also hears through #shared/follow; `actions/` ends with
// #shared/refusal as the domain does; a `graphql/` room sees neither event log nor follower nor engines; `outside/` may use Node's own
// modules. What day it is in Denmark is known in #shared/danish-day, what a
// national number looks like in #shared/national-number; both are pure. `commands/`, `operations/`, `start.ts` and `demo/`
// stand outside the rooms: they put together, or speak to, what is there.
// biome-ignore format: a table
const table: readonly Row[] = [
  { from: 'subgraphs/*/domain/',    may: ['domain/', ...pure], packages: [] },
  { from: 'subgraphs/*/actions/',   may: ['domain/', 'actions/', ...pure], packages: [] },
  { from: 'subgraphs/*/outside/',   may: ['domain/', 'outside/'], packages: ['node:**', 'uuid', 'nodemailer', ...files] },
  { from: 'subgraphs/*/following/', may: ['domain/', 'actions/', 'following/', '#shared/feed', '#shared/follow'], packages: [] },
  { from: 'subgraphs/*/jobs/',      may: ['domain/', 'actions/', 'jobs/', '#shared/feed'], packages: [] },
  { from: 'subgraphs/*/database/',  may: ['domain/', 'database/', ...kept], packages: ['typeorm'] },
  { from: 'subgraphs/*/graphql/',   may: ['domain/', 'actions/', 'graphql/', '#shared/*'], never: ['#shared/database', '#shared/database-*', '#shared/event-log', '#shared/follow'], packages: ['graphql', 'dataloader'] },
  { from: 'subgraphs/*/commands/',  may: ['**', '#shared/*'], packages: ['node:**', 'jose', 'cli-progress', ...files] },
  { from: 'subgraphs/*/*.ts',       may: ['**', '#shared/*'], packages: ['node:**', 'jose'] },
  { from: 'gateway/',               may: ['gateway/', '#shared/*'], packages: anyPackage },
  { from: 'shared/',                may: ['#shared/*'], packages: anyPackage },
  { from: 'operations/doctor/',     may: ['operations/', 'gateway/subgraphs.ts', 'gateway/authenticate.ts', 'subgraphs/*/server.ts', 'subgraphs/identities/outside/vault-*.ts', 'subgraphs/identities/domain/people/number-cipher.ts', '#shared/*'], packages: ['node:**', 'jose', 'mysql2', 'ioredis'] },
  { from: 'operations/',            may: ['operations/', 'gateway/subgraphs.ts', '#shared/*'], packages: ['node:**', 'jose', 'mysql2'] },
  { from: 'demo/',                  may: ['demo/', '#shared/*', 'gateway/development-issuer.ts'], packages: ['node:**', ...files] },
  { from: 'bench/',                 may: ['bench/', 'gateway/', '#shared/*'], packages: anyPackage },
  { from: 'joined*.ts',             may: ['joined*.ts', 'subgraphs/*/*.ts', 'subgraphs/identities/outside/vault-keys-file.ts', 'gateway/', 'demo/', '#shared/*'], packages: anyPackage },
  { from: 'start.ts',               may: ['joined.ts', 'demo/', 'gateway/overload/budgets.ts', '#shared/*'], packages: anyPackage },
];

// What stands against the table today. Nothing is added here: a line goes when its file is put right.
const knownImports: readonly string[] = [];
const knownLong: readonly string[] = [];
const knownNames: readonly string[] = [];

const ours = sources(
  'shared/**/*.ts',
  'subgraphs/**/*.ts',
  'gateway/**/*.ts',
  'demo/**/*.ts',
  'operations/**/*.ts',
  'bench/**/*.ts',
  'joined*.ts',
  'start.ts',
);

describe('the house', () => {
  test('imports go one way, as the table says', () => {
    expect(ours.length).toBeGreaterThan(100);
    expect(ours.flatMap(strays)).toEqual([...knownImports].sort());
  });

  test('every file stands in a room that the table knows', () => {
    expect(ours.filter(({ path }) => !rowOf(path)).map(({ path }) => path)).toEqual([]);
  });

  test('no file outgrows 150 lines', () => {
    expect(ours.filter(({ lines }) => lines > 150).map(({ path }) => path)).toEqual([...knownLong].sort());
  });

  test('a file is named after what it holds, in kebab-case and in no collecting word', () => {
    expect(ours.filter(({ path }) => isPoorlyNamed(basename(path, '.ts'))).map(({ path }) => path)).toEqual([...knownNames].sort());
  });

  test('what a file has is exported by its name; only a tool gets a default', () => {
    const all = [...ours, ...sources('*.ts', 'test/**/*.ts')];
    expect(all.filter(({ hasDefaultExport }) => hasDefaultExport).map(({ path }) => path)).toEqual(['codegen.ts']);
  });

  test('no file only passes on what others have', () => {
    expect(ours.filter(({ isBarrel }) => isBarrel).map(({ path }) => path)).toEqual([]);
  });
});

describe('the table holds', () => {
  const room = (path: string, text: string) => strays(sourceAt(`subgraphs/agreements/${path}`, text));

  test('a stray import is found however it is written', () => {
    const text =
      "import type { A } from 'typeorm'; import { type B } from '../database/tables.ts'; export * from '../actions/act.ts'; export { c } from '#shared/clock.ts'; type D = import('graphql').D; await import('node:fs'); require('pino/file'); import e = require('jose'); await import(f);";
    expect(room('domain/a.ts', text).map((stray) => stray.replace(/.* -> /, ''))).toEqual([
      '(computed)',
      'graphql',
      'jose',
      'node:fs',
      'pino',
      'shared/clock.ts',
      'subgraphs/agreements/actions/act.ts',
      'subgraphs/agreements/database/tables.ts',
      'typeorm',
    ]);
  });

  test('subgraphs never import one another or the gateway, not even where they are put together', () => {
    const text = "import '../institutions/domain/daycare.ts'; import '../../gateway/subgraphs.ts';";
    expect(room('server.ts', text)).toHaveLength(2);
    expect(room('database/a.ts', text.replaceAll("'../", "'../../"))).toHaveLength(2);
  });

  test('what the table allows is allowed', () => {
    expect(
      room('actions/sub/a.ts', "import '../../domain/b/c.ts'; import './d.ts'; import '#shared/actor.ts'; import '#shared/refusal.ts';"),
    ).toEqual([]);
    expect(room('graphql/a.ts', "import '#shared/feed.ts'; import 'dataloader'; import '../actions/act.ts';")).toEqual([]);
    expect(
      room(
        'graphql/a.ts',
        "import '#shared/database.ts'; import '#shared/database-mysql.ts'; import '#shared/follow.ts'; import '../database/tables.ts';",
      ),
    ).toHaveLength(4);
    expect(room('server.ts', "import './database/tables.ts'; import '#shared/database.ts'; import 'node:fs';")).toEqual([]);
  });
});

/** The imports of one file that no row allows. */
function strays({ path, imports }: Source): string[] {
  const row = rowOf(path);
  return imports.filter((target) => !row || !mayReach(row, path, target)).map((target) => `${path} -> ${target}`);
}

const rowOf = (path: string): Row | undefined => table.find(({ from }) => fits(path, from));

function mayReach({ may, never = [], packages }: Row, path: string, target: string): boolean {
  const isOurs = /^(shared|subgraphs|gateway|demo|operations|test|portal|bench)\/|^[\w.-]+\.ts$/.test(target);
  if (!isOurs) return packages.some((pattern) => fits(target, pattern)) && target !== '(computed)';
  const reaches = (pattern: string) => fits(target, inProject(pattern, path));
  return may.some(reaches) && !never.some(reaches);
}

/** A room stands for that room of the same subgraph. */
function inProject(pattern: string, path: string): string {
  if (pattern.startsWith('#shared/')) return `${pattern.slice(1)}.ts`;
  const own = /^subgraphs\/[^/]+\//.exec(path)?.[0];
  return own && !pattern.includes('subgraphs/') ? own + pattern : pattern;
}

/** `*` is one name, `**` anything, and a folder all that is in it. */
function fits(path: string, pattern: string): boolean {
  const whole = pattern.endsWith('/') ? `${pattern}**` : pattern;
  const regular = whole.replaceAll('.', '\\.').replaceAll('**', '\0').replaceAll('*', '[^/]*').replaceAll('\0', '.*');
  return new RegExp(`^${regular}$`).test(path);
}

// style.md, rule 10. A service is also a thing of the field, so only "something-service" collects.
const collecting = new Set(['util', 'helper', 'manager', 'common', 'misc', 'base', 'impl', 'data', 'info', 'handler']);

function isPoorlyNamed(name: string): boolean {
  const words = name.split('-').map((word) => word.replace(/s$/, ''));
  return (
    !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || words.some((word) => collecting.has(word)) || (words.length > 1 && words.at(-1) === 'service')
  );
}
