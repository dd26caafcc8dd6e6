import { gzipSync } from 'node:zlib';
import type { Bytes } from './send-raw.ts';

/** What is odd as HTTP, written to a connection piece by piece, and how it must be answered. */
export interface Oddity {
  readonly name: string;
  readonly as?: string;
  readonly pieces: (token: string) => readonly Bytes[];
  readonly status: number;
  readonly code: string | undefined;
  /** Whether megabytes go over the line, which takes both cores of a small machine; the milliseconds that it may take then. */
  readonly heavy?: number;
}

const good = '{"query":"{ viewer { id } }"}';
const json = 'content-type: application/json';

/** A request as it is written; the length of the body is said unless another one is. */
const post =
  (
    body: Bytes,
    { type = json, more = [] as string[], start = 'POST /graphql HTTP/1.1', length = `content-length: ${Buffer.byteLength(body)}` } = {},
  ) =>
  (token: string): Bytes[] => [
    [
      start,
      'host: x',
      `authorization: Bearer ${token}`,
      'accept: application/graphql-response+json',
      ...(type ? [type] : []),
      ...more,
      ...(length ? [length] : []),
      '',
      '',
    ].join('\r\n'),
    body,
  ];
const get = (query: string, more: string[] = ['apollo-require-preflight: 1']) =>
  post('', { start: `GET /graphql?${query} HTTP/1.1`, type: '', length: '', more });
const method = (name: string) => post('', { start: `${name} /graphql HTTP/1.1`, type: '', length: '' });
const bytes = (...parts: (string | number[])[]) => Buffer.concat(parts.map((part) => Buffer.from(part as string)));

const bad = { status: 400, code: 'INVALID_INPUT' };
const otherMedia = { status: 415, code: 'INVALID_INPUT' };
const notAllowed = { status: 405, code: 'INVALID_INPUT' };
const fine = { status: 200, code: undefined };

// biome-ignore format: a table
export const oddities: readonly Oddity[] = [
  { name: 'no token', pieces: () => post(good)('').map((piece) => String(piece).replace(/authorization.*\r\n/, '')), status: 401, code: 'UNAUTHENTICATED' },
  { name: 'text as the media type', pieces: post(good, { type: 'content-type: text/plain' }), ...otherMedia },
  { name: 'a form as the media type', pieces: post('query={viewer{id}}', { type: 'content-type: application/x-www-form-urlencoded' }), ...otherMedia },
  { name: 'a form of many parts', pieces: post(good, { type: 'content-type: multipart/form-data; boundary=x' }), ...otherMedia },
  { name: 'no media type', pieces: post(good, { type: '' }), ...otherMedia },
  { name: 'a media type that is none', pieces: post(good, { type: 'content-type: ;;;' }), ...otherMedia },
  { name: 'UTF-16 as the charset', pieces: post(Buffer.from(good, 'utf16le'), { type: 'content-type: application/json; charset=utf-16' }), ...otherMedia },
  { name: 'UTF-8 as the charset, in quotes', pieces: post(good, { type: 'content-type: application/json; charset="UTF-8"' }), ...fine },
  { name: 'a byte order mark', pieces: post(bytes([0xef, 0xbb, 0xbf], good)), ...fine },
  { name: 'bytes that are no UTF-8', pieces: post(bytes('{"query":"{ viewer { id } } # ', [0xff, 0xfe, 0xc0], '"}')), ...bad },
  { name: 'half a surrogate pair, escaped', pieces: post('{"query":"{ viewer { id } } # \\ud800"}'), ...bad },
  { name: 'a null byte in the JSON', pieces: post(bytes('{"query":"{ viewer { id } }', [0], '"}')), ...bad },
  { name: 'a null byte in the document', pieces: post('{"query":"{ viewer { id } }\\u0000"}'), ...bad },
  { name: 'no body', pieces: post(''), ...bad },
  { name: 'no length and no body', pieces: post('', { length: '' }), ...bad },
  { name: 'half a JSON', pieces: post('{"query":'), ...bad },
  { name: 'a list of questions', pieces: post(`[${good},${good}]`), ...bad },
  { name: 'a text for the variables', pieces: post('{"query":"{ viewer { id } }","variables":"{}"}'), ...bad },
  { name: 'a name for the prototype', pieces: post('{"query":"{ viewer { id } }","variables":{"\\u005f_proto__":{"admin":true}}}'), ...bad },
  { name: 'a name given twice', pieces: post('{"query":"{ nothing }","query":"{ viewer { id } }"}'), ...fine },
  { name: 'lists eighty thousand deep', pieces: post(`{"query":"{ viewer { id } }","variables":{"a":${'['.repeat(80_000)}${']'.repeat(80_000)}}}`), status: 413, code: 'BODY_TOO_DEEP' },
  { name: 'lists eight million deep, from a system', as: 'S1001', pieces: post(`{"query":"{ viewer { id } }","variables":{"a":${'['.repeat(8_000_000)}`, { length: 'content-length: 16000000' }), status: 413, code: 'BODY_TOO_DEEP', heavy: 1_000 },
  { name: 'a hundred thousand values', pieces: post(`{"query":"{ viewer { id } }","variables":{"a":[${'0,'.repeat(100_000)}0]}}`), status: 413, code: 'BODY_HOLDS_TOO_MUCH' },
  { name: 'five million values from a system', as: 'S1001', pieces: post(`{"query":"{ viewer { id } }","variables":{"a":[${'{},'.repeat(5_000_000)}0]}}`), status: 413, code: 'BODY_HOLDS_TOO_MUCH', heavy: 1_000 },
  { name: 'a text of 15 MB from a system', as: 'S1001', pieces: post(JSON.stringify({ query: '{ viewer { id } }', variables: { x: 'x'.repeat(15_000_000) } })), status: 413, code: 'BODY_TEXT_TOO_LONG', heavy: 1_000 },
  { name: 'ten thousand names', pieces: post(JSON.stringify({ query: '{ viewer { id } }', variables: Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`a${at}`, at])) })), ...fine, heavy: 300 },
  { name: '8 MB of rows from a system', as: 'S1001', pieces: post(JSON.stringify({ query: '{ viewer { id } }', variables: { rows: Array.from({ length: 60_000 }, (_, at) => ({ name: `Name ${at}`, text: 'x'.repeat(80), list: [1, 2, 3] })) } })), ...fine, heavy: 5_000 },
  { name: 'a body of 300 kB', pieces: post(JSON.stringify({ query: '{ viewer { id } }', padding: 'x'.repeat(300_000) })), status: 413, code: 'LIMIT_EXCEEDED' },
  { name: 'a body of 17 MB from a system', as: 'S1001', pieces: post(Buffer.alloc(17_000_000, ' ')), status: 413, code: 'LIMIT_EXCEEDED', heavy: 1_000 },
  { name: 'a body that announces a terabyte', pieces: post('{', { length: 'content-length: 1099511627776' }), status: 413, code: 'LIMIT_EXCEEDED' },
  { name: 'a body in chunks that never ends', pieces: (token) => [...post('', { length: 'transfer-encoding: chunked' })(token), ...Array.from({ length: 30 }, () => `2800\r\n${' '.repeat(0x2800)}\r\n`)], status: 413, code: 'LIMIT_EXCEEDED' },
  { name: 'a bomb in gzip', pieces: post(gzipSync(Buffer.alloc(50_000_000, ' ')), { more: ['content-encoding: gzip'] }), ...otherMedia },
  { name: 'an encoding that nobody knows', pieces: post(good, { more: ['content-encoding: br, gzip, x'] }), ...otherMedia },
  { name: 'an address of 12 kB', pieces: get(`query=${'a'.repeat(12_000)}`), status: 414, code: 'URL_TOO_LONG' },
  { name: 'headers of 20 kB', pieces: post(good, { more: [`x-a: ${'a'.repeat(20_000)}`] }), status: 431, code: 'HEADERS_TOO_LARGE' },
  { name: 'headers of 40 kB', pieces: post(good, { more: [`x-a: ${'a'.repeat(40_000)}`] }), status: 431, code: 'HEADERS_TOO_LARGE' },
  { name: 'a token of 15 kB', pieces: () => post(good)(`a.${'b'.repeat(15_000)}.c`), status: 401, code: 'UNAUTHENTICATED' },
  { name: 'two lengths', pieces: post(good, { more: ['content-length: 5'] }), ...bad },
  { name: 'a length and chunks', pieces: post(good, { more: ['transfer-encoding: chunked'] }), ...bad },
  { name: 'a length that is no number', pieces: post(good, { length: 'content-length: -1' }), ...bad },
  { name: 'HEAD', pieces: method('HEAD'), status: 405, code: undefined },
  { name: 'PUT', pieces: post(good, { start: 'PUT /graphql HTTP/1.1' }), ...notAllowed },
  { name: 'DELETE', pieces: method('DELETE'), ...notAllowed },
  { name: 'PATCH', pieces: post(good, { start: 'PATCH /graphql HTTP/1.1' }), ...notAllowed },
  { name: 'OPTIONS', pieces: method('OPTIONS'), ...notAllowed },
  { name: 'a method that nobody knows', pieces: method('ASK'), ...bad },
  { name: 'a question by GET', pieces: get('query=%7Bviewer%7Bid%7D%7D'), ...fine },
  { name: 'a question by GET that another site could send', pieces: get('query=%7Bviewer%7Bid%7D%7D', []), ...bad },
  { name: 'an act by GET', pieces: get(`query=${encodeURIComponent('mutation { withdrawRequests(ids: ["1"]) { results { id } } }')}`), ...notAllowed },
  { name: 'a question by GET, twice', pieces: get('query=%7Bviewer%7Bid%7D%7D&query=%7Ba%7D'), ...bad },
  { name: 'variables by GET that are no JSON', pieces: get('query=%7Bviewer%7Bid%7D%7D&variables=%7B'), ...bad },
  { name: 'a national number in an address', pieces: get(`query=${encodeURIComponent('query ($d: ImportInput!) { viewer { id } }')}&variables=%7B%7D`), ...bad },
  { name: 'an address with broken escapes', pieces: get('query=%7Bviewer%7Bid%7D%7D%ZZ'), ...bad },
  { name: 'Expect: 100-continue', pieces: post(good, { more: ['expect: 100-continue'] }), ...fine },
  { name: 'an expectation that nobody meets', pieces: post(good, { more: ['expect: a-pony'] }), status: 417, code: undefined },
  { name: 'HTTP/1.0', pieces: post(good, { start: 'POST /graphql HTTP/1.0' }), ...fine },
  { name: 'HTTP/9', pieces: post(good, { start: 'POST /graphql HTTP/9.0' }), ...bad },
  { name: 'no host', pieces: (token) => post(good)(token).map((piece) => String(piece).replace('host: x\r\n', '')), status: 400, code: undefined },
  { name: 'nothing of HTTP', pieces: () => ['\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'], ...bad },
  { name: 'two questions in a row on one connection', pieces: (token) => [...post(good)(token), ...post(good)(token)], ...fine },
  { name: 'an answer that is wanted as a picture', pieces: (token) => post(good)(token).map((piece) => String(piece).replace('application/graphql-response+json', 'image/png')), status: 406, code: 'INVALID_INPUT' },
  { name: 'a persisted query that nobody registered', pieces: post('{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"abc"}}}'), status: 404, code: 'OPERATION_UNKNOWN' },
  { name: 'an id that nobody registered', pieces: post('{"documentId":"abc"}'), status: 404, code: 'OPERATION_UNKNOWN' },
];
