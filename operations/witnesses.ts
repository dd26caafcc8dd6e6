import type { Checkpoint } from '#shared/checkpoint.ts';
import type { Break } from './log-break.ts';

/** So many checkpoints agree with the chain, and the last that does. */
export interface Agreed {
  readonly agreeing: number;
  readonly lastAgreeing: Checkpoint | undefined;
}

export interface Witnesses {
  /** Hears the checkpoints of a position as the chain comes to it. */
  hear(position: number, hash: string): Break | undefined;
  /** What checkpoints vouch for behind the end. */
  beyond(end: number): Break | undefined;
  agreed(): Agreed;
}

/** Checkpoints, each asked at its position: cutting the end, or making the whole chain anew, is told by nothing else. */
export function witnessesFrom(checkpoints: readonly Checkpoint[]): Witnesses {
  const at = Map.groupBy(checkpoints, ({ position }) => position);
  const furthest = checkpoints.reduce<Checkpoint | undefined>(
    (last, each) => (last && last.position >= each.position ? last : each),
    undefined,
  );
  let agreeing = 0;
  let lastAgreeing: Checkpoint | undefined;
  return {
    hear: (position, hash) => {
      for (const checkpoint of at.get(position) ?? []) {
        if (checkpoint.hash !== hash) return rebuilt(checkpoint, lastAgreeing);
        agreeing += 1;
        lastAgreeing = checkpoint;
      }
      return undefined;
    },
    beyond: (end) => (furthest && furthest.position > end ? cut(furthest, end) : undefined),
    agreed: () => ({ agreeing, lastAgreeing }),
  };
}

const rebuilt = ({ position, at }: Checkpoint, last: Checkpoint | undefined): Break => ({
  kind: 'REBUILT',
  position,
  says:
    `The checkpoint signed ${timeOf(at)} says another hash here, though each event fits the one before: the chain was made anew, ` +
    `${last ? `from some event behind ${last.position} on (the checkpoint there still agrees)` : 'from the first event on or soon after'}.`,
});

const cut = ({ position, at }: Checkpoint, end: number): Break => ({
  kind: 'TAIL_CUT',
  position: end + 1,
  says: `The log ends at ${end}, but a checkpoint signed ${timeOf(at)} is of position ${position}: at least ${countOf(position - end)} cut from the end.`,
});

const countOf = (events: number): string => (events === 1 ? '1 event was' : `${events} events were`);

/** An instant as it is told. */
export const timeOf = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
