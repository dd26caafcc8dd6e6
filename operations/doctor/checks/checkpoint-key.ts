import { existsSync, readFileSync } from 'node:fs';
import type { JSONWebKeySet, JWK } from 'jose';
import { publishedKeys } from '#shared/checkpoint-file.ts';
import { signingKey } from '#shared/keys.ts';
import type { Check } from '../checks.ts';
import { fail, type Finding, ok, warn } from '../finding.ts';
import { jsonIn, keyFile } from '../key-file.ts';

const about = 'checkpoint key';

/** Whether the event logs are vouched for, by a key whose public half stands beside the checkpoints. */
export const checkCheckpointKey: Check = async ({ installation: { checkpoints, checkpointKey, dataFolder } }) => {
  if (!checkpointKey && dataFolder !== undefined) return [ok(about, 'None yet: it is made at the first start.')];
  if (!checkpointKey || !checkpoints)
    return [
      warn(
        about,
        'No checkpoints are written: CHECKPOINTS and CHECKPOINT_KEY are not both set.',
        'Set both, to a folder that who writes to the database cannot write to and to checkpoint-key.json.',
      ),
    ];
  const { text, found } = keyFile(about, checkpointKey);
  if (text === undefined) return [...found];
  const key = jsonIn<JWK>(text);
  if (!(await signs(key)))
    return [
      ...found,
      fail(
        about,
        `${checkpointKey} is no private Ed25519 key with a kid.`,
        'Put the file back from its copy, or take a new one from npm run make-keys.',
      ),
    ];
  if (!existsSync(checkpoints))
    return [
      ...found,
      warn(
        about,
        `There is no folder ${checkpoints} yet.`,
        'It is made at the first start; if it was there, find where it went before anything writes a new one.',
      ),
    ];
  return [...found, judgePublished(key, publishedKeys(checkpoints))];
};

async function signs(key: JWK | undefined): Promise<boolean> {
  try {
    return key !== undefined && (await signingKey(key)).name !== '';
  } catch {
    return false;
  }
}

function judgePublished(key: JWK | undefined, file: string): Finding {
  if (!existsSync(file)) return ok(about, 'It signs; its public half is published at the next start.');
  const keys = jsonIn<JSONWebKeySet>(readFileSync(file, 'utf8'))?.keys;
  const published = Array.isArray(keys) ? keys.find(({ kid }) => kid === key?.kid) : undefined;
  if (!published)
    return warn(about, `${file} does not hold its public half.`, 'It is added at the next start; keep a copy of the file elsewhere then.');
  if (published.x !== key?.x)
    return fail(
      about,
      `${file} holds another key by the same name.`,
      'Give the new key a name of its own (take one from npm run make-keys), or put the old key back.',
    );
  return ok(about, `It signs, and its public half is in ${file}.`);
}
