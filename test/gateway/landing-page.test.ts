import { expect, test } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import { parse } from 'graphql';
import { landingPage } from '../../gateway/landing-page.ts';

const serving = async (development: boolean): Promise<FastifyInstance> => {
  const app = Fastify();
  await app.register(landingPage, { development });
  return app;
};

const app = await serving(false);
const page = await app.inject('/');
const named = [...page.body.matchAll(/(?:src|href)="(\/[^"]*)"/g)].flatMap(([, address]) => address ?? []);
const folder = named[0]?.replace(/[^/]*$/, '');
const typeOf: Record<string, string> = { js: 'text/javascript', css: 'text/css', json: 'application/json' };

test('the page answers everyone, whatever they accept', async () => {
  for (const accept of ['text/html', 'application/json', 'text/plain']) {
    const answer = await app.inject({ url: '/', headers: { accept } });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  }
});

test('everything the page names is served here, in its right type and for long', async () => {
  expect(named).toHaveLength(6);
  for (const address of [...named, `${folder}examples.json`]) {
    const answer = await app.inject(address);
    expect([address, answer.statusCode]).toEqual([address, 200]);
    expect(answer.headers['content-type']).toBe(`${typeOf[address.split('.').at(-1) ?? '']}; charset=utf-8`);
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(answer.body.length).toBeGreaterThan(0);
  }
});

test('an asset the browser already has is not sent again', async () => {
  const { headers } = await app.inject(`${folder}landing.js`);
  const again = await app.inject({ url: `${folder}landing.js`, headers: { 'if-none-match': headers.etag } });
  expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', headers.etag]);
});

test('a page from before an upgrade still gets its assets, but keeps none of them', async () => {
  const answer = await app.inject('/assets/earlier/landing.js');
  expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-cache']);
});

test('no file but the listed ones can be fetched', async () => {
  for (const name of ['graphiql.js', 'index.html', '..%2Fpackage.json', 'constructor']) {
    expect((await app.inject(`${folder}${name}`)).statusCode).toBe(404);
  }
});

test('the browser is told to fetch from nowhere else and to run no script written in the page', async () => {
  for (const address of ['/', ...named]) {
    const policy = String((await app.inject(address)).headers['content-security-policy']).split('; ');
    expect(policy).toEqual(expect.arrayContaining(["default-src 'self'", "frame-ancestors 'none'", "form-action 'none'"]));
    expect(policy.filter((rule) => /script|connect|unsafe-eval|https?:|\*/.test(rule))).toEqual([]);
  }
  expect(page.body).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=/);
});

test('nothing of ours names another host', async () => {
  for (const address of ['/', `${folder}landing.css`, `${folder}landing.js`, `${folder}examples.json`]) {
    expect((await app.inject(address)).body).not.toMatch(/\w+:\/\/|["'(=]\/\//);
  }
});

test('people to act as are offered in development only', async () => {
  const inDevelopment = await (await serving(true)).inject('/');
  expect(page.body).toContain('data-development="false"');
  expect(inDevelopment.body).toContain('data-development="true"');
  expect((await app.inject(`${folder}landing.css`)).body).toContain("[data-development='false'] #persona-form { display: none; }");
});

test('each example is one named query', async () => {
  const examples: { title: string; query: string[] }[] = (await app.inject(`${folder}examples.json`)).json();
  const operations = examples.flatMap(({ query }) => parse(query.join('\n')).definitions);
  expect(operations.map((operation) => operation.kind === 'OperationDefinition' && operation.operation)).toEqual(Array(6).fill('query'));
  expect(new Set(operations.map((operation) => operation.kind === 'OperationDefinition' && operation.name?.value)).size).toBe(6);
  expect(new Set(examples.map(({ title }) => title)).size).toBe(6);
});
