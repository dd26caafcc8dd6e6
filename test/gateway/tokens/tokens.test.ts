import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createHmac, createSign, generateKeyPairSync } from 'node:crypto';
import { exportJWK, SignJWT } from 'jose';
import { authenticator } from '../../../gateway/authenticate.ts';
import { IssuerUnreachable, issuerKeys, issuerKeysRule } from '../../../gateway/tokens/issuer-keys.ts';
import { LONGEST_TOKEN } from '../../../gateway/tokens/token-form.ts';
import { freePort } from '../../support/free-port.ts';
import { startGuardedGateway } from '../../support/guarded-gateway.ts';
import { startTurningIssuer, type TurningIssuer } from '../support/turning-issuer.ts';

const encode = (part: object | string) => Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url');
const notTaken = 'The token is not one that is taken here.';

describe('tokens', () => {
  let issuer: TurningIssuer;
  let now: number;
  beforeEach(async () => {
    issuer = await startTurningIssuer();
    now = 1_000_000;
  });
  afterEach(() => issuer.close());
  const door = (rule = issuerKeysRule) => {
    const admit = authenticator({ issuer: issuer.url, audience: 'here', keys: issuerKeys(issuer.url, rule, () => now) });
    return (token: string) => admit(`Bearer ${token}`);
  };

  test('keys that overlap are all taken, and a new one is found when the first token by it comes', async () => {
    const admit = door();
    const before = await issuer.sign();
    expect(await admit(before)).toMatchObject({ id: 'somebody' });
    await issuer.turn(true);
    const after = await issuer.sign({ sub: 'after' });
    expect(await admit(after)).toBe(notTaken);
    now += issuerKeysRule.restMs;
    expect(await admit(after)).toMatchObject({ id: 'after' });
    expect(await admit(await issuer.sign({ sub: 'again' }))).toMatchObject({ id: 'again' });
    expect(issuer.fetched()).toBe(2);
  });

  test('keys that no issuer has do not make us ask it again and again', async () => {
    const admit = door();
    await admit(await issuer.sign());
    for (let nth = 0; nth < 50; nth++) {
      now += 100;
      expect(await admit(await issuer.sign({ sub: `x${nth}` }, { kid: `made-up-${nth}` }))).toBe(notTaken);
    }
    expect(issuer.fetched()).toBeLessThanOrEqual(2);
  });

  test('a key that is published no more is no more taken, once the keys are fetched anew', async () => {
    const admit = door();
    const stolen = await issuer.sign({ sub: 'one' });
    await admit(stolen);
    const alsoStolen = await issuer.sign({ sub: 'two' });
    await issuer.turn(false);
    now += issuerKeysRule.refreshMs;
    await admit(await issuer.sign({ sub: 'three' }));
    expect(await admit(alsoStolen)).toBe(notTaken);
  });

  test('an issuer that is away at the start is asked again soon; away later, what was known of it holds for a day', async () => {
    issuer.away(true);
    const admit = door();
    const token = await issuer.sign();
    await expect(admit(token)).rejects.toThrow(IssuerUnreachable);
    issuer.away(false);
    await expect(admit(token)).rejects.toThrow(IssuerUnreachable);
    now += issuerKeysRule.restMs;
    expect(await admit(token)).toMatchObject({ id: 'somebody' });
    issuer.away(true);
    now += 20 * 3_600_000;
    expect(await admit(await issuer.sign({ sub: 'later' }))).toMatchObject({ id: 'later' });
    now += 5 * 3_600_000;
    await expect(admit(await issuer.sign({ sub: 'much later' }))).rejects.toThrow(IssuerUnreachable);
  });

  test('of a hundred that come at once while nothing is known yet, one fetches the keys', async () => {
    const admit = door();
    const tokens = await Promise.all(Array.from({ length: 100 }, (_, nth) => issuer.sign({ sub: `s${nth}` })));
    const actors = await Promise.all(tokens.map(admit));
    expect(actors.every((actor) => typeof actor === 'object')).toBe(true);
    expect(issuer.fetched()).toBe(1);
  });

  test('clocks may be half a minute apart, and no more', async () => {
    const admit = door();
    const seconds = Math.floor(Date.now() / 1000);
    expect(await admit(await issuer.sign({ iat: seconds - 320, exp: seconds - 20 }))).toMatchObject({ id: 'somebody' });
    expect(await admit(await issuer.sign({ iat: seconds - 400, exp: seconds - 40 }))).toBe('The token has expired; fetch a new one.');
    expect(await admit(await issuer.sign({ nbf: seconds + 20 }))).toMatchObject({ id: 'somebody' });
    expect(await admit(await issuer.sign({ nbf: seconds + 60 }))).toBe(notTaken);
    expect(await admit(await issuer.sign({ iat: seconds + 120, exp: seconds + 400 }))).toBe('The token is of the future.');
  });

  test('issuer and audience are pinned', async () => {
    const admit = door();
    for (const claims of [
      { iss: 'https://elsewhere.example' },
      { iss: `${issuer.url}/` },
      { aud: 'there' },
      { aud: ['there'] },
      { aud: undefined },
      { iss: undefined },
    ])
      expect(await admit(await issuer.sign(claims))).toBe(notTaken);
    expect(await admit(await issuer.sign({ aud: ['there', 'here'] }))).toMatchObject({ id: 'somebody' });
  });

  test('claims that must be there are', async () => {
    const admit = door();
    for (const missing of ['exp', 'iat', 'sub']) expect(await admit(await issuer.sign({ [missing]: undefined }))).toBe(notTaken);
  });

  test('a token that brings its own key or rules is not looked at', async () => {
    const admit = door();
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const jwk = await exportJWK(publicKey);
    const own = 'The token names keys or rules of its own.';
    const claims = JSON.parse(Buffer.from((await issuer.sign()).split('.')[1]!, 'base64url').toString());
    for (const header of [{ jwk }, { jku: `${issuer.url}/jwks` }, { x5u: `${issuer.url}/jwks` }, { x5c: ['AAAA'] }, { jwk: null }])
      expect(
        await admit(await new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: 'key-1', ...(header as object) }).sign(privateKey)),
      ).toBe(own);
    for (const header of [{ crit: ['b64'], b64: true }, { crit: ['other'], other: 1 }, { crit: [] }]) {
      const signed = `${encode({ alg: 'ES256', kid: 'key-1', ...header })}.${encode(claims)}`;
      expect(await admit(`${signed}.${encode('signature')}`)).toBe(own);
    }
  });

  test('another algorithm than the pinned ones is not taken, whatever key it is signed by', async () => {
    const admit = door();
    const claims = (await issuer.sign()).split('.')[1]!;
    const hmac = (alg: string, key: string) => {
      const signed = `${encode({ alg, kid: 'key-1' })}.${claims}`;
      return `${signed}.${createHmac(`sha${alg.slice(2)}`, key)
        .update(signed)
        .digest('base64url')}`;
    };
    const published = JSON.stringify(JSON.parse(await (await fetch(`${issuer.url}/jwks`)).text()).keys[0]);
    for (const alg of ['HS256', 'HS512']) for (const key of ['', 'secret', published]) expect(await admit(hmac(alg, key))).toBe(notTaken);
    for (const alg of ['none', 'None', 'NONE', '', 'ES256 ', 'es256'])
      expect(await admit(`${encode({ alg, kid: 'key-1' })}.${claims}.`)).toBe(notTaken);
    expect(await admit(`${encode({ kid: 'key-1' })}.${claims}.AAAA`)).toBe(notTaken);
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const signed = `${encode({ alg: 'RS256', kid: 'key-1' })}.${claims}`;
    expect(await admit(`${signed}.${createSign('sha256').update(signed).sign(privateKey).toString('base64url')}`)).toBe(notTaken);
  });

  test('a token that says something twice is not gone by, however it is written', async () => {
    const admit = door();
    const twice = 'The token says something twice.';
    const header = encode({ alg: 'ES256', kid: 'key-1' });
    for (const claims of [
      '{"sub":"a","sub":"b"}',
      '{"sub":"a","s\\u0075b":"b"}',
      '{"mandates":[{"role":"AGENCY","role":"DASHBOARD"}]}',
      '{ "exp" : 1 , "a": {"exp": 2}, "exp" :3 }',
    ])
      expect(await admit(`${header}.${encode(claims)}.AAAA`)).toBe(twice);
    expect(await admit(`${encode('{"alg":"ES256","alg":"none","kid":"key-1"}')}.${encode({})}.AAAA`)).toBe(twice);
    for (const claims of ['{"a":"sub","sub":"a"}', '{"a":{"sub":1},"b":{"sub":1},"sub":"{\\"sub\\":1,\\"sub\\":2}"}'])
      expect(await admit(`${header}.${encode(claims)}.AAAA`)).toBe(notTaken);
  });

  test('a token that is too long, or none at all, is told so before any key is looked for', async () => {
    issuer.away(true);
    const admit = door();
    expect(await admit(`${encode({ alg: 'ES256' })}.${'A'.repeat(LONGEST_TOKEN)}.AAAA`)).toBe(
      `A token has at most ${LONGEST_TOKEN} characters.`,
    );
    for (const token of [
      'a.b.c',
      '..',
      `${encode('[]')}.${encode('{}')}.A`,
      `${encode('{}')}.${encode('"x"')}.A`,
      `${encode('{')}.${encode('{}')}.A`,
    ])
      expect(await admit(token)).toMatch(/taken here|Send a token/);
    for (const deep of ['['.repeat(2_000) + ']'.repeat(2_000)])
      expect(typeof (await admit(`${encode({ alg: 'ES256' })}.${encode(`{"a":${deep}}`)}.A`))).toBe('string');
  });
});

test('a gateway whose issuer cannot be reached starts all the same, and says that it cannot tell whose tokens these are', async () => {
  const issuer = await startTurningIssuer();
  const gateway = await startGuardedGateway({ OIDC_ISSUER: `http://127.0.0.1:${await freePort()}` });
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await issuer.sign()}` },
    body: '{"query":"{ __typename }"}',
  });
  expect(response.status).toBe(503);
  expect(response.headers.get('retry-after')).toBe('5');
  expect(JSON.parse(await response.text()).errors[0].extensions).toMatchObject({ code: 'UNAVAILABLE', requestId: expect.any(String) });
  await gateway.stop();
  await issuer.close();
});
