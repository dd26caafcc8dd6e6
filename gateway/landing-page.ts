import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';

/** Shows newcomers what the endpoint is and lets them try it. Everything comes from this server, so the browser may ask nobody else. */
export async function landingPage(app: FastifyInstance, { development }: { readonly development: boolean }): Promise<void> {
  const assets = await readAssets();
  const current = versionOf(assets);
  const page = await readPage(current, development);

  app.get('/', (_request, reply) =>
    reply
      .headers({ ...guards, 'cache-control': 'no-cache' })
      .type('text/html; charset=utf-8')
      .send(page),
  );

  app.get<{ Params: { version: string; name: string } }>('/assets/:version/:name', (request, reply) => {
    const asset = assets.get(request.params.name);
    if (!asset) return reply.callNotFound();
    const caching = request.params.version === current ? 'public, max-age=31536000, immutable' : 'no-cache';
    reply.headers({ ...guards, 'cache-control': caching, etag: `W/"${asset.hash}"` });
    if (request.headers['if-none-match']?.includes(`"${asset.hash}"`)) return reply.code(304).send();
    return reply.type(asset.type).send(asset.body);
  });
}

// GraphiQL's dialogs write a style element while they are open, and its fonts and pictures stand in its style sheet.
const guards = {
  'content-security-policy': [
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
} as const;

interface Asset {
  readonly body: Buffer;
  readonly hash: string;
  readonly type: string;
}

const own = join(import.meta.dirname, 'landing');
const { resolve } = createRequire(import.meta.url);
const inPackage = (name: string, path: string): string => join(dirname(resolve(`${name}/package.json`)), path);

const files = [
  inPackage('react', 'umd/react.production.min.js'),
  inPackage('react-dom', 'umd/react-dom.production.min.js'),
  inPackage('graphiql', 'graphiql.min.js'),
  inPackage('graphiql', 'graphiql.min.css'),
  join(own, 'landing.css'),
  join(own, 'landing.js'),
  join(own, 'examples.json'),
];

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};

async function readAssets(): Promise<ReadonlyMap<string, Asset>> {
  return new Map(await Promise.all(files.map(async (file) => [basename(file), await readAsset(file)] as const)));
}

async function readAsset(file: string): Promise<Asset> {
  const body = await readFile(file);
  return { body, hash: hashOf(body), type: types[extname(file)] ?? 'application/octet-stream' };
}

const hashOf = (content: Buffer | string): string => createHash('sha256').update(content).digest('base64url').slice(0, 16);

// The version stands in each asset's address, so that a browser may keep it for good and still meets an upgrade at once.
const versionOf = (assets: ReadonlyMap<string, Asset>): string => hashOf([...assets.values()].map((asset) => asset.hash).join());

async function readPage(version: string, development: boolean): Promise<string> {
  const page = await readFile(join(own, 'index.html'), 'utf8');
  return page.replaceAll('"/assets/', `"/assets/${version}/`).replace('data-development="false"', `data-development="${development}"`);
}
