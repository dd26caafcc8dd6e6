import type { Daycare } from './daycare.ts';
import type { Finding } from '../findings/findings.ts';
import type { FieldChange } from './field-changes.ts';

/** What an act brings with it elsewhere. */
export interface Consequence {
  readonly kind: string;
  readonly count: number;
  readonly message: string;
}

/** What an act on a daycare came to. */
export interface DaycarePayload {
  /** The daycare afterwards; where the act is planned, as it is until then. */
  readonly daycare: Daycare;
  /** All that the act touches, the daycare itself first. */
  readonly affected: readonly Daycare[];
  readonly changes: readonly FieldChange[];
  readonly consequences: readonly Consequence[];
  readonly findings: readonly Finding[];
  readonly dryRun: boolean;
  /** Whether anyone may have lost something, so that the answer waits for those who follow. */
  readonly takesAway: boolean;
}
