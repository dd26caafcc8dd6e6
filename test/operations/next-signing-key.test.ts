import { afterAll, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JSONWebKeySet } from 'jose';
import type { Actor } from '#shared/actor.ts';
import { hopSigner, hopVerifier } from '#shared/hop-token.ts';
import { signingKey } from '#shared/keys.ts';

const folder = join(mkdtempSync(join(tmpdir(), 'tilslut-')), 'keys');
afterAll(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

const run = (file: string, ...args: string[]) =>
  spawnSync(process.execPath, [file, ...args], { env: { PATH: process.env.PATH ?? '' }, encoding: 'utf8' });
const json = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const trusted = (): JSONWebKeySet => json('trusted.json');
const signedBy = async (name: string, holds: object) => hopSigner(await signingKey(json(`${name}.json`)))('identities', holds);
const taken = async (token: string) => hopVerifier('identities', trusted())(token);

test("a process's keys change without anything being refused in between", async () => {
  const actor: Actor = { id: 'a', name: 'a', kind: 'person', assurance: 'LOW', mandates: [] };
  run('shared/make-keys.ts', folder);
  const old = await signedBy('gateway', { actor });
  expect(run('operations/next-signing-key.ts', folder, 'gateway').stdout).toContain('Made');
  expect(statSync(join(folder, 'gateway.2.json')).mode & 0o077).toBe(0);
  const fresh = await signedBy('gateway.2', { actor });
  expect([await taken(old), await taken(fresh)]).toEqual([actor, actor]);
  expect(JSON.stringify(trusted())).not.toContain('"d"');

  expect(run('operations/next-signing-key.ts', folder, 'gateway', '--drop-older').stdout).toMatch(/^1 taken out/);
  expect([await taken(old), await taken(fresh)]).toEqual([undefined, actor]);
  expect(
    trusted()
      .keys.map(({ kid }) => kid)
      .sort(),
  ).toEqual(['agreements', 'gateway.2', 'identities']);
});

test("a subgraph's next key is still that subgraph to whoever gives it leases", async () => {
  run('operations/next-signing-key.ts', folder, 'agreements');
  run('operations/next-signing-key.ts', folder, 'agreements');
  const actors = await Promise.all(
    ['agreements', 'agreements.2', 'agreements.3'].map(async (name) => taken(await signedBy(name, { store: 's' }))),
  );
  expect(actors.map((actor) => actor?.id)).toEqual(['agreements/s', 'agreements/s', 'agreements/s']);
});

test('a key of nobody, or without a folder, is told how to make one', () => {
  for (const args of [[folder, 'institutions'], [], [folder]]) {
    const { status, stderr } = run('operations/next-signing-key.ts', ...args);
    expect({ status, told: stderr.includes('npm run next-signing-key') }).toEqual({ status: 2, told: true });
  }
});

test("a subgraph cannot pass for the gateway by its key's name", async () => {
  const { kid: _, ...key } = json('agreements.json');
  const actor: Actor = { id: 'x', name: 'x', kind: 'person', assurance: 'HIGH', mandates: [{ role: 'AGENCY' }] };
  const token = await hopSigner(await signingKey({ ...key, kid: 'gateway.9' }))('identities', { actor });
  expect(await taken(token)).toBeUndefined();
});
