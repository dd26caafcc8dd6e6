import { readFileSync } from 'node:fs';
import type { CheckpointPlaces } from '#shared/checkpoint-setup.ts';
import { holdFolder } from '#shared/lock-file.ts';
import type { Log } from '#shared/present-error.ts';
import { personasOf } from './demo/personas.ts';
import { registeredIn } from './gateway/admission/registered/read-manifest.ts';
import { remoteIssuer } from './gateway/authenticate.ts';
import { ownSupergraph } from './gateway/config.ts';
import { developmentIssuer, developmentRoutes, NUMBER_CLAIM } from './gateway/development-issuer.ts';
import { guardedEntrance } from './gateway/entrance.ts';
import { localSubgraph } from './gateway/fetching/local-subgraph.ts';
import { numberClaim } from './gateway/number-claim.ts';
import { landingPage } from './gateway/landing-page.ts';
import { isLoopback } from './gateway/loopback.ts';
import { admission } from './gateway/overload/admission.ts';
import { budgets } from './gateway/overload/budgets.ts';
import type { ClientKind } from './gateway/overload/client.ts';
import { beginPlanner } from './gateway/planning/planner.ts';
import { startGateway } from './gateway/start-gateway.ts';
import { sharesReads, subgraphNamed } from './gateway/subgraphs.ts';
import { startSubgraphs } from './joined-subgraphs.ts';
import type { TellingConfig } from './subgraphs/agreements/telling-config.ts';
import type { LettersConfig } from './subgraphs/identities/letters-config.ts';

export { tellingConfig } from './subgraphs/agreements/telling-config.ts';
export { lettersConfig } from './subgraphs/identities/letters-config.ts';

/** How the whole system is started in one process. */
export interface JoinedConfig {
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  /** `mysql://user:password@host:3306/NAME`; NAME_institutions and so on are its databases. SQLite in the data folder if empty. */
  readonly databaseUrl: string;
  readonly demo: boolean;
  readonly issuer: string;
  readonly audience: string;
  readonly vaultKeys: string;
  /** The claim in which the issuer vouches for a person's national number; it vouches for none if empty. */
  readonly numberClaim?: string;
  /** Where checkpoints of the event logs go, and by which key: in the data folder where it is not said. */
  readonly checkpoints?: CheckpointPlaces;
  /** Files of the national address register and of the company register; nobody is asked where there is none. */
  readonly addressFile?: string;
  readonly companyFile?: string;
  /** The file of the operations that clients have registered; none where it is left out. */
  readonly operations?: string;
  /** How people and systems are told of what happens to agreements; nobody is where it is left out. */
  readonly telling?: TellingConfig;
  /** How many requests a minute clients may send, by their kind, if not as many as usual. */
  readonly budgets?: Readonly<Record<ClientKind, number>>;
  /** Where letters with codes of activation go. */
  readonly letters?: LettersConfig | undefined;
  readonly log: Log;
}

export interface Joined {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the whole system in one process: three subgraphs joined in memory, the gateway before them. */
export async function startJoined(config: JoinedConfig): Promise<Joined> {
  const { log, host, issuer } = config;
  const trying = issuer === '';
  if (trying && !isLoopback(host))
    throw new Error(
      `HOST is ${host}: the development issuer serves loopback only. Set OIDC_ISSUER and OIDC_AUDIENCE to a real issuer, or HOST to 127.0.0.1.`,
    );
  const planner = beginPlanner(readFileSync(ownSupergraph, 'utf8'));
  const held = holdFolder(config.dataFolder);
  const subgraphs = await startSubgraphs(config);
  const development = await developmentIssuer();
  const claim = config.numberClaim || (trying ? NUMBER_CLAIM : '');
  const numbers = claim ? numberClaim(claim, subgraphs.hashKeys) : undefined;
  const { app, drain } = await startGateway({
    log,
    planner,
    entrance: guardedEntrance({ ...(trying ? development : remoteIssuer(issuer, config.audience)), numbers }, subgraphs.sign.gateway),
    reach: (name) => ({ ask: localSubgraph(subgraphs.all[subgraphNamed(name)].execute), sharesReads: sharesReads(name) }),
    overload: { admission: admission(), budgets: budgets(undefined, config.budgets) },
    registered: registeredIn(config.operations ?? ''),
    ready: async () => (await Promise.all(Object.values(subgraphs.all).map((subgraph) => subgraph.ready()))).every(Boolean),
    routes: async (routes) => {
      await routes.register(landingPage, { development: trying });
      if (trying) await routes.register(developmentRoutes, { issuer: development, personas: personasOf(config.demo) });
    },
  });
  const url = await app.listen({ port: config.port, host });
  held.announce(url);
  return {
    url,
    stop: async () => {
      const running = [subgraphs.all.identities, subgraphs.all.agreements, subgraphs.all.institutions];
      drain();
      for (const subgraph of running) subgraph.drain();
      await app.close();
      for (const subgraph of running) await subgraph.stop();
      held.release();
    },
  };
}
