import type { JSONWebKeySet, JWK } from 'jose';
import type { Actor } from '#shared/actor.ts';
import { hopSigner, hopVerifier, processOf } from '#shared/hop-token.ts';
import { signingKey } from '#shared/keys.ts';
import type { Check } from '../checks.ts';
import { fail, type Finding, ok } from '../finding.ts';
import { signers } from '../installation.ts';
import { jsonIn, keyFile } from '../key-file.ts';

/** Whether each process's own key signs what all of them trust. */
export const checkHopKeys: Check = async ({ installation: { trustedKeys, signingKeys } }) => {
  if (!trustedKeys && signingKeys.length === 0) return [];
  const about = 'trusted keys';
  if (!trustedKeys) return [fail(about, 'TRUSTED_KEYS is not set.', 'Set it to trusted.json, or name the folder of keys with --keys.')];
  const { text, found } = keyFile(about, trustedKeys);
  const trusted = text === undefined ? undefined : jsonIn<JSONWebKeySet>(text);
  const faults = found.filter(({ level }) => level === 'FAIL');
  if (faults.length > 0) return faults;
  const keys = Array.isArray(trusted?.keys) ? trusted.keys : [];
  return [...judgeTrusted(about, trustedKeys, keys), ...(await Promise.all(signingKeys.map((file) => judgeSigner(file, keys)))).flat()];
};

function judgeTrusted(about: string, file: string, keys: readonly JWK[]): Finding[] {
  if (keys.some(({ d }) => d !== undefined))
    return [
      fail(
        about,
        `${file} holds a private key.`,
        'Make new keys and give each process its own: whoever read this file can pass for that process.',
      ),
    ];
  const missing = signers.filter((name) => !keys.some(({ kid }) => processOf(kid ?? '') === name));
  if (missing.length > 0)
    return [
      fail(
        about,
        `${file} holds no key of ${missing.join(', ')}.`,
        'Add the public half (the key without d) of what that process signs by, and restart the processes.',
      ),
    ];
  return [ok(about, `${keys.length} public keys, of ${signers.join(', ')}.`)];
}

async function judgeSigner(file: string, keys: readonly JWK[]): Promise<Finding[]> {
  const { text, found } = keyFile('signing key', file);
  if (text === undefined) return [...found];
  const key = jsonIn<JWK>(text);
  if (!key)
    return [
      ...found,
      fail('signing key', `${file} is not JSON.`, 'Put the file back from its copy, or make new keys with npm run make-keys.'),
    ];
  const about = `signing key ${processOf(key.kid ?? '?')}`;
  try {
    const token = await hopSigner(await signingKey(key))('doctor', { actor: nobody });
    if (await hopVerifier('doctor', { keys: [...keys] })(token))
      return found.length > 0 ? [...found] : [ok(about, 'What it signs is trusted.')];
  } catch {
    return [
      ...found,
      fail(
        about,
        `${file} is no private Ed25519 key with a kid.`,
        'Put the file back from its copy, or make new keys with npm run make-keys.',
      ),
    ];
  }
  return [
    ...found,
    fail(
      about,
      `What ${file} signs is not trusted by TRUSTED_KEYS.`,
      'Give all processes the trusted.json that was made with this key, or add its public half to theirs.',
    ),
  ];
}

const nobody: Actor = { id: 'doctor', name: 'doctor', kind: 'person', assurance: 'LOW', mandates: [] };
