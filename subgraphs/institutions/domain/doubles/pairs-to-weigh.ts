import type { Traits } from './traits.ts';

/** How near two places are that may be one, in metres. */
export const NEAR = 60;
// Degrees that are at least NEAR: of latitude anywhere, of longitude up to 60 degrees north.
const LATITUDE = NEAR / 111_000;
const LONGITUDE = NEAR / 55_000;

const LARGEST_CROWD = 40;
const NEIGHBOURS = 10;

export type Pair = readonly [Traits, Traits];

/**
 * The pairs worth weighing: those that share a production unit, an address, a square of the map or the telling words of a name.
 * Where more than 40 share it, each is weighed only against the ten that follow it by name, so the work stays in proportion to
 * their number.
 */
export function pairsToWeigh(all: readonly Traits[]): readonly Pair[] {
  const crowds = new Map<string, Traits[]>();
  for (const traits of all)
    for (const trait of sharedTraits(traits)) {
      const crowd = crowds.get(trait);
      if (crowd) crowd.push(traits);
      else crowds.set(trait, [traits]);
    }
  const pairs = new Map<string, Pair>();
  for (const crowd of crowds.values())
    for (const [one, other] of pairsWithin(crowd)) pairs.set(`${one.daycare.number} ${other.daycare.number}`, [one, other]);
  return [...pairs.values()];
}

function* pairsWithin(crowd: readonly Traits[]): Generator<Pair> {
  const isLarge = crowd.length > LARGEST_CROWD;
  const ordered = isLarge ? crowd.toSorted(byName) : crowd;
  for (const [index, one] of ordered.entries())
    for (const other of ordered.slice(index + 1, isLarge ? index + 1 + NEIGHBOURS : undefined))
      yield one.daycare.number < other.daycare.number ? [one, other] : [other, one];
}

function byName(one: Traits, other: Traits): number {
  const [a, b] = [one, other].map(({ name, daycare }) => `${name.telling.join(' ')} ${name.whole} ${daycare.number}`);
  return (a ?? '') < (b ?? '') ? -1 : 1;
}

/** What may bring a daycare together with another; clusters have no place, so the beginning or the end of a name does it for them. */
function sharedTraits({ daycare, name, address, point }: Traits): string[] {
  const { level, municipality, productionUnitNumber } = daycare;
  const letters = name.telling.join('');
  const shared = [`name ${municipality} ${letters}`];
  if (productionUnitNumber) shared.push(`production unit ${productionUnitNumber}`);
  if (address) shared.push(`address ${address}`);
  if (point) shared.push(...squaresAt(point.latitude / LATITUDE, point.longitude / LONGITUDE));
  if (level === 'INSTITUTION') shared.push(`begins ${municipality} ${letters.slice(0, 5)}`, `ends ${municipality} ${letters.slice(-5)}`);
  return shared.map((trait) => `${level} ${trait}`);
}

/** The squares, of twice the distance, in four grids that overlap by half: two that are near each other share at least one. */
function squaresAt(north: number, east: number): string[] {
  return [0, 1].flatMap((down) =>
    [0, 1].map((left) => `square ${down}${left} ${Math.floor((north + down) / 2)} ${Math.floor((east + left) / 2)}`),
  );
}
