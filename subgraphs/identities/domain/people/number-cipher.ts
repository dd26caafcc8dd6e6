/** A national number as the vault keeps it: sealed for one person under one version of the key. */
export interface SealedNumber {
  readonly keyVersion: number;
  readonly value: string;
}

/** What a number, or a document, is known by: a keyed hash, so that nobody without the key can try numbers. */
export interface KeyedHash {
  readonly keyVersion: number;
  readonly hash: string;
}

/** The vault's keys at work. They live outside the database; several versions match while a rotation runs, the present one first. */
export interface NumberCipher {
  hashes(number: string): readonly KeyedHash[];
  digests(document: string): readonly KeyedHash[];
  seal(uniId: string, number: string): SealedNumber;
  open(uniId: string, sealed: SealedNumber): string;
}
