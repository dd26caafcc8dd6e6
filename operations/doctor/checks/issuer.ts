import type { JWK } from 'jose';
import { ALGORITHMS, CLOCKS_APART_SECONDS } from '../../../gateway/authenticate.ts';
import type { Check } from '../checks.ts';
import { codeOf, fail, type Finding, ok, shownUrl, span, warn } from '../finding.ts';

const ANSWER_MS = 3_000;
const about = 'issuer';

/** Whether callers' tokens can be verified: the issuer's discovery document, its keys, and its clock. */
export const checkIssuer: Check = async ({ installation: { issuer, audience, dataFolder } }) => {
  if (!issuer)
    return [dataFolder === undefined ? notSet : ok(about, 'The development issuer, for trials on this machine: OIDC_ISSUER is not set.')];
  const found: Finding[] = audience
    ? []
    : [fail(about, 'OIDC_AUDIENCE is not set.', 'Set it to the audience that the issuer puts into tokens for this system.')];
  if (/^http:\/\/(?!127\.|localhost|\[::1\])/.test(issuer))
    found.push(
      warn(
        about,
        `${shownUrl(issuer)} is asked without TLS.`,
        "Use its https address: who stands between could give out keys of one's own.",
      ),
    );
  const discovery = await documentAt(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  if ('code' in discovery)
    return [
      ...found,
      fail(
        about,
        `Its discovery document cannot be had: ${discovery.code}.`,
        'Correct OIDC_ISSUER, or let this machine out to it; until then nobody new gets in.',
      ),
    ];
  found.push(...judgeClock(discovery));
  if (discovery.document.issuer !== issuer)
    return [
      ...found,
      fail(
        about,
        `It calls itself ${shownUrl(String(discovery.document.issuer))}, and OIDC_ISSUER is ${shownUrl(issuer)}.`,
        'Set OIDC_ISSUER to exactly what the document says, the last slash included.',
      ),
    ];
  const keys = await documentAt(String(discovery.document.jwks_uri));
  if ('code' in keys)
    return [
      ...found,
      fail(about, `Its keys cannot be had: ${keys.code}.`, 'Let this machine out to the jwks_uri of its discovery document.'),
    ];
  return [...found, judgeKeys(keys.document.keys)];
};

const notSet = warn(about, 'OIDC_ISSUER is not set, so it is not looked at.', "Run this with the gateway's OIDC_ISSUER and OIDC_AUDIENCE.");

function judgeKeys(given: unknown): Finding {
  const keys: readonly JWK[] = Array.isArray(given) ? given : [];
  if (keys.some(({ d, k }) => d !== undefined || k !== undefined))
    return fail(about, 'It publishes a private key.', 'Tell the issuer at once: whoever has read it can make any token.');
  const usable = keys.filter(isUsable);
  if (usable.length === 0)
    return fail(
      about,
      `None of its ${keys.length} keys signs by ${ALGORITHMS.join(', ')}.`,
      'Have the issuer sign tokens for this system by one of these.',
    );
  return ok(about, `It is reachable, names itself rightly, and ${usable.length} of its ${keys.length} keys sign by what is taken here.`);
}

const kinds: Readonly<Record<string, (key: JWK) => boolean>> = {
  EC: ({ crv }) => crv === 'P-256',
  OKP: ({ crv }) => crv === 'Ed25519',
  RSA: ({ n }) => Buffer.from(n ?? '', 'base64url').length * 8 >= 2048,
};

const isUsable = (key: JWK): boolean =>
  (key.alg === undefined || ALGORITHMS.includes(key.alg)) && key.use !== 'enc' && (kinds[key.kty ?? '']?.(key) ?? false);

interface Told {
  readonly document: Readonly<Record<string, unknown>>;
  /** How far its clock is from ours, in milliseconds; its header tells whole seconds. */
  readonly apart: number | undefined;
}

function judgeClock({ apart }: Told): Finding[] {
  const clock = 'clock of the issuer';
  const next = "Set this machine's clock by a time service; if it is right, tell the issuer.";
  if (apart === undefined)
    return [warn(clock, 'It does not say what time it has.', 'Compare by hand: tokens of more than 30 s ahead are refused.')];
  const told = `it is about ${span(apart)} from this machine's`;
  if (apart > CLOCKS_APART_SECONDS * 1000)
    return [fail(clock, `${told}; fresh tokens are refused beyond ${CLOCKS_APART_SECONDS} s.`, next)];
  if (apart > CLOCKS_APART_SECONDS * 500) return [warn(clock, `${told}, and ${CLOCKS_APART_SECONDS} s are borne.`, next)];
  return [ok(clock, `${told}.`)];
}

async function documentAt(url: string): Promise<Told | { readonly code: string }> {
  try {
    const asked = Date.now();
    const response = await fetch(url, {
      signal: AbortSignal.timeout(ANSWER_MS),
      redirect: 'error',
      headers: { accept: 'application/json' },
    });
    const date = Date.parse(response.headers.get('date') ?? '');
    if (!response.ok) return { code: `status ${response.status}` };
    const document: unknown = JSON.parse(await response.text());
    if (typeof document !== 'object' || document === null) return { code: 'no document' };
    // The header's second may have begun before it was asked, and ended after it was answered.
    const apart = Math.max(0, asked - date - 999, date - Date.now());
    return { document: { ...document }, apart: Number.isNaN(date) ? undefined : apart };
  } catch (fault) {
    return { code: codeOf(fault) };
  }
}
