/** A street's name without what writers differ in: case, spaces, points and hyphens, accents, å and aa. */
export const foldedStreet = (street: string): string =>
  street
    .normalize('NFC')
    .toLowerCase()
    .replace(/[åöä]/g, (letter) => alike[letter] ?? letter)
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '');

const alike: Readonly<Record<string, string>> = { å: 'aa', ö: 'ø', ä: 'æ' };

/** How many letters must be put in, left out or changed to make one name of the other; one more than `most` where it is more. */
export function spellingDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let above = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const below = [row];
    for (let column = 1; column <= other.length; column++) {
      const changed = (above[column - 1] ?? 0) + (one[row - 1] === other[column - 1] ? 0 : 1);
      below.push(Math.min(changed, (above[column] ?? 0) + 1, (below[column - 1] ?? 0) + 1));
    }
    if (Math.min(...below) > most) return most + 1;
    above = below;
  }
  return Math.min(above[other.length] ?? 0, most + 1);
}

/** How many letters may differ in a name for it to be a slip of the pen: none in the shortest, three at the most. */
export const slipsIn = (street: string): number => Math.min(3, Math.floor(street.length / 4));
