import type { Actor } from '#shared/actor.ts';

/** What one question may be, by who asks it. A figure is the most that is taken. */
export interface Limits {
  /** Bytes of a body. */
  readonly body: number;
  /** Objects and lists of a body inside one another. */
  readonly bodyDepth: number;
  /** Values in a body, objects and lists among them. */
  readonly bodyValues: number;
  /** Bytes of one text in a body. */
  readonly bodyText: number;
  /** Characters of the document. */
  readonly document: number;
  /** Tokens of the document. */
  readonly tokens: number;
  /** Brackets of any kind inside one another. */
  readonly nesting: number;
  /** Fields, fragments and directives, a fragment counted wherever it is spread. */
  readonly expanded: number;
  /** Fields inside one another. */
  readonly depth: number;
  /** Fields that are renamed, or asked again where they stand already. */
  readonly repeated: number;
  /** Fields renamed to what only the system's own are called. */
  readonly reserved: number;
  /** Directives, a fragment's counted wherever it is spread. */
  readonly directives: number;
  /** Fields of the operation itself. */
  readonly rootFields: number;
  /** Objects that the answer may hold, by `@cost` and `@listSize`. */
  readonly cost: number;
  /** Rows of one page. */
  readonly page: number;
  /** Objects that introspection may answer. */
  readonly introspection: number;
}

/** Kinds of client: somebody at a screen, a supplier's or a municipality's own system, a dashboard; and whoever tries out a supergraph. */
export type ClientKind = 'person' | 'system' | 'dashboard' | 'trial';

const KB = 1024;
const MB = 1024 * KB;

/**
 * Of all questions known, the standard introspection is the longest and the deepest: 1,927 characters, 163 tokens, 241 expanded, 15 deep.
 * body: a system sends whole imports, everyone else a question. bodyDepth, bodyValues: an import nests seven deep and holds a value in
 * every twenty bytes. bodyText: nothing sends longer ones, and each is read in one piece. document, tokens, expanded: sixteen times that
 * longest one and more, still read and validated within 50 ms. nesting: the parser has stack for ten times as much. depth: the deepest
 * known; dashboards count, and count nothing deep. repeated: components that each ask for `id` and `__typename` repeat tens; a dashboard
 * asks one count under many names. reserved: the specification keeps
 * such names. directives: a table with a switch for each of its columns. rootFields: a screen's panels, a
 * dashboard's tiles. cost: a person looks at a page of 20 daycares with their agreements and people, a system at 500 persons with all that
 * hangs on them, many times over. page: what a subgraph gives at once. introspection: twice the standard one, which explorers send.
 * In a trial on this machine nothing holds but what keeps the process alive.
 */
// biome-ignore format: a table
export const limitsOf = {
  person:    { body: 256 * KB, bodyDepth: 64,  bodyValues: 50_000,    bodyText: 256 * KB, document: 48 * KB, tokens: 4_000,   nesting: 100,   expanded: 4_000,   depth: 20,  repeated: 150, reserved: 0,        directives: 60,      rootFields: 20,        cost: 50_000,    page: 500,       introspection: 60_000 },
  system:    { body: 16 * MB,  bodyDepth: 64,  bodyValues: 1_500_000, bodyText: 6 * MB,   document: 64 * KB, tokens: 4_000,   nesting: 100,   expanded: 4_000,   depth: 20,  repeated: 150, reserved: 0,        directives: 60,      rootFields: 20,        cost: 200_000,   page: 500,       introspection: 60_000 },
  dashboard: { body: 256 * KB, bodyDepth: 64,  bodyValues: 50_000,    bodyText: 256 * KB, document: 48 * KB, tokens: 4_000,   nesting: 100,   expanded: 4_000,   depth: 15,  repeated: 300, reserved: 0,        directives: 60,      rootFields: 60,        cost: 50_000,    page: 500,       introspection: 60_000 },
  trial:     { body: 16 * MB,  bodyDepth: 500, bodyValues: 8_000_000, bodyText: 2 * MB,   document: 1 * MB,  tokens: 100_000, nesting: 1_000, expanded: 200_000, depth: 500, repeated: Infinity, reserved: Infinity, directives: Infinity, rootFields: Infinity, cost: Infinity,  page: Infinity,  introspection: Infinity },
} as const satisfies Record<ClientKind, Limits>;

/** The kind of client by the mandates it carries; whoever carries none is a person. */
export function clientKindOf({ mandates }: Pick<Actor, 'mandates'>): Exclude<ClientKind, 'trial'> {
  if (mandates.some(({ role }) => role === 'SUPPLIER_SYSTEM' || role === 'MUNICIPAL_SYSTEM')) return 'system';
  return mandates.some(({ role }) => role === 'DASHBOARD') ? 'dashboard' : 'person';
}

/** The kinds that a gateway has to do with. */
export const kindsOf = (isGuarded: boolean): readonly Limits[] =>
  isGuarded ? [limitsOf.person, limitsOf.system, limitsOf.dashboard] : [limitsOf.trial];

export const limitsFor = (actor: Actor, isGuarded: boolean): Limits => limitsOf[isGuarded ? clientKindOf(actor) : 'trial'];
