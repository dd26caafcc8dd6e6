import type { LetterTray } from '../../domain/logins/activation-letter.ts';
import type { LetterDesk } from '../../domain/logins/letter-desk.ts';

const AT_ONCE = 100;

/** Hands sealed letters to the print service, each put down before it is struck off: at worst the same one is put down twice. */
export async function handOverLetters(desk: LetterDesk, tray: LetterTray): Promise<void> {
  for (let letters = await desk.waiting(AT_ONCE); letters.length > 0; letters = await desk.waiting(AT_ONCE))
    for (const letter of letters) {
      await tray.put(letter);
      await desk.handedOver(letter.id);
    }
}
