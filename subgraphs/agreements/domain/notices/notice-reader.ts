import type { Actor } from '#shared/actor.ts';
import type { Owner, Recipient } from './notice.ts';
import type { NoticeGap } from './recipient-book.ts';

/** Who is told for an owner. */
export interface Told {
  readonly owner: Owner;
  readonly recipients: readonly Recipient[];
  /** The register's address, by which a daycare is told while nobody is registered. */
  readonly standIn: string | null;
}

interface Place {
  readonly after: readonly (string | number)[] | undefined;
  readonly limit: number;
}

/** What is asked of notices without changing them. */
export interface NoticeReader {
  /** Undefined where the actor does not keep that owner's recipients, or there is no such owner. */
  told(actor: Actor, owner: Owner): Promise<Told | undefined>;
  /** Who was not told, among those whose recipients the actor keeps. */
  gaps(actor: Actor, place: Place): Promise<NoticeGap[]>;
  countGaps(actor: Actor): Promise<number>;
}
