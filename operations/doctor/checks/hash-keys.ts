import type { Check } from '../checks.ts';
import { fail, type Finding, ok, warn } from '../finding.ts';
import { jsonIn, keyFile } from '../key-file.ts';

const about = 'hash keys of the gateway';

interface Kept {
  readonly versions: Readonly<Record<string, { readonly hash?: string; readonly cipher?: string }>>;
}

/** Whether the gateway finds persons by the keys that the vault hashes by, and has none that opens numbers. */
export const checkHashKeys: Check = async ({ installation: { numberHashKeys, vaultKeys } }) => {
  if (!numberHashKeys) return [];
  const { text, found } = keyFile(about, numberHashKeys);
  if (text === undefined) return [...found];
  const versions = jsonIn<Kept>(text)?.versions;
  if (!versions)
    return [
      ...found,
      fail(
        about,
        `${numberHashKeys} does not hold hash keys.`,
        'Take number-hash-keys.json of npm run make-keys, or the hashes of VAULT_KEYS.',
      ),
    ];
  if (Object.values(versions).some(({ cipher }) => cipher !== undefined))
    return [
      ...found,
      fail(
        about,
        `${numberHashKeys} holds a key that opens numbers.`,
        'Give the gateway a file with the hashes alone; the gateway does not start with this one.',
      ),
    ];
  return [...found, ...againstVault(versions, vaultKeys)];
};

function againstVault(versions: Kept['versions'], vaultFile: string): Finding[] {
  const told = vaultFile ? keyFile('vault keys', vaultFile).text : undefined;
  const vault = told === undefined ? undefined : jsonIn<Kept>(told)?.versions;
  if (!vault)
    return [
      warn(about, 'The vault keys are not here, so they were not compared.', 'Run this where both files can be read, after each rotation.'),
    ];
  const other = Object.keys(vault).filter((version) => vault[version]?.hash !== versions[version]?.hash);
  if (other.length > 0)
    return [
      fail(
        about,
        `Of version ${other.join(', ')} the vault has another hash key.`,
        'Copy the hash of each version from VAULT_KEYS to NUMBER_HASH_KEYS, and restart the gateway: until then logins find nobody.',
      ),
    ];
  return [
    ok(about, `The same as the vault's, in ${Object.keys(vault).length === 1 ? '1 version' : `${Object.keys(vault).length} versions`}.`),
  ];
}
