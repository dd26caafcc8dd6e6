import { UNI_ID_ALPHABET } from '../people/uni-id.ts';

const DAY = 24 * 60 * 60 * 1000;

/** How long a code is good, and how long an issue waits for its second person. */
export const ACTIVATION_LASTS = 7 * DAY;
/** How often a code may be tried, right or wrong. */
export const MOST_TRIES = 5;
/** How often one login may send a code an hour, whatever code. */
export const MOST_GUESSES = 10;
export const GUESSES_FORGOTTEN = 60 * 60 * 1000;

/** That a person gets a code: issued by one, confirmed by another, used once. A new issue takes the place of the old one. */
export interface Activation {
  readonly uniId: string;
  readonly daycare: string;
  readonly issuedBy: string;
  readonly issuedAt: number;
  readonly confirmedBy: string | null;
  readonly expiresAt: number;
  /** The first part of the code, by which it is found; null until confirmed. */
  readonly selector: string | null;
  /** The slow hash of the rest. */
  readonly secretHash: string | null;
  readonly tries: number;
  readonly usedAt: number | null;
}

/** A code as its person types it, in the parts by which it is found and proved. */
export interface Code {
  readonly selector: string;
  readonly secret: string;
}

export const SELECTOR_LENGTH = 8;
export const SECRET_LENGTH = 12;
const letters = new RegExp(`^[${UNI_ID_ALPHABET}]{${SELECTOR_LENGTH + SECRET_LENGTH}}$`);

/** The code in a text, whatever its case, dashes and spaces; undefined where it is none. */
export function codeIn(text: string): Code | undefined {
  const told = text.replaceAll(/[\s-]/g, '').toUpperCase();
  return letters.test(told) ? { selector: told.slice(0, SELECTOR_LENGTH), secret: told.slice(SELECTOR_LENGTH) } : undefined;
}

/** The code as it is printed: four groups of five. */
export const printed = ({ selector, secret }: Code): string => (`${selector}${secret}`.match(/.{5}/g) ?? []).join('-');

/** Whether the code may still be tried at an instant. */
export const isOpen = ({ selector, usedAt, tries, expiresAt }: Activation, at: number): boolean =>
  selector !== null && usedAt === null && tries < MOST_TRIES && at < expiresAt;

/** Whether it waits for its second person. */
export const waits = ({ confirmedBy, expiresAt }: Activation, at: number): boolean => confirmedBy === null && at < expiresAt;
