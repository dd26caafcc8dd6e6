import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { AskedSubgraph } from '../fetching/asked-subgraph.ts';
import type { BreakerState } from '../fetching/breaker.ts';
import type { Admission } from '../overload/admission.ts';
import type { ClientKind } from '../overload/client.ts';

export type SubgraphOutcome = 'answered' | 'unreachable' | 'no_answer' | 'client_left';

/** What an operator watches. Labels take only values that this code names. */
export interface GatewayMetrics {
  readonly registry: Registry;
  answered(answer: {
    readonly status: number;
    readonly route: string;
    readonly seconds: number;
    readonly client: ClientKind | 'unknown';
  }): void;
  failed(code: string): void;
  turnedAway(client: ClientKind, status: number): void;
  asked(question: { readonly subgraph: string; readonly outcome: SubgraphOutcome; readonly seconds: number }): void;
  planned(outcome: 'made' | 'known' | 'too_long' | 'impossible', seconds: number): void;
  /** Another supergraph was to be gone by. */
  reloaded(outcome: 'taken' | 'refused'): void;
  /** An answer of a subgraph's that did not fit the schema at a place. */
  misfit(): void;
  watch(state: { readonly admission?: Admission | undefined; readonly subgraphs: ReadonlyMap<string, AskedSubgraph> }): void;
}

const seconds = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const breakerStates: Readonly<Record<BreakerState, number>> = { closed: 0, 'half-open': 1, open: 2 };

export function gatewayMetrics(): GatewayMetrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'http_server_request_duration_seconds',
    help: 'How long requests took.',
    labelNames: ['http_request_method', 'http_route', 'http_response_status_code', 'client_kind'],
    buckets: seconds,
    registers,
  });
  const errors = new Counter({
    name: 'tilslut_gateway_errors_total',
    help: 'Errors in answers, by code.',
    labelNames: ['code'],
    registers,
  });
  const away = new Counter({
    name: 'tilslut_gateway_turned_away_total',
    help: 'Requests that were turned away: 429 over budget, 503 overload.',
    labelNames: ['client_kind', 'http_response_status_code'],
    registers,
  });
  const questions = new Histogram({
    name: 'http_client_request_duration_seconds',
    help: 'How long subgraphs took to answer.',
    labelNames: ['subgraph', 'outcome'],
    buckets: seconds,
    registers,
  });
  const plans = new Histogram({
    name: 'tilslut_gateway_plan_duration_seconds',
    help: 'How long plans took: known ones were there already.',
    labelNames: ['outcome'],
    buckets: seconds,
    registers,
  });
  const misfits = new Counter({
    name: 'tilslut_gateway_value_completions_total',
    help: 'Places at which what a subgraph answered could not be shown.',
    registers,
  });
  const reloads = new Counter({
    name: 'tilslut_gateway_supergraph_reloads_total',
    help: 'How often another supergraph was taken, or refused since it is none.',
    labelNames: ['outcome'],
    registers,
  });
  return {
    registry,
    answered: ({ status, route, seconds: took, client }) => requests.labels('POST', route, String(status), client).observe(took),
    failed: (code) => errors.labels(code).inc(),
    turnedAway: (client, status) => away.labels(client, String(status)).inc(),
    asked: ({ subgraph, outcome, seconds: took }) => questions.labels(subgraph, outcome).observe(took),
    planned: (outcome, took) => plans.labels(outcome).observe(took),
    reloaded: (outcome) => reloads.labels(outcome).inc(),
    misfit: () => misfits.inc(),
    watch: ({ admission, subgraphs }) => {
      if (admission)
        for (const [name, help] of [
          ['limit', 'How many requests may run at once now.'],
          ['underWay', 'How many run.'],
          ['waiting', 'How many wait for a place.'],
        ] as const)
          gauge({ name: `tilslut_gateway_places_${snake(name)}`, help, registers, collect: (into) => into.set(admission.figures[name]) });
      gauge({
        name: 'tilslut_gateway_breaker_state',
        help: 'Whether a subgraph is asked: 0 closed (it is), 1 half-open (it is tried), 2 open (it is not).',
        labelNames: ['subgraph'],
        registers,
        collect: (into) => {
          for (const [subgraph, { breakerState }] of subgraphs) into.labels(subgraph).set(breakerStates[breakerState()]);
        },
      });
    },
  };
}

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

interface Watched {
  readonly name: string;
  readonly help: string;
  readonly labelNames?: readonly string[];
  readonly registers: Registry[];
  readonly collect: (into: Gauge) => void;
}

function gauge({ name, help, labelNames = [], registers, collect }: Watched): Gauge {
  return new Gauge({
    name,
    help,
    labelNames: [...labelNames],
    registers,
    collect() {
      collect(this);
    },
  });
}
