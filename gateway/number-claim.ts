import { createHmac } from 'node:crypto';
import type { NumberHash } from '#shared/actor.ts';
import type { NumberClaim } from './actor-from-claims.ts';

const KEY_BYTES = 32;

/** For each version of the vault's keys the one that hashes numbers. The one that opens them stays with identities. */
export type HashKeys = Readonly<Record<number, { readonly hash: Uint8Array }>>;

/** A claim of a national number, exchanged for what identities know the number by; what is no number is known by nothing. */
export function numberClaim(claim: string, keys: HashKeys): NumberClaim {
  const known = Object.entries(keys).map(([version, { hash }]) => [Number(version), hash] as const);
  return {
    claim,
    hashes: (written) => {
      const number = /^(\d{6})-?(\d{4})$/.exec(written.trim())?.slice(1).join('');
      return number ? known.map(([keyVersion, key]) => hashed(keyVersion, key, number)) : [];
    },
  };
}

const hashed = (keyVersion: number, key: Uint8Array, number: string): NumberHash => ({
  keyVersion,
  hash: createHmac('sha256', key).update(`number:${number}`).digest('hex'),
});

/** Reads the keys from JSON, each 32 bytes in base64. A file that holds more than them is not taken: it is not the gateway's. */
export function readHashKeys(text: string): HashKeys {
  const versions = Object.entries(entry(parsed(text), 'versions'));
  if (versions.length === 0) throw new Error('The number hash keys are JSON with `versions`, each with its key `hash`.');
  return Object.fromEntries(versions.map(([version, key]) => [Number(version), { hash: hashKey(key) }]));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('The number hash keys are not JSON.');
  }
}

const entry = (value: unknown, name: string): object =>
  Object.entries(typeof value === 'object' && value !== null ? value : {}).find(([key]) => key === name)?.[1] ?? {};

function hashKey(key: unknown): Buffer {
  const told = Object.entries(typeof key === 'object' && key !== null ? key : {});
  if (told.some(([name]) => name !== 'hash'))
    throw new Error('The gateway takes hash keys alone: give it number-hash-keys.json, not the keys of the vault.');
  const bytes = Buffer.from(String(told[0]?.[1] ?? ''), 'base64');
  if (bytes.length !== KEY_BYTES) throw new Error(`A number hash key is ${KEY_BYTES} bytes in base64.`);
  return bytes;
}
