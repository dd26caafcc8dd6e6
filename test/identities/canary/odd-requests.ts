import { request } from 'node:http';
import type { KnownNumbers } from './known-numbers.ts';
import type { Question } from './questions-of.ts';
import type { WatchedSystem } from './watched-system.ts';

type Give = () => string;

/** Numbers in every part of a document that its writer names or says. */
const documents: readonly ((next: Give, plain: Give) => Question)[] = [
  (next, plain) => ({ query: `query Of${plain()} { viewer { name } } # ${next()}` }),
  (_, plain) => ({
    query: `query($v${plain()}: ID!) { supplierSystem(id: $v${plain()}) { id } }`,
    variables: { [`v${plain()}`]: plain() },
  }),
  (_, plain) => ({ query: `query($v${plain()}: Nothing${plain()}) { viewer { name } }` }),
  (next) => ({ query: `{ viewer @include(if: "${next()}") { name } }` }),
  (next) => ({ query: `{ viewer @skip(unless: "${next()}") { name } }` }),
  (_, plain) => ({ query: `{ viewer @d${plain()}(of: "${plain()}") { f${plain()} } }` }),
  (_, plain) => ({ query: `{ viewer { ...F${plain()} } } fragment G${plain()} on T${plain()} { name }` }),
  (next) => ({ query: `{ person(uniId: "${next()}", because: "${next()}") { name } }` }),
  (next) => ({ query: `query($n: NationalNumber! = "${next()}") { personByNationalNumber(nationalNumber: $n) { name } }` }),
  (next) => ({ query: `{ personByNationalNumber(nationalNumber: "${next()}") { name } }` }),
  (_, plain) => ({ query: `{ personByNationalNumber(nationalNumber: ${plain()}) { name } }` }),
  (_, plain) => ({ query: `{ daycares(first: ${plain()}) { nodes { number } } }` }),
  (_, plain) => ({ query: `{ daycares(filter: { type: [T${plain()}], text: E${plain()} }) { nodes { number } } }` }),
  (next) => ({ query: `"""${next()}""" { viewer { name } }` }),
  (next) => ({ query: `{ viewer { name } ${next()}` }),
  (next) => ({ query: `{ viewer { name } "${next()}` }),
  (next) => ({ query: next() }),
  (_, plain) => ({ query: 'query a { viewer { name } } query b { viewer { name } }', operationName: `o${plain()}` }),
  (next) => ({ query: '{ viewer { name } }', extensions: { persistedQuery: { version: 1, sha256Hash: next() }, more: next() } }),
  (next) => ({ query: '{ viewer { name } }', variables: next() as unknown as object }),
  (next) => ({ query: '{ viewer { name } }', [next()]: next() }),
  (_, plain) => ({ query: '{ viewer { name } }', variables: { [`x${plain()}`]: { [plain()]: [plain()] } } }),
];

export const documentsWith = ({ next, plain }: KnownNumbers): Question[] => documents.map((document) => document(next, plain));

/** Numbers in addresses, headers and bodies that are broken, by who has a token and who has none. */
export async function sendOddly(
  { send, served }: WatchedSystem,
  { next, plain, malformed }: KnownNumbers,
  claims: readonly object[],
): Promise<void> {
  const json = { 'content-type': 'application/json' };
  const query = JSON.stringify({ query: '{ viewer { name } }' });
  const encoded = () => encodeURIComponent(next());
  for (const who of [undefined, ...claims]) {
    for (const path of [
      `/${encoded()}`,
      `/graphql/${encoded()}`,
      `/graphql?${encoded()}=${encoded()}`,
      `/scim/v2/${encoded()}`,
      `/${plain()}.php?${malformed()}`,
    ])
      for (const method of ['GET', 'POST', 'DELETE', 'OPTIONS']) await send(path, { method, headers: { ...json, 'x-own': next() } }, who);
    for (const asked of [
      `query=${encodeURIComponent(`{ person(uniId: "${next()}") { name } }`)}`,
      `query=${encodeURIComponent('query($n: NationalNumber!) { personByNationalNumber(nationalNumber: $n) { name } }')}&variables=${encodeURIComponent(JSON.stringify({ n: next() }))}`,
      `query=${encoded()}&operationName=o${plain()}&extensions=${encoded()}`,
      `query=${encodeURIComponent('{ viewer { name } }')}&variables=${encodeURIComponent(`{"${next()}": `)}`,
    ])
      await send(`/graphql?${asked}`, { headers: { 'x-apollo-operation-name': plain() } }, who);
    for (const filter of [
      `userName eq "${next()}"`,
      `id eq "${next()}"`,
      `${next()} eq 1`,
      `userName eq ${next()}`,
      `emails[value eq "${next()}"]`,
    ])
      await send(
        `/scim/v2/Users?filter=${encodeURIComponent(filter)}&startIndex=${plain()}&count=${malformed()}&attributes=${encoded()}`,
        {},
        who,
      );
    await send(`/scim/v2/Users/${encoded()}`, {}, who);
    await send(`/scim/v2/Users`, { method: 'POST', body: next(), headers: json }, who);
    for (const body of [
      `{"query": "${next()}`,
      `{"query": ${next()}}`,
      `["${next()}"]`,
      `"${next()}"`,
      next(),
      `{"query": {"${next()}": 1}}`,
      `{"variables": "${next()}"}`,
    ])
      await send('/graphql', { method: 'POST', headers: json, body }, who);
    await send('/graphql', { method: 'POST', headers: { 'content-type': `text/${plain()}` }, body: next() }, who);
    await send(
      '/graphql',
      { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: `query=${encoded()}` },
      who,
    );
    for (const name of [
      'x-request-id',
      'user-agent',
      'origin',
      'referer',
      'cookie',
      'accept',
      'accept-language',
      'x-forwarded-for',
      'x-forwarded-host',
      'tracestate',
      'baggage',
      'traceparent',
      'if-none-match',
      'apollographql-client-name',
      'access-control-request-headers',
    ])
      await send('/graphql', { method: 'POST', headers: { ...json, [name]: plain() }, body: query }, who);
    for (const trace of [plain().padStart(32, '0'), plain().padEnd(32, '0'), `${plain()}${plain()}${plain()}00`])
      await send(
        '/graphql',
        {
          method: 'POST',
          headers: { ...json, traceparent: `00-${trace}-${plain().padStart(16, '0')}-01`, tracestate: `a=${plain()}` },
          body: query,
        },
        who,
      );
  }
  for (const token of [
    `Bearer ${next()}`,
    `Basic ${Buffer.from(next()).toString('base64')}`,
    plain(),
    `Bearer ${[next(), next(), next()].map((part) => Buffer.from(part).toString('base64url')).join('.')}`,
  ])
    await send('/graphql', { method: 'POST', headers: { ...json, authorization: token }, body: query });
  await raw(served.url, { method: 'GET', path: `/${plain()}`, headers: { host: `${plain()}.example` } });
  await raw(served.url, { method: 'GET', path: '/graphql', headers: { [`x-${plain()}`]: plain(), expect: plain() } });
  for (const part of ['institutions', 'agreements', 'identities'] as const) {
    await fetch(`${served.urls[part]}/${encoded()}?${encoded()}`, {
      headers: { 'x-request-id': plain(), traceparent: `00-${plain().padStart(32, '0')}-${plain().padStart(16, '0')}-01` },
    });
    await fetch(`${served.urls[part]}/graphql`, {
      method: 'POST',
      headers: { ...json, 'x-request-id': plain(), authorization: `Bearer ${plain()}` },
      body: `{"query": "${next()}`,
    });
  }
}

/** What a browser's own fetch would not send. */
const raw = (url: string, options: object) =>
  new Promise<void>((done) => {
    const sent = request(url, options, (response) => response.resume().on('end', done));
    sent.on('error', () => done());
    sent.setTimeout(2_000, () => sent.destroy());
    sent.end();
  });
