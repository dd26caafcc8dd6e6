import type { NumberCipher } from '../../../subgraphs/identities/domain/people/number-cipher.ts';
import { vaultCipher, type VaultKeys } from '../../../subgraphs/identities/outside/vault-cipher.ts';
import { readVaultKeys } from '../../../subgraphs/identities/outside/vault-keys-file.ts';
import type { Check } from '../checks.ts';
import { fail, type Finding, ok, warn } from '../finding.ts';
import { keyFile } from '../key-file.ts';
import { hasTable, type Store } from '../stores.ts';

const about = 'vault keys';
const restore = 'Put back the file of keys that was in use then: without it these national numbers cannot be read by anybody.';

/** Whether the vault's keys open what lies in it: one value of each version of keys, which is dropped at once. */
export const checkVault: Check = async ({ installation, stores }) => {
  const path = installation.vaultKeys;
  const store = stores.find(({ subgraph }) => subgraph === 'identities');
  if (!path && !store) return [];
  if (!path)
    return (await isEmpty(store))
      ? [ok(about, 'None yet, and nothing in the vault.')]
      : [fail(about, 'There are no keys to the vault.', `Set VAULT_KEYS. ${restore}`)];
  const { text, found } = keyFile(about, path);
  if (text === undefined) return [...found];
  const keys = keysIn(text);
  if (!keys) return [...found, fail(about, `${path} does not hold keys as npm run make-keys makes them.`, restore)];
  const kept = store
    ? await judgeKept(store, keys)
    : [warn(about, 'The database of identities is not named, so nothing was opened.', 'Name it: --database identities=URL.')];
  return [...found, ...kept];
};

function keysIn(text: string): VaultKeys | undefined {
  try {
    return readVaultKeys(text);
  } catch {
    return undefined;
  }
}

const isEmpty = async (store: Store | undefined): Promise<boolean> =>
  !store || !(await hasTable(store, 'vault_number')) || (await store.ask('SELECT uniId FROM vault_number LIMIT 1')).length === 0;

async function judgeKept(store: Store, keys: VaultKeys): Promise<Finding[]> {
  if (await isEmpty(store)) return [ok(about, `Version ${keys.current} is current; nothing is in the vault yet.`)];
  const cipher = vaultCipher(keys);
  const versions = await store.ask('SELECT DISTINCT keyVersion FROM vault_number ORDER BY keyVersion');
  const found: Finding[] = [];
  for (const { keyVersion } of versions) {
    const version = Number(keyVersion);
    const [row] = await store.ask('SELECT uniId, value FROM vault_number WHERE keyVersion = ? LIMIT 1', version);
    if (!keys.versions[version]) found.push(fail(about, `Values are kept under version ${version}, which the keys do not have.`, restore));
    else if (row && !opens(cipher, String(row.uniId), { keyVersion: version, value: String(row.value) }))
      found.push(fail(about, `Version ${version} does not open what is kept under it.`, restore));
  }
  const told = versions.map(({ keyVersion }) => keyVersion).join(', ');
  return found.length > 0 ? found : [ok(about, `Version ${keys.current} is current; what is kept under ${told} opens.`)];
}

function opens(cipher: NumberCipher, uniId: string, sealed: Parameters<NumberCipher['open']>[1]): boolean {
  try {
    return cipher.open(uniId, sealed) !== '';
  } catch {
    return false;
  }
}
