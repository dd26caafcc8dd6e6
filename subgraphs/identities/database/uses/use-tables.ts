import { EntitySchema } from 'typeorm';
import { day, instant, key, optional, text, whole } from '#shared/columns.ts';
import type { AccessUse } from '../../domain/uses/access-use.ts';

/** A use as it is kept: where it was last told, 0 if never, and from when on it is to be told again. */
export interface KeptUse extends AccessUse {
  readonly position: number;
  readonly due: number | null;
}

/** The last position at which uses were told; its row is locked while more are, so positions stand in commit order. */
export interface UseHead {
  readonly id: number;
  readonly position: number;
}

export const accessUses = new EntitySchema<KeptUse>({
  name: 'access_use',
  columns: {
    day: key(day),
    access: key(text(60)),
    reads: whole,
    persons: whole,
    imports: whole,
    lastUsedAt: instant,
    position: instant,
    due: optional(instant),
  },
  indices: [
    { name: 'access_use_due', columns: ['due'] },
    { name: 'access_use_position', columns: ['position', 'day', 'access'] },
  ],
});

export const useHeads = new EntitySchema<UseHead>({ name: 'access_use_head', columns: { id: key(whole), position: instant } });

export const useTables = [accessUses, useHeads];
