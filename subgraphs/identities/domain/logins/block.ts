import type { PersonStanding } from '../people/person-policy.ts';

/** That an identity is stopped, by whom and why; lifted, it stays as a row. */
export interface Block {
  readonly id: string;
  readonly uniId: string;
  readonly since: number;
  readonly standing: PersonStanding;
  readonly reason: string;
  readonly liftedAt: number | null;
  readonly liftReason: string | null;
}

/** Whether a block may be lifted as this: what the agency stopped, only the agency releases, as with systems. */
export const mayLift = (block: Pick<Block, 'standing'> | undefined, as: PersonStanding): boolean =>
  as === 'agency' || block?.standing !== 'agency';
