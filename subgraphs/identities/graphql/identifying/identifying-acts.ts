import type { Revealing } from '../../actions/identifying/reveal-national-number.ts';
import type { Reidentified, Reidentify } from '../../actions/identifying/reidentify-person.ts';
import type { Affiliation } from '../../domain/people/affiliation.ts';

/** What is done by and to national numbers, as this actor. */
export interface IdentifyingActs {
  reveal(told: Revealing): Promise<string | null>;
  reidentify(told: Reidentify, dryRun: boolean): Promise<Reidentified>;
  /** The identity that one leads to since it retired; nothing where it did not. */
  continuationOf(uniId: string): Promise<string | undefined>;
  lookUp(number: string): Promise<Affiliation>;
}
