import type { AccessUse } from './access-use.ts';

/** What a follower asks: what was told behind a cursor, how much of it, and how long it would wait for something. */
export interface UseQuestion {
  readonly after?: string | null | undefined;
  readonly first: number;
  readonly waitSeconds: number;
}

/** Days of accesses, in absolute numbers as they are now, in the order in which they were last told. */
export interface UsePage {
  readonly changes: readonly AccessUse[];
  readonly nextCursor: string;
  readonly caughtUp: boolean;
}

export interface UseFeed {
  page(question: UseQuestion): Promise<UsePage>;
}
