import type { TraceStep, TraceStepKind } from './trace.ts';

/** Who puts right what is not wrong. */
export const NOBODY = 'nobody';

export const stepDone = (kind: TraceStepKind, at: number | null, message: string, whoCanFix = NOBODY): TraceStep => ({
  kind,
  done: true,
  at,
  message,
  whoCanFix,
});

export const stepOpen = (kind: TraceStepKind, message: string, whoCanFix: string, at: number | null = null): TraceStep => ({
  kind,
  done: false,
  at,
  message,
  whoCanFix,
});

/** An instant as it stands in a sentence. */
export const inWords = (at: number): string => new Date(at).toISOString();

export const supplierOf = (system: string): string => `the supplier of system ${system}`;
