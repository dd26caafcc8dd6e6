/** What of the vault lies under keys that are not the current ones. */
export interface Remaining {
  readonly sealedNumbers: number;
  readonly formerNumbers: number;
  /** Persons who are not yet found by the current key under every number that leads to them. */
  readonly unfoundPersons: number;
  /** Changes of number that wait for consents: they are known by a hash alone, and run out after 30 days. */
  readonly openProposals: number;
  /** Parts of documents, of plans and of what stood before an import, kept sealed for up to 30 days. */
  readonly sealedDocuments: number;
}

export const nothingRemains = (remaining: Remaining): boolean => Object.values(remaining).every((count) => count === 0);

/** The vault's rows, as a rotation of its keys works on them. */
export interface VaultRows {
  /** Rewrites some numbers under the current key, in a transaction of its own; answers how many. What it rewrote, it finds no more. */
  rewriteSome(): Promise<number>;
  remaining(): Promise<Remaining>;
  /** Forgets the hashes under other keys than the current one, but for those of persons who were erased: no number is left to hash anew. */
  forgetOldHashes(): Promise<void>;
  /** Whether somebody who was erased is still known by an older hash key alone. */
  hasOldHashes(): Promise<boolean>;
}
