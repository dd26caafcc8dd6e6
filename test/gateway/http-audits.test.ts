import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { type Stage, stages } from '../support/stage.ts';

let stage: Stage;
let token: string;
beforeAll(async () => {
  stage = await stages[0]!.open();
  token = await stage.token({ as: 'agency' });
}, 60_000);
afterAll(() => stage.close());

// What the audits of GraphQL over HTTP do not know of: everybody has a token, and what another site could send is not taken.
const asOurs = (input: string | URL | Request, init: RequestInit = {}) =>
  fetch(input, {
    ...init,
    headers: { ...Object.fromEntries(new Headers(init.headers)), authorization: `Bearer ${token}`, 'apollo-require-preflight': '1' },
  });

const audits = serverAudits({ url: () => `${stage.url}/graphql`, fetchFn: asOurs });

test('there are as many audits as the package has', () => expect(audits.length).toBeGreaterThan(55));

test.each(audits)('$id $name', async ({ fn }) => {
  const result = await fn();
  expect(result.status === 'ok' ? 'ok' : `${result.status}: ${'reason' in result ? result.reason : ''}`).toBe('ok');
});
