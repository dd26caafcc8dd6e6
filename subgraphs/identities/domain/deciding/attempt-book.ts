/** What marking an attempt asks of storage. */
export interface AttemptBook {
  /** Marks that these systems tried; of a daycare that is not there nothing is kept. */
  mark(attempt: { readonly daycare: string; readonly systems: readonly string[]; readonly code: string }): Promise<void>;
}
