import type { Daycare } from '../daycares/daycare.ts';
import { foldText } from '../searching/fold-text.ts';
import { type NameWords, nameWords } from './name-words.ts';

/** What a daycare is recognised by. */
export interface Traits {
  readonly daycare: Daycare;
  readonly name: NameWords;
  /** Street, house number and postal code, folded; null where one of them is not known. */
  readonly address: string | null;
  readonly point: Point | null;
}

export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

export function traitsOf(daycare: Daycare): Traits {
  const { name, street, houseNumber, postalCode, latitude, longitude } = daycare;
  return {
    daycare,
    name: nameWords(name),
    address:
      street && houseNumber && postalCode
        ? `${foldText(street)} ${foldText(houseNumber).replaceAll(' ', '').replace(/^0+/, '')} ${postalCode}`
        : null,
    point: latitude === null || longitude === null ? null : { latitude, longitude },
  };
}

const METRES_PER_DEGREE = 111_320;

/** The distance of two points that are near each other, in metres. */
export function metresBetween(one: Point, other: Point): number {
  const middle = (((one.latitude + other.latitude) / 2) * Math.PI) / 180;
  return METRES_PER_DEGREE * Math.hypot(one.latitude - other.latitude, (one.longitude - other.longitude) * Math.cos(middle));
}
