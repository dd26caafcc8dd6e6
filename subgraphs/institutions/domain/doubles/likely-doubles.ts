import type { Daycare } from '../daycares/daycare.ts';
import { pairsToWeigh } from './pairs-to-weigh.ts';
import { type Traits, traitsOf } from './traits.ts';
import { ENOUGH, type Sharers, weighPair } from './weigh-pair.ts';

/** Two daycares that may be one registered twice: a warning, never a block (C5). */
export interface DuplicateCandidate {
  readonly numbers: readonly [string, string];
  readonly because: readonly string[];
  readonly score: number;
}

/** The open daycares of one level that may be the same one registered twice (R20), likeliest first. */
export function likelyDoubles(daycares: readonly Daycare[]): DuplicateCandidate[] {
  const open = daycares.filter(({ status }) => status !== 'CLOSED').map(traitsOf);
  const sharers = sharersAmong(open);
  return pairsToWeigh(open)
    .map((pair): DuplicateCandidate => ({ numbers: [pair[0].daycare.number, pair[1].daycare.number], ...weighPair(pair, sharers) }))
    .filter(({ score }) => score >= ENOUGH)
    .sort((one, other) => other.score - one.score || compareTexts(one.numbers.join(' '), other.numbers.join(' ')));
}

const compareTexts = (one: string, other: string) => (one < other ? -1 : Number(one > other));

function sharersAmong(open: readonly Traits[]): Sharers {
  const addresses = Map.groupBy(open, addressKey);
  const productionUnits = Map.groupBy(open, productionUnitKey);
  return {
    address: (traits) => addresses.get(addressKey(traits))?.length ?? 0,
    productionUnit: (traits) => productionUnits.get(productionUnitKey(traits))?.length ?? 0,
  };
}

const addressKey = ({ daycare, address }: Traits) => `${daycare.level} ${address}`;
const productionUnitKey = ({ daycare }: Traits) => `${daycare.level} ${daycare.productionUnitNumber}`;
