import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { limitCodes } from '#shared/limit-codes.ts';
import { limitsOf } from '../../../gateway/admission/limits.ts';
import { MOST_HEADERS, MOST_URL } from '../../../gateway/admission/requests/request-size.ts';
import { askedRules } from '../../../gateway/admission/rules/asked-rules.ts';
import { documentRules } from '../../../gateway/admission/rules/document-rules.ts';

const told = readFileSync(new URL('../../../docs/integrate.md', import.meta.url), 'utf8');
const rows = [...told.matchAll(/^\| `(\w+)` \((\d+)\) \|.*?\| (\d+) \| (\d+) \| (\d+) \|$/gm)].map(([, code, status, ...limits]) => ({
  code,
  status: Number(status),
  limits: limits.map(Number),
}));
const kinds = [limitsOf.person, limitsOf.system, limitsOf.dashboard];

test('suppliers are told every code', () => {
  for (const code of limitCodes) expect(told).toContain(`\`${code}\``);
});

test('suppliers are told every limit as it is, with its status', () => {
  const rules = [...documentRules, ...askedRules].map(({ code, status, limit }) => ({ code, status, limits: kinds.map(limit) }));
  const bodies = [
    { code: 'LIMIT_EXCEEDED', status: 413, limits: kinds.map(({ body }) => body) },
    { code: 'BODY_TOO_DEEP', status: 413, limits: kinds.map(({ bodyDepth }) => bodyDepth) },
    { code: 'BODY_HOLDS_TOO_MUCH', status: 413, limits: kinds.map(({ bodyValues }) => bodyValues) },
    { code: 'BODY_TEXT_TOO_LONG', status: 413, limits: kinds.map(({ bodyText }) => bodyText) },
  ];
  const heads = [
    { code: 'URL_TOO_LONG', status: 414, limits: kinds.map(() => MOST_URL) },
    { code: 'HEADERS_TOO_LARGE', status: 431, limits: kinds.map(() => MOST_HEADERS) },
  ];
  const byCode = (one: { code: string | undefined }, other: { code: string | undefined }) =>
    String(one.code).localeCompare(String(other.code));
  expect(rows.toSorted(byCode)).toEqual([...heads, ...bodies, ...rules].toSorted(byCode));
});
