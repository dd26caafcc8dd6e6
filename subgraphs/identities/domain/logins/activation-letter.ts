import type { PostalAddress, Tie } from '../people/affiliation.ts';
import { type Code, printed } from './activation.ts';

/** What the print service puts in an envelope; nobody else opens it. */
export interface ActivationLetter {
  readonly to: string;
  readonly address: PostalAddress;
  readonly code: string;
  /** As 2026-12-02T10:00:00.000Z. */
  readonly validUntil: string;
  readonly lines: readonly string[];
}

/** A letter that waits to be handed to the print service, sealed for it alone. */
export interface SealedLetter {
  readonly id: string;
  readonly sealed: string;
  readonly at: number;
}

/** Seals a letter so that the print service alone opens it; not even we do afterwards. */
export type SealLetter = (letter: ActivationLetter) => string;

/** What takes sealed letters. The same one again is the same one. */
export interface LetterTray {
  put(letter: SealedLetter): Promise<void>;
}

/** Whether a letter reaches an address. */
export const isReachable = ({ address }: Pick<Tie, 'address'>): boolean => Boolean(address?.street && address.postalCode);

/** The letter to a person at the home address that a daycare has told, under the real name. */
export function letterTo({ firstName, familyName, address }: Tie, code: Code, expiresAt: number): ActivationLetter {
  const validUntil = new Date(expiresAt).toISOString();
  return {
    to: `${firstName} ${familyName}`.trim(),
    address: address ?? { street: null, postalCode: null, town: null, countryCode: null, municipalityCode: null },
    code: printed(code),
    validUntil,
    lines: [
      'Your daycare has asked for this letter so that you can take your identity into use without a national e-ID.',
      `Log in, and type the code. It can be used once, until ${validUntil.slice(0, 10)}.`,
      'Nobody at the daycare knows it, and nobody will ask you for it. Throw the letter away if you did not expect it, and tell your daycare.',
    ],
  };
}
