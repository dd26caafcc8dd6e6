import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { describeFault } from '#shared/fault-log.ts';
import { hopSigner } from '#shared/hop-token.ts';
import { signingKey } from '#shared/keys.ts';
import type { Log } from '#shared/present-error.ts';
import { processLog } from '#shared/serve.ts';
import { startTracing } from '#shared/tracing.ts';
import { registeredIn } from './admission/registered/read-manifest.ts';
import { remoteIssuer } from './authenticate.ts';
import type { GatewayConfig } from './config.ts';
import { type Entrance, guardedEntrance, openEntrance } from './entrance.ts';
import { rules } from './fetching/asked-subgraph.ts';
import { httpSubgraph } from './fetching/http-subgraph.ts';
import { numberClaim, readHashKeys } from './number-claim.ts';
import { landingPage } from './landing-page.ts';
import { type GatewayMetrics, gatewayMetrics } from './operating/metrics.ts';
import { serveMetrics } from './operating/serve-metrics.ts';
import { admission } from './overload/admission.ts';
import { budgets } from './overload/budgets.ts';
import { sharedCounters } from './overload/shared-counters.ts';
import type { Planner } from './planning/planner.ts';
import { type Gateway, startGateway } from './start-gateway.ts';
import { sharesReads } from './subgraphs.ts';
import { type PrivilegeTable, readPrivilegeTable } from './tokens/privilege-table.ts';
import { watchSupergraphFile } from './supergraph-file.ts';

/** The gateway as a process of its own, before the subgraphs of a supergraph's file. */
export async function serve(config: GatewayConfig, planner: Promise<Planner>): Promise<void> {
  const log = processLog('gateway');
  const { redis, gateways } = config.shared;
  const urls = new Map<string, string>();
  const counters = redis ? sharedCounters(redis, gateways, log) : undefined;
  const metrics = gatewayMetrics();
  const stopTracing = await startTracing('gateway', process.env);
  const gateway = await startGateway({
    log,
    planner,
    entrance: await entranceOf(config),
    reach: (name, said) => {
      const url = config.urlOf(name) ?? said;
      urls.set(name, url);
      return { ...httpSubgraph(url, rules.http), sharesReads: sharesReads(name) };
    },
    overload: { admission: admission(), budgets: budgets(counters?.counterFor, config.budgets) },
    metrics,
    registered: registeredIn(config.operations),
    ready: config.entrance === 'open' ? async () => true : () => allAreReady([...urls.values()]),
    routes: async (routes) => void (await routes.register(landingPage, { development: false })),
  });
  const stopMetrics = config.metrics.port > 0 ? await serveMetrics(metrics.registry, config.metrics) : async () => {};
  log.info({ url: await gateway.app.listen({ host: config.host, port: config.port }) }, 'up');
  const stopWatching = watchSupergraphFile(config.supergraph, (text) => reload(gateway, text, { log, metrics }));
  const stop = async () => {
    stopWatching();
    const inTime = await drain(gateway, config);
    log.info({ inTime }, 'stopped');
    counters?.close();
    await Promise.all([stopMetrics(), stopTracing()]);
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

/** Goes by a supergraph's changed file; one that is none is told, and nothing changes. */
async function reload(
  gateway: Gateway,
  text: string,
  { log, metrics }: { readonly log: Log; readonly metrics: GatewayMetrics },
): Promise<void> {
  try {
    const plans = await gateway.replaceSupergraph(text);
    metrics.reloaded('taken');
    log.info({ plans }, 'another supergraph is gone by');
  } catch (fault) {
    metrics.reloaded('refused');
    log.error(describeFault(fault), 'the changed file holds no supergraph; the one before it is gone by');
  }
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
  const { issuer, audience, keyFile, numbers, privilegesFile } = entrance;
  const claim = numbers && numberClaim(numbers.claim, readHashKeys(readFileSync(numbers.keyFile, 'utf8')));
  return guardedEntrance(
    { ...remoteIssuer(issuer, audience), numbers: claim, privileges: privilegesIn(privilegesFile) },
    hopSigner(await signingKey(JSON.parse(readFileSync(keyFile, 'utf8')))),
  );
}

function privilegesIn(file: string): PrivilegeTable | undefined {
  return file ? readPrivilegeTable(readFileSync(file, 'utf8')) : undefined;
}

/** Whether each subgraph tells its operator that it is ready. */
async function allAreReady(urls: readonly string[]): Promise<boolean> {
  const answers = await Promise.allSettled(urls.map((url) => fetch(new URL('/ready', url), { signal: AbortSignal.timeout(2_000) })));
  return answers.every((answer) => answer.status === 'fulfilled' && answer.value.ok);
}
