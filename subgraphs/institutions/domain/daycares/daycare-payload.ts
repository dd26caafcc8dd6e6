import type { Daycare } from './daycare.ts';
import type { FieldChange } from './field-changes.ts';

/** What an act brings with it elsewhere. */
export interface Consequence {
  readonly kind: string;
  readonly count: number;
  readonly message: string;
}

/** What an act on a daycare came to. */
export interface DaycarePayload {
  readonly daycare: Daycare;
  readonly changes: readonly FieldChange[];
  readonly consequences: readonly Consequence[];
  readonly dryRun: boolean;
}
