import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';

/** The issuer's keys could not be had, now or ever so far: nobody's token can be judged. */
export class IssuerUnreachable extends Error {
  readonly statusCode = 503;
}

export interface IssuerKeysRule {
  /** After so long keys are fetched anew, beside whoever asks, in milliseconds. */
  readonly refreshMs: number;
  /** No sooner than this after the last try, whatever is asked for. */
  readonly restMs: number;
  /** How long keys are gone by when the issuer cannot be reached any more. */
  readonly keptMs: number;
  readonly answerMs: number;
}

export const issuerKeysRule: IssuerKeysRule = { refreshMs: 5 * 60_000, restMs: 5_000, keptMs: 24 * 3_600_000, answerMs: 3_000 };

const MOST_BYTES = 256 * 1024;

/** The keys of an issuer elsewhere, where its discovery document says. A key unknown so far is looked for at once; what was known is kept while the issuer is away. */
export function issuerKeys(issuer: string, rule: IssuerKeysRule = issuerKeysRule, now: () => number = Date.now): JWTVerifyGetKey {
  let held: { readonly keys: JWTVerifyGetKey; readonly at: number } | undefined;
  let triedAt = Number.NEGATIVE_INFINITY;
  let fetching: Promise<void> | undefined;
  const refresh = (): Promise<void> => {
    fetching ??= (async () => {
      triedAt = now();
      try {
        const found: JSONWebKeySet = await keySetOf(issuer, rule.answerMs);
        held = { keys: createLocalJWKSet(found), at: now() };
      } finally {
        fetching = undefined;
      }
    })();
    return fetching;
  };
  const mayTry = () => fetching !== undefined || now() - triedAt >= rule.restMs;
  return async (header, token) => {
    if (held && now() - held.at >= rule.keptMs) held = undefined;
    if (!held && mayTry()) await refresh().catch(() => {});
    if (!held) throw new IssuerUnreachable('The keys of the issuer cannot be had.');
    if (now() - held.at >= rule.refreshMs && mayTry()) refresh().catch(() => {});
    try {
      return await held.keys(header, token);
    } catch (fault) {
      if (!(fault instanceof errors.JWKSNoMatchingKey) || !mayTry()) throw fault;
      await refresh().catch(() => {});
      return held.keys(header, token);
    }
  };
}

async function keySetOf(issuer: string, within: number): Promise<JSONWebKeySet> {
  const signal = AbortSignal.timeout(within);
  const discovered = await documentAt(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, signal);
  if (typeof discovered.jwks_uri !== 'string') throw new Error('The discovery document names no keys.');
  if (discovered.issuer !== issuer) throw new Error('The discovery document is of another issuer.');
  const { keys } = await documentAt(discovered.jwks_uri, signal);
  if (!Array.isArray(keys)) throw new Error('The key set holds no keys.');
  return { keys };
}

async function documentAt(url: string, signal: AbortSignal): Promise<Readonly<Record<string, unknown>>> {
  const response = await fetch(url, { signal, redirect: 'error', headers: { accept: 'application/json' } });
  const text = await response.text();
  if (!response.ok || text.length > MOST_BYTES) throw new Error(`No document at the issuer: status ${response.status}.`);
  const document: unknown = JSON.parse(text);
  if (typeof document !== 'object' || document === null) throw new Error('No document at the issuer.');
  return { ...document };
}
