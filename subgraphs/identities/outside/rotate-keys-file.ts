import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { KEY_BYTES, type VaultKeys } from './vault-cipher.ts';
import { readVaultKeys } from './vault-keys-file.ts';

/** The keys with one version more; new rows still go under the present one, until every process knows the new one. */
export function withNewVersion({ current, versions }: VaultKeys): VaultKeys {
  const next = Math.max(...Object.keys(versions).map(Number)) + 1;
  return { current, versions: { ...versions, [next]: { cipher: randomBytes(KEY_BYTES), hash: randomBytes(KEY_BYTES) } } };
}

/** The keys with the newest version as the current one. */
export const withNewestCurrent = ({ versions }: VaultKeys): VaultKeys => ({
  current: Math.max(...Object.keys(versions).map(Number)),
  versions,
});

/** The keys with the current version alone. */
export const withCurrentOnly = ({ current, versions }: VaultKeys): VaultKeys => ({
  current,
  versions: Object.fromEntries(Object.entries(versions).filter(([version]) => Number(version) === current)),
});

/** The keys with older versions that hash and open nothing: their other half is drawn anew and known to nobody. */
export const withoutOldCiphers = ({ current, versions }: VaultKeys): VaultKeys => ({
  current,
  versions: Object.fromEntries(
    Object.entries(versions).map(([version, key]) => [
      version,
      Number(version) === current ? key : { ...key, cipher: randomBytes(KEY_BYTES) },
    ]),
  ),
});

/** Changes the file of the keys in one step: a process that starts meanwhile reads the old keys or the new ones, never half. */
export function changeKeysFile(path: string, change: (keys: VaultKeys) => VaultKeys): VaultKeys {
  const keys = change(readVaultKeys(readFileSync(path, 'utf8')));
  const versions = Object.fromEntries(
    Object.entries(keys.versions).map(([version, { cipher, hash }]) => [
      version,
      { cipher: cipher.toString('base64'), hash: hash.toString('base64') },
    ]),
  );
  writeFileSync(`${path}.new`, JSON.stringify({ current: keys.current, versions }, null, 2), { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return keys;
}
