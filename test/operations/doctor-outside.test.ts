import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttp, type RequestListener } from 'node:http';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import { makeKey, trustedKeys } from '#shared/keys.ts';
import { judgeClock } from '../../operations/doctor/checks/clocks.ts';
import { checkHashKeys } from '../../operations/doctor/checks/hash-keys.ts';
import { checkHopKeys } from '../../operations/doctor/checks/hop-keys.ts';
import { checkIssuer } from '../../operations/doctor/checks/issuer.ts';
import { checkMail } from '../../operations/doctor/checks/mail.ts';
import { checkProcesses } from '../../operations/doctor/checks/processes.ts';
import { checkRedis } from '../../operations/doctor/checks/redis.ts';
import { freePort } from '../support/free-port.ts';
import { hasRedis, privateRedis } from '../support/private-redis.ts';
import { saidBy } from './support/doctor.ts';

const folder = mkdtempSync(join(tmpdir(), 'tilslut-'));
const listening: Server[] = [];
afterAll(() => {
  for (const server of listening) server.close();
  rmSync(folder, { recursive: true, force: true });
});

const portOf = (server: Server) => (server.address() as AddressInfo).port;
async function listen(server: Server): Promise<number> {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  listening.push(server);
  return portOf(server);
}
const httpServer = async (listener: RequestListener) => `http://127.0.0.1:${await listen(createHttp(listener))}`;

describe('the issuer', () => {
  interface Told {
    readonly issuer?: string;
    readonly keys?: readonly object[];
    readonly date?: Date;
    readonly status?: number;
  }
  const saidOf = async ({ issuer, keys = [], date, status = 200 }: Told, audience = 'tilslut') => {
    const url: string = await httpServer(({ url: path, headers: { host } }, response) => {
      if (date) response.setHeader('date', date.toUTCString());
      const told = path === '/jwks' ? { keys } : { issuer: issuer ?? `http://${host}`, jwks_uri: `http://${host}/jwks` };
      response.writeHead(status).end(JSON.stringify(told));
    });
    return saidBy(checkIssuer, { issuer: url, audience });
  };
  const ec = async () => exportJWK((await generateKeyPair('ES256')).publicKey);

  test('one that is as it should be', async () => {
    expect(await saidOf({ keys: [await ec(), { kty: 'RSA', n: 'AQAB', e: 'AQAB' }] })).toMatch(
      /OK +clock of the issuer .*\nOK +issuer +It is reachable, names itself rightly, and 1 of its 2 keys/,
    );
  });

  test('one that calls itself otherwise, answers no document, or is not there', async () => {
    expect(await saidOf({ issuer: 'https://other.example/' })).toMatch(
      /FAIL +issuer +It calls itself https:\/\/other\.example, and .*\n +Next: Set OIDC_ISSUER to exactly/,
    );
    expect(await saidOf({ status: 404 })).toMatch(/FAIL +issuer +Its discovery document cannot be had: status 404\./);
    expect(await saidBy(checkIssuer, { issuer: `http://127.0.0.1:${await freePort()}`, audience: 'a' })).toMatch(
      /FAIL .* cannot be had: ECONNREFUSED/,
    );
  });

  test('keys that are not taken here, or private', async () => {
    expect(await saidOf({ keys: [{ ...(await ec()), alg: 'ES384' }] })).toMatch(/FAIL +issuer +None of its 1 keys signs by EdDSA, ES256/);
    const secret = await exportJWK((await generateKeyPair('ES256', { extractable: true })).privateKey);
    const told = await saidOf({ keys: [secret] });
    expect(told).toMatch(/FAIL +issuer +It publishes a private key\./);
    expect(told).not.toContain(secret.d);
  });

  test('a clock that is apart, and an audience that is not set', async () => {
    const keys = [await ec()];
    expect(await saidOf({ keys, date: new Date(Date.now() - 60_000) })).toMatch(
      /FAIL +clock of the issuer +it is about 59|FAIL +clock of the issuer +it is about 60|FAIL +clock of the issuer +it is about 58/,
    );
    expect(await saidOf({ keys, date: new Date(Date.now() + 20_000) })).toMatch(/WARN +clock of the issuer/);
    expect(await saidOf({ keys }, '')).toMatch(/FAIL +issuer +OIDC_AUDIENCE is not set\./);
  });
});

test('two clocks of ours, by what leases bear', () => {
  expect([0, 1_500, 2_500].map((apart) => judgeClock('clock', apart).level)).toEqual(['OK', 'WARN', 'FAIL']);
});

describe('keys between the processes', () => {
  const kept = (name: string, content: unknown, mode = 0o600) => {
    const path = join(folder, name);
    rmSync(path, { force: true });
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content), { mode });
    return path;
  };
  const names = ['gateway', 'agreements', 'identities'];

  test('each signs what all trust, an older and a newer one side by side too', async () => {
    const keys = await Promise.all([...names, 'gateway.2'].map(makeKey));
    const signingKeys = keys.map((key) => kept(`${key.kid}.json`, key));
    const told = await saidBy(checkHopKeys, { trustedKeys: kept('trusted.json', trustedKeys(keys)), signingKeys });
    expect(told).toMatch(/OK +trusted keys +4 public keys/);
    expect(told.match(/OK +signing key \w+ +What it signs is trusted\./g)).toHaveLength(4);
  });

  test('one that is not trusted, one that is no key, one that is gone, one that others can read', async () => {
    const keys = await Promise.all(names.map(makeKey));
    const stranger = await makeKey('gateway');
    const trusted = kept('trusted.json', trustedKeys(keys));
    const said = (...signingKeys: string[]) => saidBy(checkHopKeys, { trustedKeys: trusted, signingKeys });
    const told = await said(kept('gateway.json', stranger));
    expect(told).toMatch(
      /FAIL +signing key gateway +What .*gateway\.json signs is not trusted by TRUSTED_KEYS\.\n +Next: Give all processes/,
    );
    expect(told).not.toContain(stranger.d);
    expect(await said(kept('public.json', trustedKeys(keys).keys[0]))).toMatch(/FAIL .* is no private Ed25519 key with a kid\./);
    expect(await said(kept('text.json', 'no json'))).toMatch(/FAIL .* is not JSON\./);
    expect(await said('/nowhere/gateway.json')).toMatch(/FAIL +signing key +\/nowhere\/gateway\.json cannot be read: ENOENT/);
    expect(await said(kept('open.json', keys[0], 0o644))).toMatch(/WARN +signing key +.*others than its owner/);
  });

  test('a file of trusted keys that holds a private one, or lacks a process', async () => {
    const keys = await Promise.all(names.map(makeKey));
    const said = (content: object) => saidBy(checkHopKeys, { trustedKeys: kept('trusted.json', content), signingKeys: [] });
    expect(await said({ keys })).toMatch(/FAIL +trusted keys .* holds a private key\./);
    expect(await said(trustedKeys(keys.slice(1)))).toMatch(/FAIL +trusted keys .* holds no key of gateway\./);
    expect(readFileSync(join(folder, 'trusted.json'), 'utf8')).not.toContain('"d"');
  });
});

test("the gateway's hash keys: the vault's, others, ones that open numbers, none", async () => {
  const kept = (name: string, content: unknown) => {
    writeFileSync(join(folder, name), JSON.stringify(content), { mode: 0o600 });
    return join(folder, name);
  };
  const [hash, cipher] = ['hash-key-text', 'cipher-key-text'];
  const vaultKeys = kept('vault-keys.json', { current: 1, versions: { 1: { cipher, hash } } });
  const said = (content: object) => saidBy(checkHashKeys, { vaultKeys, numberHashKeys: kept('hash-keys.json', content) });
  const told = [
    await said({ versions: { 1: { hash } } }),
    await said({ versions: { 2: { hash } } }),
    await said({ versions: { 1: { hash, cipher } } }),
  ];
  expect(told[0]).toMatch(/^OK +hash keys of the gateway +The same as the vault's, in 1 version\.$/);
  expect(told[1]).toMatch(/^FAIL .*Of version 1 the vault has another hash key\.\n +Next: Copy the hash of each version/);
  expect(told[2]).toMatch(/^FAIL .*holds a key that opens numbers\./);
  expect(await said({})).toMatch(/^FAIL .*does not hold hash keys\./);
  expect(await saidBy(checkHashKeys, { vaultKeys: '', numberHashKeys: kept('h.json', { versions: { 1: { hash } } }) })).toMatch(
    /^WARN .*not compared/,
  );
  expect(told.join()).not.toMatch(/key-text/);
});

describe('what lies beyond', () => {
  test('a mail server: one that answers, one that would take a password in the clear, one that hangs up, none', async () => {
    const smtp = async (greeting: string, features: string) =>
      listen(
        createServer((socket) => {
          socket.on('error', () => {});
          socket.write(greeting);
          socket.on('data', (told) => void socket.write(/^EHLO/.test(String(told)) ? features : '221 bye\r\n'));
          if (!greeting) socket.end();
        }),
      );
    const secure = await smtp('220-hello\r\n220 mail\r\n', '250-mail\r\n250 STARTTLS\r\n');
    const plain = await smtp('220 mail\r\n', '250 mail\r\n');
    expect(await saidBy(checkMail, { smtp: `smtp://u:secret@127.0.0.1:${secure}` })).toMatch(
      /OK +mail +smtp:\/\/127\.0\.0\.1:\d+ answers\./,
    );
    const told = await saidBy(checkMail, { smtp: `smtp://u:secret@127.0.0.1:${plain}` });
    expect(told).toMatch(/FAIL +mail .* offers no STARTTLS, and a password would go/);
    expect(told).not.toContain('secret');
    expect(await saidBy(checkMail, { smtp: `smtp://127.0.0.1:${plain}` })).toMatch(/WARN +mail .* offers no STARTTLS\./);
    expect(await saidBy(checkMail, { smtp: `smtp://127.0.0.1:${await smtp('', '')}` })).toMatch(
      /FAIL +mail .* does not answer: ECONNRESET/,
    );
    expect(await saidBy(checkMail, { smtp: `smtp://127.0.0.1:${await smtp('554 no\r\n', '')}` })).toMatch(/FAIL .* answer 554/);
    expect(await saidBy(checkMail, { smtp: `smtps://127.0.0.1:${await freePort()}` })).toMatch(
      /FAIL +mail .* does not answer: ECONNREFUSED/,
    );
  });

  test('a process that is ready, one that is not, one that is gone', async () => {
    const ready = await httpServer((_request, response) => response.end('{}'));
    const not = await httpServer((_request, response) => response.writeHead(503).end('{}'));
    const slow = await httpServer((_request, response) => response.setHeader('date', new Date(Date.now() - 9_000).toUTCString()).end());
    const told = await saidBy(checkProcesses, { processes: [ready, not, slow, `http://127.0.0.1:${await freePort()}`] });
    expect(told).toMatch(/OK +process .* is ready\.\nFAIL +process .* is up and not ready \(503\)\.\n +Next: /);
    expect(told).toMatch(/FAIL +clock of 127\.0\.0\.1:\d+ +it is \d+ ms from this machine's/);
    expect(told).toMatch(/FAIL +process .* does not answer: ECONNREFUSED\.\n +Next: Start it/);
  });

  (hasRedis ? test : test.skip)('Redis: there, and gone', async () => {
    const redis = await privateRedis();
    expect(await saidBy(checkRedis, { redis: redis.url })).toMatch(/OK +Redis .* answers\./);
    await redis.stop();
    expect(await saidBy(checkRedis, { redis: redis.url })).toMatch(/WARN +Redis .* does not answer: ECONNREFUSED\.\n +Next: Start it/);
  });
});
