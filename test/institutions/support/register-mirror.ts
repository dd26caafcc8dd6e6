import type { Change } from './register-here.ts';

/** A daycare as a consumer keeps it: its facts in the words of the feed, since when they hold, and who follows after it. */
export interface Copy {
  readonly facts: Readonly<Record<string, string>>;
  readonly since: number;
  readonly successors: readonly string[];
}

const ofPlans = new Set(['PLANNED', 'PLAN_CANCELLED', 'PLAN_REFUSED']);

/**
 * A consumer of the feed that keeps the present only. What it is told counts where it holds from the beginning of the present facts
 * or from later on; what only puts an earlier time right is no matter of the present.
 */
export class Mirror {
  readonly #copies: Map<string, Copy>;

  constructor(copies: Iterable<readonly [string, Copy]> = []) {
    this.#copies = new Map(copies);
  }

  take({ kind, number, effectiveFrom, changes, successors }: Change): void {
    if (ofPlans.has(kind)) return;
    const from = Date.parse(effectiveFrom);
    const { facts, since, ...copy } = this.#copies.get(number) ?? { facts: {}, since: Number.NEGATIVE_INFINITY, successors: [] };
    const followers = [...new Set([...copy.successors, ...successors])].sort();
    if (from < since) this.#copies.set(number, { facts, since, successors: followers });
    else this.#copies.set(number, { facts: changed(facts, changes), since: from, successors: followers });
  }

  /** A page of a snapshot; what is there already is told anew. */
  put(page: Iterable<readonly [string, Copy]>): void {
    for (const [number, copy] of page) this.#copies.set(number, copy);
  }

  get copies(): Record<string, Copy> {
    return Object.fromEntries([...this.#copies].sort(([one], [other]) => (one < other ? -1 : 1)));
  }
}

function changed(facts: Copy['facts'], changes: Change['changes']): Copy['facts'] {
  const told = Object.entries(facts).filter(([field]) => !changes.some((change) => change.field === field));
  return Object.fromEntries([...told, ...changes.flatMap(({ field, after }) => (after === null ? [] : [[field, after]]))]);
}

const address = 'address { street houseNumber postalCode town supplementaryTown municipalityCode latitude longitude addressId }';
/** All that a daycare says of itself, as it is asked for. */
export const wholeDaycare = `number level name status validFrom ownership legalBasis municipality { code } successors { number }
  ... on PlacementUnit { institution { number } type email phone companyNumber productionUnitNumber ${address} }
  ... on AlternativeAddress { unit { number institution { number } } companyNumber productionUnitNumber ${address} }`;

/** A daycare that the register shows, as a consumer keeps it. */
export function copyOf(seen: any): readonly [string, Copy] {
  const { number, level: _, validFrom, municipality, successors, institution, unit, address: lying, ...own } = seen;
  const facts = {
    ...own,
    ...lying,
    municipality: municipality.code,
    institution: (unit?.institution ?? institution)?.number,
    unit: unit?.number,
  };
  const told = Object.entries(facts).flatMap(([field, value]) => (value === null || value === undefined ? [] : [[field, String(value)]]));
  return [
    number,
    {
      facts: Object.fromEntries(told),
      since: Date.parse(validFrom),
      successors: successors.map((next: { number: string }) => next.number).sort(),
    },
  ];
}
