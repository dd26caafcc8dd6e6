import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { JSONWebKeySet, JWK } from 'jose';
import { processOf } from '#shared/hop-token.ts';
import { makeKey, trustedKeys } from '#shared/keys.ts';

const signers = ['gateway', 'agreements', 'identities'];
const usage = `npm run next-signing-key -- FOLDER ${signers.join('|')} [--drop-older]
  Makes the next key of a process in the folder of keys, and lets trusted.json trust it beside the present one.
  --drop-older   only takes the older ones out of trusted.json, once the process signs by the newest`;

/** A process's next key, trusted beside the present one, so that a change of keys refuses nothing. Answers what to tell. */
export async function nextSigningKey(folder: string, name: string): Promise<string> {
  const { keys } = trustedIn(folder);
  const next = await makeKey(`${name}.${1 + Math.max(0, ...keysOf(keys, name).map(ordinalOf))}`);
  const file = join(folder, `${next.kid}.json`);
  writeFileSync(file, JSON.stringify(next, null, 2), { mode: 0o600, flag: 'wx' });
  replaceTrusted(folder, trustedKeys([...keys, next]));
  return `Made ${file}, and trusted.json trusts it. Now restart the subgraphs one after the other with it; then point ${name}'s SIGNING_KEY at the new file and restart it.`;
}

/** Takes all but a process's newest key out of what is trusted. */
export function dropOlder(folder: string, name: string): string {
  const { keys } = trustedIn(folder);
  const newest = Math.max(...keysOf(keys, name).map(ordinalOf));
  const kept = keys.filter((key) => processOf(key.kid ?? '') !== name || ordinalOf(key) === newest);
  replaceTrusted(folder, { keys: kept });
  return `${keys.length - kept.length} taken out of trusted.json. Restart the subgraphs one after the other; then the older files can be destroyed.`;
}

const trustedIn = (folder: string): JSONWebKeySet => JSON.parse(readFileSync(join(folder, 'trusted.json'), 'utf8'));
const keysOf = (keys: readonly JWK[], name: string) => keys.filter(({ kid }) => processOf(kid ?? '') === name);
/** The first key is named after the process alone. */
const ordinalOf = ({ kid }: JWK): number => Number(kid?.split('.')[1] ?? 1);

/** Whole or not at all: whoever reads it meanwhile has the one before. */
function replaceTrusted(folder: string, keys: JSONWebKeySet): void {
  const file = join(folder, 'trusted.json');
  writeFileSync(`${file}.new`, JSON.stringify(keys, null, 2), { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}

if (import.meta.main) {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { 'drop-older': { type: 'boolean' } } });
  const [folder, name = ''] = positionals;
  if (folder && signers.includes(name)) console.log(values['drop-older'] ? dropOlder(folder, name) : await nextSigningKey(folder, name));
  else {
    console.error(usage);
    process.exitCode = 2;
  }
}
