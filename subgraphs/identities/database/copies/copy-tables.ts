import { EntitySchema } from 'typeorm';
import { flag, instant, json, key, longText, optional, text } from '#shared/columns.ts';
import type { KnownAccess } from '../../domain/known-access.ts';
import type { KnownDaycare } from '../../domain/known-daycare.ts';

/** A daycare with those of its accesses that were asked for with it. */
export interface DaycareWithAccesses extends KnownDaycare {
  readonly accesses?: readonly KnownAccess[];
}

export const knownDaycares = new EntitySchema<DaycareWithAccesses>({
  name: 'known_daycare',
  columns: {
    number: key(text(6)),
    level: text(12),
    name: text(132),
    status: text(10),
    municipality: text(4),
    ownership: text(12),
    type: optional(text(24)),
    acceptsUsers: flag,
    institution: optional(text(6)),
    unit: optional(text(6)),
  },
  indices: [{ name: 'known_daycare_municipality', columns: ['municipality', 'number'] }],
});

export const knownAccesses = new EntitySchema<KnownAccess>({
  name: 'known_access',
  columns: {
    id: key(text(60)),
    requestId: text(60),
    daycare: text(6),
    system: text(60),
    service: text(60),
    direction: text(10),
    categories: json,
    purposeKind: text(30),
    purpose: longText,
    state: text(20),
    activeSince: optional(instant),
  },
  indices: [{ name: 'known_access_daycare', columns: ['daycare', 'system'] }],
});

export const copyTables = [knownDaycares, knownAccesses];
