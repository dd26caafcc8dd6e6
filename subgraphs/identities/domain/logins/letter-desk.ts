import type { SealedLetter } from './activation-letter.ts';

/** Where sealed letters lie until they are handed over. */
export interface LetterDesk {
  waiting(most: number): Promise<readonly SealedLetter[]>;
  handedOver(id: string): Promise<void>;
}
