import type { Revealing } from '../../actions/identifying/reveal-national-number.ts';
import type { Affiliation } from '../../domain/people/affiliation.ts';

/** What is done by and to national numbers, as this actor. */
export interface IdentifyingActs {
  reveal(told: Revealing): Promise<string | null>;
  lookUp(number: string): Promise<Affiliation>;
}
