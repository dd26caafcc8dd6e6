const letters = ' ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ';

/** A house number as one number that sorts as the houses stand: 12, 12A, 12B, 13. Undefined where it is none. */
export function houseNumberFrom(written: string): number | undefined {
  if (written.length > 20) return undefined;
  const [, digits, letter = ''] = /^0*([1-9]\d{0,3})\s*([a-zæøå]?)$/i.exec(written.trim()) ?? [];
  return digits === undefined ? undefined : Number(digits) * 32 + Math.max(0, letters.indexOf(letter.toUpperCase() || ' '));
}

/** The house number as it is written. */
export const writtenHouseNumber = (houseNumber: number): string =>
  `${Math.floor(houseNumber / 32)}${letters.charAt(houseNumber % 32).trim()}`;

/** Of some house numbers the one that stands nearest. */
export function nearestHouseNumber(houseNumbers: readonly number[], to: number): number | undefined {
  let nearest: number | undefined;
  for (const one of houseNumbers) if (nearest === undefined || Math.abs(one - to) < Math.abs(nearest - to)) nearest = one;
  return nearest;
}
