import { EntitySchema } from 'typeorm';
import { instant, key, longText, optional, text, whole } from '#shared/columns.ts';
import type { Activation } from '../../domain/logins/activation.ts';
import type { SealedLetter } from '../../domain/logins/activation-letter.ts';
import type { LoginKey } from '../../domain/logins/login.ts';

export const activations = new EntitySchema<Activation>({
  name: 'activation',
  columns: {
    uniId: key(text(10)),
    daycare: text(6),
    issuedBy: text(120),
    issuedAt: instant,
    confirmedBy: optional(text(120)),
    expiresAt: instant,
    selector: optional(text(8)),
    secretHash: optional(text(200)),
    tries: whole,
    usedAt: optional(instant),
  },
  indices: [{ name: 'activation_selector', columns: ['selector'], unique: true }],
});

/** Letters on their way to the print service. */
export const activationLetters = new EntitySchema<SealedLetter>({
  name: 'activation_letter',
  columns: { id: key(text(32)), sealed: longText, at: instant },
});

export interface CodeGuesses extends LoginKey {
  readonly since: number;
  readonly guesses: number;
}

/** How many codes a login sent since when. */
export const codeGuesses = new EntitySchema<CodeGuesses>({
  name: 'code_guess',
  columns: { issuer: key(text(200)), subject: key(text(120)), since: instant, guesses: whole },
});

export const activationTables = [activations, activationLetters, codeGuesses];
