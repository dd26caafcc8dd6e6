import { readConfig, type Reader } from '#shared/config.ts';
import { isLoopback } from './loopback.ts';
import { budgetsFrom } from './overload/budgets.ts';
import type { ClientKind } from './overload/client.ts';

/** Who is let in: anybody, in a trial on this machine, or whoever has the issuer's token; subgraphs know the gateway by its key. */
export type EntranceConfig =
  | 'open'
  | {
      readonly issuer: string;
      readonly audience: string;
      readonly keyFile: string;
      readonly numbers: NumberClaimConfig | undefined;
      /** The file of the table of privileges; none where it is not said. */
      readonly privilegesFile: string;
    };

/** In which claim the issuer vouches for a person's national number, and the file of the keys it is hashed by. */
export interface NumberClaimConfig {
  readonly claim: string;
  readonly keyFile: string;
}

/** What the gateway's process is told by its environment. */
export interface GatewayConfig {
  readonly host: string;
  readonly port: number;
  /** The file of the supergraph; the committed one where it is not said. */
  readonly supergraph: string;
  readonly entrance: EntranceConfig;
  /** The file of the operations that clients have registered; none where it is not said. */
  readonly operations: string;
  /** Where several gateways count their clients' requests together, and how many they are; each counts for itself where it is not said. */
  readonly shared: { readonly redis: string; readonly gateways: number };
  /** How many requests a minute clients may send, by their kind. */
  readonly budgets: Readonly<Record<ClientKind, number>>;
  /** Where Prometheus reads metrics; nowhere where no port is said. */
  readonly metrics: { readonly host: string; readonly port: number };
  /** How long this process goes on taking requests after SIGTERM, so that whatever sends them hears of it first, and how long it then waits for the last. */
  readonly drain: { readonly noticeMs: number; readonly deadlineMs: number };
  /** Where a subgraph is, if not where the supergraph says: `NAME_URL`. */
  readonly urlOf: (subgraph: string) => string | undefined;
}

/** Reads it whole; throws one error that names every fault. */
export function gatewayConfig(environment: NodeJS.ProcessEnv): GatewayConfig {
  const isOpen = environment.GATEWAY_OPEN === '1';
  return readConfig(environment, (reader) => {
    const { text, number, fault } = reader;
    const host = text('HOST', isOpen ? '127.0.0.1' : '0.0.0.0');
    if (isOpen && !isLoopback(host)) fault(`GATEWAY_OPEN=1 lets anybody in, so HOST has to be 127.0.0.1 or ::1, not ${host}`);
    if (isOpen && environment.NODE_ENV === 'production') fault('GATEWAY_OPEN=1 lets anybody in, which NODE_ENV=production does not allow');
    return {
      host,
      port: number('PORT', 4000),
      supergraph: text('SUPERGRAPH', ownSupergraph),
      entrance: isOpen ? 'open' : guardedFrom(reader),
      operations: text('PERSISTED_OPERATIONS', ''),
      shared: { redis: text('REDIS_URL', ''), gateways: number('GATEWAYS', 2) },
      budgets: budgetsFrom(reader),
      metrics: { host: text('METRICS_HOST', host), port: number('METRICS_PORT', 0) },
      drain: { noticeMs: number('DRAIN_NOTICE_SECONDS', isOpen ? 0 : 2) * 1000, deadlineMs: number('DRAIN_DEADLINE_SECONDS', 30) * 1000 },
      urlOf: (subgraph) => environment[`${subgraph.toUpperCase().replaceAll(/\W/g, '_')}_URL`],
    };
  });
}

function guardedFrom({ text }: Reader): EntranceConfig {
  const claim = text('NATIONAL_NUMBER_CLAIM', '');
  return {
    issuer: text('OIDC_ISSUER'),
    audience: text('OIDC_AUDIENCE'),
    keyFile: text('SIGNING_KEY'),
    privilegesFile: text('PRIVILEGES', ''),
    numbers: claim ? { claim, keyFile: text('NUMBER_HASH_KEYS') } : undefined,
  };
}

/** The committed supergraph of our own subgraphs, which a test holds to what they compose to. */
export const ownSupergraph = new URL('./supergraph.graphql', import.meta.url).pathname;
