/** A set of institution numbers. */
export interface NumberSet {
  has(number: string): boolean;
  /** Adds a number; whether it was not there before. */
  add(number: string): boolean;
}

const LETTERS = 26;
const NUMBERS_A_LETTER = 100_000;

/** A bit for each number that there can be, a letter and five digits; so it stays as small as it begins, whatever a file holds. */
export function numberSet(): NumberSet {
  const bits = new Uint8Array((LETTERS * NUMBERS_A_LETTER) / 8);
  const placeOf = (number: string) => {
    const place = (number.charCodeAt(0) - 65) * NUMBERS_A_LETTER + Number(number.slice(1));
    return { byte: place >> 3, bit: 1 << (place & 7) };
  };
  const isIn = ({ byte, bit }: ReturnType<typeof placeOf>) => ((bits[byte] ?? 0) & bit) !== 0;
  return {
    has: (number) => isIn(placeOf(number)),
    add: (number) => {
      const place = placeOf(number);
      if (isIn(place)) return false;
      bits[place.byte] = (bits[place.byte] ?? 0) | place.bit;
      return true;
    },
  };
}
