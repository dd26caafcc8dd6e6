import type { RefusalCode } from '#shared/refusal.ts';
import type { Limits } from '../limits.ts';
import type { NameMeasures } from '../measuring/measure-names.ts';
import type { ShapeMeasures } from '../measuring/measure-shape.ts';
import type { TextMeasures } from '../measuring/measure-text.ts';

/** What a document was found to be, as far as it was measured before it was too much for anybody. */
export type DocumentMeasures = Partial<TextMeasures & ShapeMeasures & NameMeasures>;

/** What an operation asks under its variables. */
export interface AskedMeasures {
  readonly cost: number;
  readonly page: number;
  readonly introspection: number;
}

/** One thing that a question is held to: what of it is looked at, how much there may be, and what it is told beyond that. */
export interface Rule<Measures> {
  readonly code: RefusalCode;
  readonly status: 400 | 413;
  /** Nothing where it was not measured. */
  readonly asked: (measures: Measures) => number | undefined;
  readonly limit: (limits: Limits) => number;
  readonly because: (limit: number) => string;
}
