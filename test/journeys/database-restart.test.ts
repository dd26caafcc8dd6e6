import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { loadDemoOnce } from '../../demo/load.ts';
import { demoPersonas } from '../../demo/personas.ts';
import { type Client, clientOf } from '#shared/graphql-client.ts';
import { eventually } from '../support/installation.ts';
import { type PrivateServer, startPrivateServer } from '../support/private-server.ts';
import { type Served, startServed } from '../support/processes.ts';

const isWanted = (process.env.TILSLUT_TEST_MYSQL ?? '') !== '';

(isWanted ? test : test.skip)(
  'four processes live through a database that crashes and comes back: nothing answers 500, nothing decided is lost, and all goes on',
  async () => {
    const agency = as('agency');
    await loadDemoOnce(async (_subgraph, _actor, operation) => agency(operation));
    const page = '{ daycares(first: 5) { nodes { number name dataAccesses(first: 1) { nodes { id } } } } }';
    const healthy = (await agency({ query: page })).data;
    const [{ number }] = healthy.daycares.nodes;
    const answers: { status: number; told: any }[] = [];
    let isOver = false;
    const token = await tokenOf('agency');
    const asking = Promise.all(
      Array.from({ length: 4 }, async () => {
        while (!isOver) {
          const response = await fetch(`${served.url}/graphql`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
            body: JSON.stringify({ query: page }),
          });
          answers.push({ status: response.status, told: JSON.parse(await response.text()) });
          await new Promise((next) => setTimeout(next, 30));
        }
      }),
    );
    let broken = 0;
    await server.crash(async () => {
      await eventually(
        async () => answers.slice(-4),
        (last) => last.some(({ told }) => told.errors),
      );
      broken = answers.length;
      expect((await fetch(`${served.url}/health`)).status).toBe(200);
      expect((await fetch(`${served.url}/ready`)).status).toBe(503);
    });
    await eventually(
      async () => answers.slice(broken).at(-1),
      (last) => last !== undefined && !last.told.errors,
    );
    isOver = true;
    await asking;
    expect(answers.filter(({ status }) => status >= 500 && status !== 503)).toEqual([]);
    for (const { told } of answers)
      for (const { message, extensions } of told.errors ?? []) {
        expect(['UNAVAILABLE', 'INTERNAL']).toContain(extensions.code);
        expect(JSON.stringify([message, extensions])).not.toMatch(/ECONN|SELECT|sql|127\.0|stack|institutions|agreements|identities/i);
      }
    expect((await agency({ query: page })).data).toEqual(healthy);
    await eventually(
      async () => (await fetch(`${served.url}/ready`)).status,
      (status) => status === 200,
    );
    const responsible = as('responsible-0751');
    const overview = await eventually(
      () => responsible({ query: '{ userOverview(municipality: "0751") { units(first: 1) { nodes { daycareNumber } } } }' }),
      ({ errors }) => errors === undefined,
    );
    expect(overview.data.userOverview.units.nodes).toHaveLength(1);
    expect(number).toMatch(/^G/);
  },
  180_000,
);

let server: PrivateServer;
let served: Served;
const tokenOf = (persona: string) => served.issuer.token(demoPersonas.find(({ id }) => id === persona) ?? {});
const as = (persona: string): Client => clientOf(served.url, () => tokenOf(persona));

beforeAll(async () => {
  if (!isWanted) return;
  const started = await startPrivateServer();
  if (!started) throw new Error('There is no database server to start.');
  server = started;
  served = await startServed(server.url);
}, 120_000);
afterAll(async () => {
  if (!isWanted) return;
  await served?.stop();
  await server?.stop();
}, 60_000);
