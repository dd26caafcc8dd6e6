/**
 * The register as small as it can be said: a list of what was told of each daycare, from when on, in the order in which it was told.
 * What is true at a moment is the last told for each fact up to then; what is inherited is looked up at the parent, at that moment.
 */
export type Level = 'INSTITUTION' | 'UNIT' | 'LOCATION';
export type Facts = Partial<
  Record<'name' | 'status' | 'municipality' | 'ownership' | 'legalBasis' | 'parent' | 'type' | 'street' | 'phone', string>
>;
type Fact = keyof Facts;

export interface Claim {
  readonly number: string;
  readonly from: number;
  readonly fact: Fact;
  readonly value: string;
  /** The planned act it belongs to, while that may still be called off. */
  readonly plan?: string;
}

export interface World {
  readonly levels: ReadonlyMap<string, Level>;
  readonly claims: readonly Claim[];
}

export const nothing: World = { levels: new Map(), claims: [] };
const inheritedFacts = ['municipality', 'ownership', 'legalBasis'] as const;

/** What is told of one fact of a daycare at a moment; nothing before it is in the register. */
export function toldAt({ claims }: World, number: string, fact: Fact, instant: number): string | undefined {
  let last: Claim | undefined;
  for (const claim of claims)
    if (claim.number === number && claim.fact === fact && claim.from <= instant && (!last || claim.from >= last.from)) last = claim;
  return last?.value;
}

/** All that is true of a daycare at a moment, what it inherits included; of a closed one as it was when it closed. */
export function trueAt(world: World, number: string, instant: number): Facts | undefined {
  const status = toldAt(world, number, 'status', instant);
  if (!status) return undefined;
  const own: Facts = {};
  for (const fact of ['name', 'status', 'parent', 'type', 'street', 'phone', ...inheritedFacts] as const) {
    const value = toldAt(world, number, fact, instant);
    if (value !== undefined) own[fact] = value;
  }
  if (world.levels.get(number) === 'INSTITUTION' || !own.parent) return own;
  const above = status === 'CLOSED' ? trueAt(world, number, closedAt(world, number) - 1) : trueAt(world, own.parent, instant);
  for (const fact of inheritedFacts) if (above?.[fact]) own[fact] = above[fact];
  return own;
}

const closedAt = ({ claims }: World, number: string): number =>
  Math.min(
    ...claims.filter((claim) => claim.number === number && claim.fact === 'status' && claim.value === 'CLOSED').map(({ from }) => from),
  );

/**
 * The world with more told; what says nothing new is forgotten, so that it stops nothing that is put right before it. What is planned
 * is told when its day comes, whatever becomes of the days until then.
 */
export function tell(world: World, told: readonly Claim[], at: number): World {
  const claims = [...world.claims, ...told].filter((claim, index, all) => {
    const sameMoment = all.findLastIndex(
      (other) => other.number === claim.number && other.fact === claim.fact && other.from === claim.from,
    );
    return sameMoment === index;
  });
  const isNews = (claim: Claim) => toldAt({ ...world, claims }, claim.number, claim.fact, claim.from - 1) !== claim.value;
  return { ...world, claims: claims.filter((claim) => (claim.plan && claim.from > at) || isNews(claim)) };
}

export const takeBack = (world: World, plan: string): World => ({ ...world, claims: world.claims.filter((claim) => claim.plan !== plan) });

/** Every moment at which anything begins to be true. */
export const moments = (...worlds: readonly World[]): number[] =>
  [...new Set(worlds.flatMap(({ claims }) => claims.map(({ from }) => from)))].sort((a, b) => a - b);

/** Whether the second world may follow upon the first: nothing stands in it that may not, and did not stand there before. */
export function mayFollow(before: World, after: World, since: number): boolean {
  return moments(before, after)
    .concat(since)
    .filter((instant) => instant >= since)
    .every((instant) => [...after.levels.keys()].every((number) => isSound(before, after, number, instant)));
}

function isSound(before: World, after: World, number: string, instant: number): boolean {
  const facts = trueAt(after, number, instant);
  if (!facts) return true;
  if (isOrphan(after, number, instant) && !isOrphan(before, number, instant)) return false;
  if (crosses(after, number, instant) && !crosses(before, number, instant)) return false;
  if (facts.status === 'CLOSED') return !isTalkedOfAfterwards(before, after, number, instant);
  const old = trueAt(before, number, instant);
  const stays = (['ownership', 'legalBasis', 'type', 'parent'] as const).every((fact) => old?.[fact] === facts[fact]);
  return stays || fits(facts);
}

const isOrphan = (world: World, number: string, instant: number): boolean => {
  const facts = trueAt(world, number, instant);
  return facts?.status === 'ACTIVE' && facts.parent !== undefined && trueAt(world, facts.parent, instant)?.status !== 'ACTIVE';
};

/** It comes from under one to under another that is another municipality's then. */
function crosses(world: World, number: string, instant: number): boolean {
  const [here, there] = [instant - 1, instant].map((each) => trueAt(world, number, each)?.parent);
  if (!here || !there || here === there) return false;
  return trueAt(world, here, instant)?.municipality !== trueAt(world, there, instant)?.municipality;
}

/** Something begins to be told of it after it is closed, other than that it closes. */
function isTalkedOfAfterwards(before: World, after: World, number: string, instant: number): boolean {
  if (
    JSON.stringify(before.claims.filter((claim) => claim.number === number)) ===
    JSON.stringify(after.claims.filter((claim) => claim.number === number))
  )
    return false;
  const closed = after.claims.filter((claim) => claim.number === number && claim.fact === 'status' && claim.value === 'CLOSED');
  const first = Math.min(...closed.map(({ from }) => from));
  return instant >= first && after.claims.some((claim) => claim.number === number && claim.from > first && claim.value !== 'CLOSED');
}

/** Rule R22, for the forms the histories use. */
function fits({ ownership, legalBasis, type }: Facts): boolean {
  return ownership === 'MUNICIPAL' ? legalBasis === 'DAYCARE_19_2' : legalBasis === 'DAYCARE_19_3' && type !== 'CHILDMINDING';
}
