import type { Actor } from '#shared/actor.ts';
import { type Permissions, type Rule, rule } from '#shared/guard.ts';
import { refusal } from '#shared/refusal.ts';
import type { DataCategory } from '../domain/category.ts';
import { categoryOf, guardedFields } from '../domain/reading/category-of-field.ts';
import { notGranted } from '../domain/reading/grant.ts';
import { type Reading, readsSomewhere } from '../domain/reading/reading-policy.ts';
import type { Context } from './context.ts';
import { statisticsPermissions } from './statistics/statistics-permissions.ts';
import { tracePermissions } from './tracing/trace-permissions.ts';
import { identifyingPermissions } from './identifying/identifying-permissions.ts';
import { loginPermissions } from './logins/login-permissions.ts';
import { importPermissions } from './importing/permissions.ts';

const speaksForASystem = (actor: Actor): boolean => actor.mandates.some(({ role }) => role === 'SUPPLIER_SYSTEM');

const sends = rule<Context>('sends', ({ actor }) =>
  speaksForASystem(actor)
    ? undefined
    : refusal('NOT_PERMITTED', "Users are sent in by a supplier's system.", { rule: 'A25', grantableBy: ["supplier's system"] }),
);

const readers: Record<Reading, readonly string[]> = {
  PEOPLE: ["supplier's system", 'daycare responsible', 'daycare employee'],
  COUNTS: ["supplier's system", 'daycare responsible', 'daycare employee', 'municipal employee'],
  SUMMARY: ['daycare responsible', 'daycare employee', 'municipal employee', 'dashboard'],
  NOTHING: [],
};

/** Whether the actor could ever read so much; which daycares it is, is scope, in the reading itself. */
const reads = (wanted: Reading, systemsToo: boolean): Rule<Context> =>
  rule<Context>(`reads ${wanted.toLowerCase()}`, ({ actor }) =>
    (systemsToo && speaksForASystem(actor)) || readsSomewhere(actor, wanted)
      ? undefined
      : refusal('NOT_PERMITTED', `Read by: ${readers[wanted].join(', ')}.`, { rule: 'A25', grantableBy: readers[wanted] }),
  );

const readsPeople = reads('PEOPLE', true);
const readsImports = reads('COUNTS', true);
const readsCounts = reads('COUNTS', false);
const readsSums = reads('SUMMARY', false);

/** What accesses were used for is told to the subgraph that keeps them, and shown there. */
const follows = rule<Context>('follows', ({ actor }) =>
  actor.kind === 'subgraph' ? undefined : refusal('NOT_PERMITTED', 'Only another subgraph follows this feed; `DataAccess.use` shows it.'),
);

/** A field of a tie goes out under its category, judged by what is held at the tie's own daycare. */
const holds = (category: DataCategory, field: string): Rule<Context> =>
  rule<Context>(`holds ${category}`, (_, tie) => {
    const { daycare, categories } = heldOn(tie);
    return categories.has(category) ? undefined : notGranted(category, daycare, field);
  });

/** What the reader holds on a tie; nothing on what is none. */
function heldOn(tie: unknown): { readonly daycare: string; readonly categories: ReadonlySet<unknown> } {
  const nothing = { daycare: '', categories: new Set() };
  if (typeof tie !== 'object' || tie === null || !('categories' in tie) || !('daycare' in tie)) return nothing;
  return tie.categories instanceof Set ? { daycare: String(tie.daycare), categories: tie.categories } : nothing;
}

/** Who may come to which field. Rows are limited by scope, where they are read. */
export const permissions: Permissions<Context> = {
  Query: {
    ...tracePermissions,
    ...statisticsPermissions,
    person: readsPeople,
    importRun: readsImports,
    userOverview: readsCounts,
    affiliationChanges: readsPeople,
    accessUses: follows,
    importRuns: readsImports,
    ...loginPermissions.Query,
    ...identifyingPermissions.Query,
  },
  Mutation: {
    submitImport: sends,
    submitImportDocument: sends,
    ...importPermissions,
    ...loginPermissions.Mutation,
    ...identifyingPermissions.Mutation,
  },
  Daycare: {
    people: readsPeople,
    groups: readsPeople,
    sources: readsImports,
    imports: readsImports,
    identitySummary: readsSums,
  },
  Municipality: {
    identitySummary: readsSums,
  },
  UserOverviewUnit: {
    people: readsPeople,
  },
  Affiliation: Object.fromEntries(guardedFields.map((field) => [field, holds(categoryOf[field], field)])),
};
