import { type Attributes, context, propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';

/** A piece of work that is traced across processes (W3C Trace Context). Nothing of it costs where no tracing was started. */
export interface Span {
  /** What the next process is told, as its header of the same name. */
  readonly traceparent: string | undefined;
  /** By which the trace is found; none where nothing is traced. */
  readonly traceId: string | undefined;
  end(attributes?: Attributes, failure?: string): void;
}

export interface SpanStart {
  readonly name: string;
  readonly kind: 'server' | 'client' | 'internal';
  /** What the caller told, as its header `traceparent`, or a span of this process. */
  readonly parent?: string | undefined;
  readonly attributes?: Attributes;
}

const kinds = { server: SpanKind.SERVER, client: SpanKind.CLIENT, internal: SpanKind.INTERNAL } as const;
const untraced: Span = { traceparent: undefined, traceId: undefined, end: () => {} };
let isOn = false;

/** Begins a span. Names and attributes hold what the schema and this code name, never what a caller wrote. */
export function beginSpan({ name, kind, parent, attributes }: SpanStart): Span {
  if (!isOn) return untraced;
  const before = parent ? propagation.extract(ROOT_CONTEXT, { traceparent: parent }) : ROOT_CONTEXT;
  const span = trace.getTracer('tilslut').startSpan(name, { kind: kinds[kind], ...(attributes && { attributes }) }, before);
  const carrier: Record<string, string> = {};
  propagation.inject(trace.setSpan(context.active(), span), carrier);
  return {
    traceparent: carrier.traceparent,
    traceId: span.spanContext().traceId,
    end: (more, failure) => {
      if (more) span.setAttributes(more);
      if (failure !== undefined) span.setStatus({ code: SpanStatusCode.ERROR, message: failure });
      span.end();
    },
  };
}

/** Starts to send spans where OTEL_EXPORTER_OTLP_ENDPOINT says so; answers how to stop, which sends what is left. */
export async function startTracing(service: string, environment: NodeJS.ProcessEnv): Promise<() => Promise<void>> {
  if (!environment.OTEL_EXPORTER_OTLP_ENDPOINT && !environment.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT) return async () => {};
  const [{ NodeTracerProvider, BatchSpanProcessor }, { OTLPTraceExporter }, { resourceFromAttributes }] = await Promise.all([
    import('@opentelemetry/sdk-trace-node'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ]);
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.namespace': 'tilslut', 'service.name': `tilslut-${service}` }),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  });
  provider.register();
  isOn = true;
  return async () => {
    isOn = false;
    await provider.shutdown();
  };
}
