import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { KEY_BYTES, type VaultKeys } from './vault-cipher.ts';

/** The vault's keys as a file keeps them; made there, for this user only, where they are not and may be. */
export function keptVaultKeys(path: string, mayMake: boolean): VaultKeys {
  if (!existsSync(path) && mayMake) writeFileSync(path, JSON.stringify(freshKeys()), { mode: 0o600, flag: 'wx' });
  return readVaultKeys(readFileSync(path, 'utf8'));
}

function freshKeys() {
  const fresh = () => randomBytes(KEY_BYTES).toString('base64');
  return { current: 1, versions: { 1: { cipher: fresh(), hash: fresh() } } };
}

/** Reads keys from JSON: the current version, and for each version two keys of 32 bytes in base64. No fault repeats what it read. */
export function readVaultKeys(text: string): VaultKeys {
  const told = parsed(text);
  const current = told.get('current');
  const versions = entriesOf(told.get('versions'));
  if (typeof current !== 'number' || !versions.has(String(current)))
    throw new Error('The vault keys are JSON with `current`, and `versions` that hold it.');
  return {
    current,
    versions: Object.fromEntries(
      [...versions].map(([version, key]) => [Number(version), { cipher: bytesOf(key, 'cipher'), hash: bytesOf(key, 'hash') }]),
    ),
  };
}

function parsed(text: string): ReadonlyMap<string, unknown> {
  try {
    return entriesOf(JSON.parse(text));
  } catch {
    throw new Error('The vault keys are not JSON.');
  }
}

const entriesOf = (value: unknown): ReadonlyMap<string, unknown> =>
  new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);

function bytesOf(key: unknown, name: 'cipher' | 'hash'): Buffer {
  const told = entriesOf(key).get(name);
  const bytes = Buffer.from(typeof told === 'string' ? told : '', 'base64');
  if (bytes.length !== KEY_BYTES) throw new Error(`A vault key \`${name}\` is ${KEY_BYTES} bytes in base64.`);
  return bytes;
}
