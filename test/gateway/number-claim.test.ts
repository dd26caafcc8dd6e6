import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { actorFrom } from '../../gateway/actor-from-claims.ts';
import { authenticator, remoteIssuer } from '../../gateway/authenticate.ts';
import { numberClaim, readHashKeys } from '../../gateway/number-claim.ts';
import { guardedEntrance } from '../../gateway/entrance.ts';
import { hopVerifier } from '#shared/hop-token.ts';
import { vaultCipher } from '../../subgraphs/identities/outside/vault-cipher.ts';
import { startIssuer, type TestIssuer } from '../support/issuer.ts';
import { actorWith, testKeys } from '../support/subgraphs.ts';

const key = () => ({ cipher: randomBytes(32), hash: randomBytes(32) });
const vault = { current: 2, versions: { 1: key(), 2: key() } };
const cpr = numberClaim('cpr', vault.versions);
const number = '7101201234';
const now = Math.floor(Date.now() / 1000);
const claims = { sub: 's', iss: 'https://eid.test', assurance: 'SUBSTANTIAL', mandates: [{ role: 'CITIZEN' }], iat: now, exp: now + 300 };

describe('the claim of a national number', () => {
  test('becomes what the vault knows the number by, under every version of its key', () => {
    const sorted = (hashes: readonly { readonly hash: string }[]) => hashes.map((each) => JSON.stringify(each)).sort();
    for (const written of [number, '710120-1234', ' 7101201234 '])
      expect(sorted(cpr.hashes(written))).toEqual(
        sorted(
          vaultCipher(vault)
            .hashes(number)
            .map(({ keyVersion, hash }) => ({ keyVersion, hash })),
        ),
      );
    for (const none of ['', '710120123', '71012012345', '710120_1234', 'abc']) expect(cpr.hashes(none)).toEqual([]);
  });

  test('is read from the one claim of an issuer that vouches for it, of persons only, and goes no further', () => {
    const told = actorFrom({ ...claims, cpr: number, nationalNumber: number }, cpr);
    expect(told).toMatchObject({
      id: 's',
      mandates: [{ role: 'CITIZEN' }],
      login: { issuer: 'https://eid.test', numbers: [{ keyVersion: 1 }, { keyVersion: 2 }] },
    });
    expect(JSON.stringify(told)).not.toContain(number);
    for (const actor of [
      actorFrom({ ...claims, cpr: number }),
      actorFrom({ ...claims, nationalNumber: number }, cpr),
      actorFrom({ ...claims, cpr: Number(number) }, cpr),
    ])
      expect(actor).toMatchObject({ login: { numbers: [] } });
    const system = actorFrom({ ...claims, mandates: [{ role: 'SUPPLIER_SYSTEM', system: 'S1' }], cpr: number }, cpr);
    expect(system).not.toHaveProperty('login');
  });

  test('a UniID that a token claims is not gone by', () => {
    expect(actorFrom({ ...claims, mandates: [{ role: 'CITIZEN', uniId: 'ABCDEFGHJK' }] }, cpr)).toMatchObject({
      mandates: [{ role: 'CITIZEN' }],
    });
    expect(JSON.stringify(actorFrom({ ...claims, mandates: [{ role: 'CITIZEN', uniId: 'ABCDEFGHJK' }] }, cpr))).not.toContain('ABCDEFGHJK');
  });

  test('no subgraph but identities learns by which number somebody is known', async () => {
    const { trusted, signers } = await testKeys();
    const actor = actorWith([{ role: 'CITIZEN' }], { login: { issuer: 'x', numbers: cpr.hashes(number) } });
    for (const name of ['institutions', 'agreements', 'identities']) {
      const entrance = guardedEntrance(
        { issuer: 'x', audience: 'x', keys: async () => Promise.reject(new Error('not asked')) },
        signers.gateway!,
      );
      const seen = await hopVerifier(name, trusted)((await entrance.tokenFor(name, actor))!);
      expect([name, seen?.login]).toEqual([name, name === 'identities' ? actor.login : undefined]);
    }
  });

  test('the gateway takes no key that opens numbers, and says what it wants without repeating what it read', () => {
    const secret = randomBytes(32).toString('base64');
    expect(readHashKeys(JSON.stringify({ versions: { 1: { hash: secret } } }))).toEqual({ 1: { hash: Buffer.from(secret, 'base64') } });
    const wrong = [
      `{"current":1,"versions":{"1":{"cipher":"${secret}","hash":"${secret}"}}}`,
      `${secret}`,
      '{}',
      `{"versions":{"1":{"hash":"${secret.slice(8)}"}}}`,
    ];
    for (const text of wrong) {
      expect(() => readHashKeys(text)).toThrow(/hash keys?/);
      try {
        readHashKeys(text);
      } catch (fault) {
        expect(String(fault)).not.toContain(secret.slice(8, 30));
      }
    }
  });
});

describe('a number that was not vouched for', () => {
  let trustedIssuer: TestIssuer;
  let otherIssuer: TestIssuer;
  beforeAll(async () => {
    trustedIssuer = await startIssuer();
    otherIssuer = await startIssuer();
  });
  afterAll(() => Promise.all([trustedIssuer.close(), otherIssuer.close()]));

  test("another issuer's token, one that names itself ours, and one whose number was written in afterwards get nobody in", async () => {
    const authenticate = authenticator({ ...remoteIssuer(trustedIssuer.url, trustedIssuer.audience), numbers: cpr });
    const told = { mandates: [{ role: 'CITIZEN' }], cpr: number };
    const good = await trustedIssuer.token({ mandates: [{ role: 'CITIZEN' }] });
    expect(await authenticate(`Bearer ${good}`)).toMatchObject({ kind: 'person', login: { issuer: trustedIssuer.url, numbers: [] } });
    const [head, body, signature] = good.split('.');
    const written = Buffer.from(JSON.stringify({ ...JSON.parse(Buffer.from(body!, 'base64url').toString()), cpr: number })).toString(
      'base64url',
    );
    const forged = [
      await otherIssuer.token(told),
      await otherIssuer.token(told, { issuer: trustedIssuer.url }),
      `${head}.${written}.${signature}`,
    ];
    for (const token of forged) expect(await authenticate(`Bearer ${token}`)).toBe('The token is not one that is taken here.');
  });
});
