import { type NameLikeness, nameLikeness } from './name-likeness.ts';
import { NEAR, type Pair } from './pairs-to-weigh.ts';
import { childrenOf, shareChildren } from './shared-children.ts';
import { metresBetween, type Traits } from './traits.ts';

/** How much speaks for two daycares being one, from 0 to 1, and what. */
export interface Weighed {
  readonly score: number;
  readonly because: readonly string[];
}

/** How many open daycares of its level have a daycare's address, and how many its production unit number. */
export interface Sharers {
  address(traits: Traits): number;
  productionUnit(traits: Traits): number;
}

/** From here on a pair is told. Of all below only one thing is enough alone: the same name in the same municipality. */
export const ENOUGH = 0.5;
const weights = {
  name: { SAME: 0.55, SAME_BUT_GENERIC: 0.45, MISSPELT: 0.45, SISTER: 0.3, UNLIKE: 0 },
  sameNameElsewhere: 0.45,
  productionUnit: 0.2,
  address: 0.25,
  nearness: 0.25,
  // In place of address and production unit, which clusters have not.
  municipalityOfClusters: 0.1,
} as const;
// Nursery and kindergarten under one roof are often registered apart on purpose.
const FOR_OTHER_CHILDREN = 0.7;
// Many daycares share an office's address or production unit (R18), and childminding always lies where its office is.
const LEAST_SHARE = 0.5;

type Evidence = readonly [weight: number, sentence: string];

export function weighPair([one, other]: Pair, sharers: Sharers): Weighed {
  const evidence = [...nameEvidence(one, other), ...productionUnitEvidence(one, other, sharers), ...placeEvidence(one, other, sharers)];
  const total = evidence.reduce((sum, [weight]) => sum + weight, 0);
  const because = evidence.map(([, sentence]) => sentence);
  const children = [one, other].map(({ daycare, name }) => childrenOf(daycare.type, name));
  if (shareChildren(children[0] ?? [], children[1] ?? [])) return { score: rounded(total), because };
  return { score: rounded(total * FOR_OTHER_CHILDREN), because: [...because, 'Yet they take other children, by kind or name.'] };
}

const rounded = (score: number) => Math.round(Math.min(score, 1) * 1000) / 1000;

function nameEvidence(one: Traits, other: Traits): Evidence[] {
  const likeness = nameLikeness(one.name, other.name);
  if (likeness.kind === 'UNLIKE') return [];
  const told: Evidence = [weightOf(likeness), sentences[likeness.kind](one.daycare.name, other.daycare.name)];
  if (one.daycare.municipality !== other.daycare.municipality) return [[Math.min(told[0], weights.sameNameElsewhere), told[1]]];
  if (one.daycare.level === 'INSTITUTION') return [told, [weights.municipalityOfClusters, 'Clusters of the same municipality.']];
  return [told];
}

const weightOf = (likeness: NameLikeness) => weights.name[likeness.kind] * (likeness.kind === 'MISSPELT' ? likeness.similarity : 1);

const sentences = {
  SAME: (name) => `The same name: ${name}.`,
  SAME_BUT_GENERIC: (name, other) => `Names much alike: ${name}, ${other}.`,
  MISSPELT: (name, other) => `Names much alike: ${name}, ${other}.`,
  SISTER: (name, other) => `Names alike but for a number: ${name}, ${other}.`,
} satisfies Record<Exclude<NameLikeness['kind'], 'UNLIKE'>, (name: string, other: string) => string>;

function productionUnitEvidence(one: Traits, other: Traits, sharers: Sharers): Evidence[] {
  const { productionUnitNumber } = one.daycare;
  if (productionUnitNumber === null || productionUnitNumber !== other.daycare.productionUnitNumber) return [];
  const count = sharers.productionUnit(one);
  return [[weights.productionUnit * shareOf(count, one, other), `The same production unit number${among(count)}.`]];
}

function placeEvidence(one: Traits, other: Traits, sharers: Sharers): Evidence[] {
  if (one.address !== null && one.address === other.address) {
    const count = sharers.address(one);
    const { street, houseNumber, postalCode } = one.daycare;
    return [[weights.address * shareOf(count, one, other), `The same address${among(count)}: ${street} ${houseNumber}, ${postalCode}.`]];
  }
  const metres = one.point && other.point ? metresBetween(one.point, other.point) : NEAR;
  return metres < NEAR ? [[weights.nearness * (1 - metres / NEAR), `${Math.round(metres)} metres apart.`]] : [];
}

const among = (count: number) => (count > 2 ? `, which ${count} share` : '');

function shareOf(count: number, ...pair: Pair): number {
  if (pair.some(({ daycare }) => daycare.type === 'CHILDMINDING')) return LEAST_SHARE;
  return Math.max(2 / count, LEAST_SHARE);
}
