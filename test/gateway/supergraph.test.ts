import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { composed, supergraphFile } from '../../gateway/compose.ts';
import { gatewayConfig } from '../../gateway/config.ts';

test('the committed supergraph is what the subgraphs compose to; `npm run compose` writes it anew', () => {
  expect(readFileSync(supergraphFile, 'utf8') === composed()).toBe(true);
});

test('a gateway that lets anybody in is refused unless it is bound to loopback and outside production', () => {
  expect(gatewayConfig({ GATEWAY_OPEN: '1' })).toMatchObject({ host: '127.0.0.1', port: 4000, entrance: 'open' });
  expect(() => gatewayConfig({ GATEWAY_OPEN: '1', HOST: '0.0.0.0' })).toThrow('HOST has to be 127.0.0.1 or ::1, not 0.0.0.0');
  expect(() => gatewayConfig({ GATEWAY_OPEN: '1', NODE_ENV: 'production' })).toThrow('NODE_ENV=production does not allow');
  expect(() => gatewayConfig({ HOST: '10.0.0.1', GATEWAY_OPEN: '1', NODE_ENV: 'production', PORT: 'x' })).toThrow(/HOST.*NODE_ENV.*PORT/s);
  expect(() => gatewayConfig({})).toThrow('OIDC_ISSUER is missing; OIDC_AUDIENCE is missing; SIGNING_KEY is missing');
});
