import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';

/** An issuer whose keys turn, and that can be away. */
export interface TurningIssuer {
  readonly url: string;
  /** How often its keys were fetched. */
  fetched(): number;
  /** A new key, which signs from now on; the ones before it stay published, or do not. */
  turn(keepBefore: boolean): Promise<void>;
  away(isAway: boolean): void;
  sign(claims?: object, header?: object): Promise<string>;
  close(): Promise<void>;
}

export async function startTurningIssuer(): Promise<TurningIssuer> {
  let published: JWK[] = [];
  let isAway = false;
  let fetched = 0;
  let nth = 0;
  let signing: { readonly kid: string; readonly key: Awaited<ReturnType<typeof generateKeyPair>>['privateKey'] } | undefined;
  const server = createServer((request, response) => {
    if (isAway) return void request.socket.destroy();
    if (request.url === '/jwks') fetched += 1;
    response
      .setHeader('content-type', 'application/json')
      .end(JSON.stringify(request.url === '/jwks' ? { keys: published } : { issuer: url, jwks_uri: `${url}/jwks` }));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const issuer: TurningIssuer = {
    url,
    fetched: () => fetched,
    turn: async (keepBefore) => {
      const { publicKey, privateKey } = await generateKeyPair('ES256');
      const kid = `key-${++nth}`;
      published = [...(keepBefore ? published : []), { ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' }];
      signing = { kid, key: privateKey };
    },
    away: (now) => {
      isAway = now;
    },
    sign: async (claims = {}, header = {}) => {
      const now = Math.floor(Date.now() / 1000);
      const all = {
        iss: url,
        aud: 'here',
        sub: 'somebody',
        iat: now,
        exp: now + 300,
        assurance: 'HIGH',
        mandates: [{ role: 'SUPPLIER_SYSTEM', system: 'S1' }],
        ...claims,
      };
      return new SignJWT(all)
        .setProtectedHeader({ alg: 'ES256', kid: signing!.kid, ...header })
        .sign(signing!.key, { crit: { b64: true, other: true } });
    },
    close: () => new Promise((closed) => server.close(() => closed())),
  };
  await issuer.turn(false);
  return issuer;
}
