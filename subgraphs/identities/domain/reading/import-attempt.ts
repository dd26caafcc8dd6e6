/** That a system tried to send users to a daycare and might not, the last time; `personTrace` shows it (P2). */
export interface ImportAttempt {
  readonly daycare: string;
  readonly system: string;
  readonly at: number;
  /** Why it might not: a refusal's code. */
  readonly code: string;
}
