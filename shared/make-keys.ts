import { mkdirSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { makeCheckpointKey } from './checkpoint-setup.ts';
import { makeKey, trustedKeys } from './keys.ts';

/** `npm run make-keys -- FOLDER`: the keys by which the processes of one installation know each other, what all of them trust, and the keys of the vault, of checkpoints and of webhooks. */
const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('Where to? npm run make-keys -- FOLDER');
  process.exit(2);
}
mkdirSync(folder, { recursive: true, mode: 0o700 });
const names = ['gateway', 'agreements', 'identities'];
const keys = await Promise.all(names.map(makeKey));
const checkpointKey = await makeCheckpointKey();
const fresh = () => randomBytes(32).toString('base64');
const hash = fresh();
const files = new Map<string, object>([
  ...keys.map((key) => [`${key.kid}.json`, key] as const),
  ['trusted.json', trustedKeys(keys)],
  ['checkpoint-key.json', checkpointKey],
  ['checkpoint-trusted.json', trustedKeys([checkpointKey])],
  ['vault-keys.json', { current: 1, versions: { 1: { cipher: fresh(), hash } } }],
  ['number-hash-keys.json', { versions: { 1: { hash } } }],
]);
for (const [name, content] of files) writeFileSync(join(folder, name), JSON.stringify(content, null, 2), { mode: 0o600, flag: 'wx' });
writeFileSync(join(folder, 'webhook-key'), `${fresh()}\n`, { mode: 0o600, flag: 'wx' });
console.log(
  `Made ${[...files.keys(), 'webhook-key'].join(', ')} in ${folder}. Give each process its own key and trusted.json; keep them out of the repository. checkpoint-trusted.json is for whoever runs verify-log; keep a copy where the servers cannot write.`,
);
