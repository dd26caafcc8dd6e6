import { createHash, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** A real OpenID Connect issuer as far as the gateway sees one: discovery, keys, tokens. */
export interface TestIssuer {
  readonly url: string;
  readonly audience: string;
  token(claims: object, more?: { issuer?: string; audience?: string; expiresIn?: string; algorithm?: string }): Promise<string>;
  close(): Promise<void>;
}

export async function startIssuer(): Promise<TestIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const kid = randomUUID();
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid, alg: 'ES256' }] };
  let url = '';
  const server: Server = createServer((request, response) => {
    const body = request.url === '/jwks' ? keys : { issuer: url, jwks_uri: `${url}/jwks` };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  return {
    url,
    audience: 'tilslut-test',
    token: (claims, { issuer = url, audience = 'tilslut-test', expiresIn = '10m' } = {}) =>
      new SignJWT({ assurance: 'SUBSTANTIAL', ...claims })
        .setProtectedHeader({ alg: 'ES256', kid })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject('sub' in claims ? String(claims.sub) : createHash('sha256').update(JSON.stringify(claims)).digest('hex').slice(0, 20))
        .setIssuedAt()
        .setExpirationTime(expiresIn)
        .sign(privateKey),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
