import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { JSONWebKeySet, JWK } from 'jose';
import { publishKey } from './checkpoint-file.ts';
import type { Reader } from './config.ts';
import { makeKey, signingKey, type SigningKey } from './keys.ts';

/** Where checkpoints are written, by which key, and by which keys those that are there are known. */
export interface CheckpointSetup {
  readonly folder: string;
  readonly key: SigningKey;
  readonly trusted: JSONWebKeySet;
}

/** What the environment says of checkpoints; both empty: none are written. */
export interface CheckpointPlaces {
  readonly folder: string;
  readonly keyFile: string;
}

/** Reads where a process of its own writes checkpoints: a folder and a key, or neither. */
export function checkpointPlaces({ text }: Reader): CheckpointPlaces {
  if (!text('CHECKPOINTS', '') && !text('CHECKPOINT_KEY', '')) return { folder: '', keyFile: '' };
  return { folder: text('CHECKPOINTS'), keyFile: text('CHECKPOINT_KEY') };
}

/** Makes ready what checkpoints need: the folder, the key, its public half beside them. A fault here stops the start. */
export async function setUpCheckpoints({ folder, keyFile }: CheckpointPlaces): Promise<CheckpointSetup> {
  const jwk = jwkFrom(readFileSync(keyFile, 'utf8'));
  const key = await signingKey(jwk);
  return { folder, key, trusted: await publishKey(folder, jwk) };
}

/** No fault repeats what it read. */
function jwkFrom(text: string): JWK {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('The key of checkpoints is not JSON.');
  }
}

/** A new key for checkpoints; its name is its own, so that an older one goes on being known beside it. */
export const makeCheckpointKey = (): Promise<JWK> => makeKey(`checkpoints-${randomBytes(4).toString('hex')}`);

/** The file of a key for checkpoints; made there, for this user only, where it is not. */
export async function keptCheckpointKey(file: string): Promise<string> {
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(await makeCheckpointKey(), null, 2), { mode: 0o600, flag: 'wx' });
  return file;
}
