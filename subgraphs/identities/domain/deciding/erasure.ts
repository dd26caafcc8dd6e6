/** What erasing asks of storage, inside one transaction; each answers whether there may be more of it. */
export interface Erasure {
  /** Held documents on which nobody decided in time count as thrown away. */
  lapseHeld(): Promise<boolean>;
  /** Sealed documents, plans and pictures that are over their time. */
  eraseSealed(): Promise<boolean>;
  /** Marks of attempts that are over their time. */
  eraseAttempts(): Promise<boolean>;
}
