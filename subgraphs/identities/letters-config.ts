import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reader } from '#shared/config.ts';
import type { LetterTray, SealLetter } from './domain/logins/activation-letter.ts';
import { letterFolder, letterSeal } from './outside/letter-folder.ts';

/** How letters with codes reach the print service: sealed for its key, in a folder it takes them from. */
export interface Letters {
  readonly seal: SealLetter;
  readonly tray: LetterTray;
  /** How often it is looked whether one waits, in milliseconds. */
  readonly lookEvery: number;
}

export interface LettersConfig {
  readonly folder: string;
  /** The print service's public key, in PEM. */
  readonly keyFile: string;
}

const LOOK_EVERY = 5_000;

/** Reads where letters go; none are written, and no activation is issued, where it is not said. */
export function lettersConfig({ text }: Reader): LettersConfig | undefined {
  const folder = text('ACTIVATION_LETTERS', '');
  return folder ? { folder, keyFile: text('ACTIVATION_LETTERS_KEY') } : undefined;
}

export const lettersTo = ({ folder, keyFile }: LettersConfig): Letters => ({
  seal: letterSeal(readFileSync(keyFile, 'utf8')),
  tray: letterFolder(folder),
  lookEvery: LOOK_EVERY,
});

/** Where the joined process sends letters: as it is told, else to the folder of the trial where it is one. */
export function lettersFor(
  { letters, dataFolder }: { readonly letters?: LettersConfig | undefined; readonly dataFolder: string },
  isTrial: boolean,
): Letters | undefined {
  if (letters) return lettersTo(letters);
  return isTrial ? trialLetters(dataFolder) : undefined;
}

/** Where the system is tried out: a print service whose key is made with its first letter, so that `npm run open-letter` opens them. */
function trialLetters(dataFolder: string): Letters {
  let seal: SealLetter | undefined;
  return {
    seal: (letter) => {
      seal ??= letterSeal(trialKey(dataFolder));
      return seal(letter);
    },
    tray: letterFolder(join(dataFolder, 'letters')),
    lookEvery: LOOK_EVERY,
  };
}

function trialKey(dataFolder: string): string {
  const keyFile = join(dataFolder, 'print-service.pem');
  if (!existsSync(keyFile)) {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    writeFileSync(join(dataFolder, 'print-service-private.pem'), privateKey, { mode: 0o600 });
    writeFileSync(keyFile, publicKey, { mode: 0o600 });
  }
  return readFileSync(keyFile, 'utf8');
}
