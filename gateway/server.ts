import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { hopSigner } from '#shared/hop-token.ts';
import { signingKey } from '#shared/keys.ts';
import { processLog } from '#shared/serve.ts';
import { startTracing } from '#shared/tracing.ts';
import { registeredIn } from './admission/registered/read-manifest.ts';
import { remoteIssuer } from './authenticate.ts';
import { type GatewayConfig, gatewayConfig } from './config.ts';
import { type Entrance, guardedEntrance, openEntrance } from './entrance.ts';
import { rules } from './fetching/asked-subgraph.ts';
import { httpSubgraph } from './fetching/http-subgraph.ts';
import { landingPage } from './landing-page.ts';
import { gatewayMetrics } from './operating/metrics.ts';
import { serveMetrics } from './operating/serve-metrics.ts';
import { admission } from './overload/admission.ts';
import { budgets } from './overload/budgets.ts';
import { sharedCounters } from './overload/shared-counters.ts';
import { readSupergraph } from './planning/supergraph.ts';
import { type Gateway, startGateway } from './start-gateway.ts';
import { sharesReads } from './subgraphs.ts';

if (import.meta.main) await serve(gatewayConfig(process.env));

/** The gateway as a process of its own, before the subgraphs of a supergraph's file. */
async function serve(config: GatewayConfig): Promise<void> {
  const log = processLog('gateway');
  const { redis, gateways } = config.shared;
  const supergraph = readFileSync(config.supergraph, 'utf8');
  const urls = new Map([...readSupergraph(supergraph).urls].map(([name, url]) => [name, config.urlOf(name) ?? url]));
  const counters = redis ? sharedCounters(redis, gateways, log) : undefined;
  const metrics = gatewayMetrics();
  const stopTracing = await startTracing('gateway', process.env);
  const gateway = await startGateway({
    log,
    supergraph,
    entrance: await entranceOf(config),
    reach: (name, url) => ({ ...httpSubgraph(urls.get(name) ?? url, rules.http), sharesReads: sharesReads(name) }),
    overload: { admission: admission(), budgets: budgets(counters?.counterFor, config.budgets) },
    metrics,
    registered: registeredIn(config.operations),
    ready: config.entrance === 'open' ? async () => true : () => allAreReady([...urls.values()]),
    routes: async (routes) => void (await routes.register(landingPage, { development: false })),
  });
  const stopMetrics = config.metrics.port > 0 ? await serveMetrics(metrics.registry, config.metrics) : async () => {};
  log.info({ url: await gateway.app.listen({ host: config.host, port: config.port }) }, 'up');
  const stop = async () => {
    const inTime = await drain(gateway, config);
    log.info({ inTime }, 'stopped');
    counters?.close();
    await Promise.all([stopMetrics(), stopTracing()]);
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

/** Lets whatever sends requests hear that this process ends, then answers those that are here; answers whether all of them were in time. */
async function drain({ app, drain: begin }: Gateway, { drain: { noticeMs, deadlineMs } }: GatewayConfig): Promise<boolean> {
  begin();
  await pause(noticeMs);
  const late = pause(deadlineMs, false, { ref: false });
  return Promise.race([app.close().then(() => true), late]);
}

async function entranceOf({ entrance }: GatewayConfig): Promise<Entrance> {
  if (entrance === 'open') return openEntrance;
  const { issuer, audience, keyFile } = entrance;
  return guardedEntrance(remoteIssuer(issuer, audience), hopSigner(await signingKey(JSON.parse(readFileSync(keyFile, 'utf8')))));
}

/** Whether each subgraph tells its operator that it is ready. */
async function allAreReady(urls: readonly string[]): Promise<boolean> {
  const answers = await Promise.allSettled(urls.map((url) => fetch(new URL('/ready', url), { signal: AbortSignal.timeout(2_000) })));
  return answers.every((answer) => answer.status === 'fulfilled' && answer.value.ok);
}
