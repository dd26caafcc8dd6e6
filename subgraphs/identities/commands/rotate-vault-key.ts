import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { databaseOf } from '#shared/database-url.ts';
import { openDatabase } from '#shared/open-database.ts';
import { holdFolder } from '#shared/lock-file.ts';
import { rewriteVault } from '../actions/vault/rewrite-vault.ts';
import { vaultRows } from '../database/vault/vault-rows.ts';
import { nothingRemains, type VaultRows } from '../domain/vault/rotation.ts';
import { changeKeysFile, withCurrentOnly, withoutOldCiphers, withNewestCurrent, withNewVersion } from '../outside/rotate-keys-file.ts';
import { type VaultKeys, vaultCipher } from '../outside/vault-cipher.ts';
import { keptVaultKeys } from '../outside/vault-keys-file.ts';
import { storage } from '../server.ts';

const folder = resolve(process.env.TILSLUT_DATA ?? '.data');
const path = process.env.VAULT_KEYS || join(folder, 'vault-keys.json');
const { values, positionals } = parseArgs({ options: { database: { type: 'string' } }, allowPositionals: true });
const databaseUrl = values.database ?? databaseOf('identities', { databaseUrl: process.env.DATABASE_URL ?? '', dataFolder: folder });

const steps: Readonly<Record<string, () => Promise<void>>> = { add, use, rewrite, retire };

/** `npm run rotate-vault-key -- add|use|rewrite|retire`: the four steps by which the vault's two keys are replaced; `--database URL` where identities has a database of its own. */
async function main(): Promise<void> {
  const step = steps[positionals[0] ?? ''];
  if (!step) {
    console.error(
      'Which step? npm run rotate-vault-key -- add | use | rewrite | retire, in this order; docs/operations.md says what comes between.',
    );
    process.exitCode = 2;
    return;
  }
  await step();
}

async function add(): Promise<void> {
  const { current, versions } = changeKeysFile(path, withNewVersion);
  console.log(
    `${path} holds versions ${Object.keys(versions).join(', ')}; ${current} is still the current one. Restart every process, the gateway first.`,
  );
}

async function use(): Promise<void> {
  const { current } = changeKeysFile(path, withNewestCurrent);
  console.log(`Version ${current} is the current one. Restart every process of identities, then rewrite.`);
}

async function rewrite(): Promise<void> {
  await withRows(keptVaultKeys(path, false), async (rows) => {
    const remaining = await rewriteVault(rows, (rewritten) => console.log(`${rewritten} numbers rewritten.`));
    console.log(
      nothingRemains(remaining) ? 'Nothing lies under an older key; retire it.' : `Not all is done yet: ${JSON.stringify(remaining)}.`,
    );
    if (!nothingRemains(remaining)) process.exitCode = 1;
  });
}

async function retire(): Promise<void> {
  await withRows(keptVaultKeys(path, false), async (rows) => {
    const remaining = await rows.remaining();
    if (!nothingRemains(remaining)) {
      console.error(`An older key is still needed: ${JSON.stringify(remaining)}. Nothing was changed; rewrite first.`);
      process.exitCode = 1;
      return;
    }
    await rows.forgetOldHashes();
    const stays = await rows.hasOldHashes();
    const { current } = changeKeysFile(path, stays ? withoutOldCiphers : withCurrentOnly);
    if (stays) console.log('Older hash keys stay: persons who were erased are known by nothing else. What opened their numbers is gone.');
    console.log(`Version ${current} alone is left. Restart every process, then give the gateway's file the same.`);
  });
}

async function withRows(keys: VaultKeys, work: (rows: VaultRows) => Promise<void>): Promise<void> {
  const held = databaseUrl.startsWith('sqlite:') ? holdFolder(folder) : undefined;
  const database = await openDatabase({ url: databaseUrl, clock: Date.now, ...storage });
  try {
    await work(vaultRows(database, { cipher: vaultCipher(keys), current: keys.current }));
  } finally {
    await database.close();
    held?.release();
  }
}

await main();
