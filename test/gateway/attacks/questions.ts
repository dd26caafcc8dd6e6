/** A question that means no good, and how it must be answered. */
export interface Attack {
  readonly name: string;
  /** The persona that sends it; a municipal employee if none is said. */
  readonly as?: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | string;
  readonly status: number;
  readonly code: string;
  /** What is said to have been asked, where it is known. */
  readonly asked?: number;
  /** How many errors are told at most. */
  readonly errors?: number;
  /** Whether megabytes go over the line, or it is let in and planned; the milliseconds that it may take then. */
  readonly heavy?: number;
}

const times = (count: number, part: (at: number) => string, between = ' ') =>
  Array.from({ length: count }, (_, at) => part(at)).join(between);
const nodes = (inside: string) => `{ daycares { nodes { ${inside} } } }`;
const fragments = (count: number, spreads: number) =>
  `${times(count, (at) => `fragment F${at} on Daycare { ${times(spreads, () => `...F${at + 1}`)} }`)} fragment F${count} on Daycare { number }`;
const paged = (depth: number, first: number | string) =>
  `${`municipality { daycares(first: ${first}) { nodes { `.repeat(depth)} number ${'} } }'.repeat(depth)}`;

const long = { status: 413, code: 'DOCUMENT_TOO_LONG' };
/** No more is told back: ten digits could be somebody's national number. */
const MOST_TOLD = 999_999_999;

const tokens = { status: 413, code: 'TOO_MANY_TOKENS', asked: 4_001 };
const nesting = { status: 400, code: 'NESTED_TOO_DEEPLY' };
const circle = { status: 400, code: 'FRAGMENT_CIRCLE' };
const expands = { status: 413, code: 'EXPANDS_TOO_FAR' };
const deep = { status: 400, code: 'TOO_DEEP' };
const repeated = { status: 400, code: 'TOO_MANY_REPEATED_FIELDS' };
const directives = { status: 400, code: 'TOO_MANY_DIRECTIVES', errors: 1 };
const roots = { status: 400, code: 'TOO_MANY_ROOT_FIELDS' };
const reserved = { status: 400, code: 'RESERVED_NAME' };
const page = { status: 400, code: 'PAGE_TOO_LARGE', asked: 501 };
const costs = { status: 413, code: 'COSTS_TOO_MUCH' };
const introspects = { status: 413, code: 'INTROSPECTS_TOO_MUCH' };
const misfit = { status: 400, code: 'INVALID_INPUT', errors: 5 };
const system = { as: 'S1001' };

// biome-ignore format: a table
export const attacks: readonly Attack[] = [
  { name: 'a document of 100 kB', query: `{ viewer { ${'id '.repeat(33_000)} } }`, ...long },
  { name: 'a document of 15 MB from a system', ...system, query: `{ viewer { ${'id '.repeat(5_000_000)} } }`, status: 413, code: 'BODY_TEXT_TOO_LONG', heavy: 1_000 },
  { name: 'a document of 5 MB from a system', ...system, query: `{ viewer { ${'id '.repeat(1_700_000)} } }`, ...long, heavy: 1_000 },
  { name: 'a comment of 100 kB', query: `# ${'x'.repeat(100_000)}\n{ viewer { id } }`, ...long },
  { name: 'twenty thousand comments', query: `${'#\n'.repeat(20_000)} { viewer { id id } ${'}'.repeat(1)}`, status: 200, code: '', heavy: 300 },
  { name: 'twelve thousand fields', query: `{ viewer { ${'id '.repeat(12_000)} } }`, ...tokens },
  { name: 'ten thousand numbers in a list', query: `{ daycares(filter: { status: [${'1 '.repeat(10_000)}] }) { totalCount } }`, ...tokens },
  { name: 'ten thousand spreads', query: nodes('...F '.repeat(5_000)), ...tokens },
  { name: 'a thousand operations', query: times(1_000, (at) => `query q${at} { viewer { id } }`), ...tokens },
  { name: 'a thousand types', query: times(1_000, (at) => `type T${at} { a: Int }`), ...tokens },
  { name: 'lists a thousand deep', query: `{ daycares(first: ${'['.repeat(1_000)}1${']'.repeat(1_000)}) { totalCount } }`, ...nesting, asked: 1_002 },
  { name: 'objects nine hundred deep', query: `{ daycares(filter: ${'{ a: '.repeat(900)}1${'}'.repeat(900)}) { totalCount } }`, ...nesting },
  { name: 'inline fragments a thousand deep', query: nodes(`${'... { '.repeat(1_000)}number${'}'.repeat(1_000)}`), ...nesting },
  { name: 'two thousand brackets that never close', query: '{a'.repeat(1_900), ...nesting },
  { name: 'fields two hundred deep', query: `{ ${'a { '.repeat(200)} b ${'}'.repeat(200)} }`, ...nesting },
  { name: 'a fragment in itself', query: `${nodes('...F')} fragment F on Daycare { number ...F }`, ...circle },
  { name: 'fragments in a circle', query: `${nodes('...A')} fragment A on Daycare { ...B } fragment B on Daycare { ...C } fragment C on Daycare { ...A }`, ...circle },
  { name: 'a circle that nobody spreads', query: `{ viewer { id } } fragment A on Daycare { ...B } fragment B on Daycare { ...A }`, ...circle },
  { name: 'a circle through a field', query: `${nodes('...A')} fragment A on Daycare { municipality { ...B } } fragment B on Municipality { daycares { nodes { ...A } } }`, ...circle },
  { name: 'nested fragments that double thirty times', query: nodes('...F0') + fragments(30, 2), ...expands },
  { name: 'nested fragments that double three hundred times', query: nodes('...F0') + fragments(300, 2), ...expands, asked: MOST_TOLD },
  { name: 'nested fragments, ten times at each of three levels', query: nodes('...F0 '.repeat(10)) + fragments(3, 10), ...expands },
  { name: 'a fragment of directives, spread in doubling fragments', query: `${nodes('...F0')} ${fragments(12, 2).replace('{ number }', `{ number ${'@include(if: true) '.repeat(20)} }`)}`, ...expands },
  { name: 'fields thirty deep', query: `{ ${'a { '.repeat(30)} b ${'}'.repeat(30)} }`, ...deep, asked: 31 },
  { name: 'fields thirty deep, by fragments', query: `${nodes('...F0')} ${times(30, (at) => `fragment F${at} on Daycare { municipality { ...G${at} } } fragment G${at} on Municipality { daycares { nodes { ...F${at + 1} } } }`)} fragment F30 on Daycare { number }`, ...deep },
  { name: 'a type asked of itself without end', query: `{ __type(name: "Daycare") { ${'ofType { '.repeat(40)} name ${'}'.repeat(40)} } }`, ...deep },
  { name: 'a thousand names for one field', query: `{ viewer { ${times(900, (at) => `a${at}: id`)} } }`, ...repeated, asked: 900 },
  { name: 'one field a thousand times', query: `{ viewer { ${'id '.repeat(1_000)} } }`, ...repeated, asked: 999 },
  { name: '__typename a thousand times', query: `{ viewer { ${'__typename '.repeat(1_000)} } }`, ...repeated, asked: 999 },
  { name: 'fragments of like fields, two by two to be compared', query: `${nodes(times(200, (at) => `...F${at}`))} ${times(200, (at) => `fragment F${at} on Daycare { number name }`)}`, ...repeated },
  { name: 'like fields with like fields in them', query: `{ ${'viewer { mandates { role role role } mandates { role role role } } '.repeat(40)} }`, ...roots },
  { name: 'a directive three hundred times', query: `{ viewer { id ${'@include(if: true) '.repeat(300)} } }`, ...directives, asked: 300 },
  { name: 'an unknown directive fifteen hundred times', query: `{ viewer { id ${'@a '.repeat(1_500)} } }`, ...directives, asked: 1_500 },
  { name: 'fifty unknown directives', query: `{ viewer { id ${times(50, (at) => `@a${at}`)} } }`, ...misfit, errors: 1 },
  { name: 'fifty directives of one kind', query: `{ viewer { id ${'@include(if: true) '.repeat(50)} } }`, ...misfit, errors: 1 },
  { name: 'a hundred fields of the root', query: `{ ${times(100, (at) => `a${at}: viewer { id }`)} }`, ...roots, asked: 100 },
  { name: 'a hundred acts at once', query: `mutation { ${times(100, (at) => `a${at}: withdrawRequests(ids: ["${at}"]) { results { id } }`)} }`, ...roots, asked: 100 },
  { name: 'a name that is the system\'s', query: '{ viewer { __id: id } }', ...reserved, asked: 1 },
  { name: 'another field called __typename', query: nodes('__typename: name'), ...reserved, asked: 1 },
  { name: 'a page of 501 rows', query: '{ daycares(first: 501) { totalCount } }', ...page },
  { name: 'a page of 501 rows, by a variable', query: 'query ($n: Int) { daycares(first: $n) { totalCount } }', variables: { n: 501 }, ...page },
  { name: 'a page of 501 rows, by a variable\'s default', query: 'query ($n: Int = 501) { daycares(first: $n) { totalCount } }', ...page },
  { name: 'a page of 501 rows in a page, from a system', ...system, query: '{ daycares(first: 1) { nodes { people(first: 501) { totalCount } } } }', ...page },
  { name: 'the longest page there is', query: `{ daycares(first: ${2 ** 31 - 1}) { totalCount } }`, ...page, asked: MOST_TOLD },
  { name: 'pages of 500 in pages of 500', query: '{ daycares(first: 500) { nodes { municipality { daycares(first: 500) { nodes { number } } } } } }', ...costs },
  { name: 'pages in pages, six deep, by a variable', query: `query ($n: Int) { daycare(number: "G10000") { ${paged(5, '$n')} } }`, variables: { n: 100 }, ...costs },
  { name: 'persons of every daycare, from a system', ...system, query: '{ daycares(first: 500) { nodes { people(first: 500) { nodes { groups { name } contacts { relation } } } } } }', ...costs },
  { name: 'the schema in many ways at once', query: `{ ${times(15, (at) => `s${at}: __schema { types { fields { args { type { ofType { ofType { name } } } } type { ofType { ofType { name } } } } } }`)} }`, ...introspects },
  { name: 'lists of the schema inside one another', query: `{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } }`, ...misfit },
  { name: 'a thousand unknown fields', query: `{ viewer { ${times(1_000, (at) => `a${at}`)} } }`, ...misfit },
  { name: 'a thousand unknown arguments', query: `{ daycares(${times(900, (at) => `a${at}: 1`)}) { totalCount } }`, ...misfit },
  { name: 'nine hundred unused variables', query: `query (${times(900, (at) => `$v${at}: Int`)}) { viewer { id } }`, ...misfit },
  { name: 'a field that is nearly right', query: '{ vewer { id } }', ...misfit },
  { name: 'nothing but spaces', query: ' '.repeat(40_000), ...misfit },
  { name: 'a text that does not end', query: `{ daycare(number: "${'x'.repeat(40_000)}) { number } }`, ...misfit },
  { name: 'a subscription', query: 'subscription { viewer { id } }', ...misfit },
  { name: 'the doors of a subgraph', query: '{ _service { sdl } _entities(representations: []) { __typename } }', ...misfit },
];
