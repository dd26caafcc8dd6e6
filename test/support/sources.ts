import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from '@swc/core';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** One file of ours: what it imports, as a path in the project or the name of a package, and what it exports how. */
export interface Source {
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly string[];
  readonly hasDefaultExport: boolean;
  readonly isBarrel: boolean;
}

/** The sources that match, generated ones aside, in order of their paths. */
export function sources(...patterns: readonly string[]): Source[] {
  const paths = globSync(patterns, { cwd: root, exclude: (path) => path.includes('node_modules') });
  return paths
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.generated.ts'))
    .sort()
    .map((path) => sourceAt(path, readFileSync(join(root, path), 'utf8')));
}

/** Reads one source; a real parser sees types, dynamic imports and re-exports alike. */
export function sourceAt(path: string, text: string): Source {
  const { body } = parseSync(text, { syntax: 'typescript', target: 'es2024' });
  const kinds: readonly string[] = body.map(({ type }) => type);
  const specifiers: string[] = [];
  collect(body, specifiers);
  return {
    path,
    lines: text.trimEnd().split('\n').length,
    imports: [...new Set(specifiers.map((specifier) => resolved(path, specifier)))].sort(),
    hasDefaultExport: kinds.some((kind) => kind.startsWith('ExportDefault')),
    isBarrel: kinds.some((kind) => kind.startsWith('Export')) && kinds.every((kind) => passingOn.has(kind)),
  };
}

const passingOn: ReadonlySet<string> = new Set(['ImportDeclaration', 'ExportAllDeclaration', 'ExportNamedDeclaration']);

function collect(node: unknown, found: string[]): void {
  if (Array.isArray(node)) for (const each of node) collect(each, found);
  if (!isNode(node) || Array.isArray(node)) return;
  if (isNode(node.source) && typeof node.source.value === 'string') found.push(node.source.value);
  if (node.type === 'TsImportType') found.push(literal(node.argument));
  if (node.type === 'TsExternalModuleReference') found.push(literal(node.expression));
  if (node.type === 'CallExpression' && loads(node.callee)) found.push(argumentOf(node));
  for (const inner of Object.values(node)) collect(inner, found);
}

const isNode = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const loads = (callee: unknown) =>
  isNode(callee) && (callee.type === 'Import' || (callee.type === 'Identifier' && callee.value === 'require'));
const literal = (node: unknown) =>
  isNode(node) && node.type === 'StringLiteral' && typeof node.value === 'string' ? node.value : '(computed)';

function argumentOf(call: Record<string, unknown>): string {
  const first: unknown = Array.isArray(call.arguments) ? call.arguments[0] : undefined;
  return isNode(first) ? literal(first.expression) : '(computed)';
}

/** A path from the project's root; a package by its name alone; a builtin as it is written. */
function resolved(path: string, specifier: string): string {
  if (specifier.startsWith('#shared/')) return specifier.slice(1);
  if (specifier.startsWith('.')) return join(dirname(path), specifier);
  if (specifier.startsWith('node:')) return specifier;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
