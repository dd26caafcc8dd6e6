import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';
import { instant, json, longText, optional, text, whole } from '#shared/columns.ts';
import type { LoggedRead } from '../../domain/reading/logged-read.ts';

const rowId: EntitySchemaColumnOptions = { type: 'int', primary: true, generated: 'increment' };

/** Who read whom: one row a page of persons, committed before the answer leaves. */
export const readLog = new EntitySchema<LoggedRead & { readonly id?: number }>({
  name: 'read_log',
  columns: {
    id: rowId,
    at: instant,
    logPosition: instant,
    reader: text(120),
    standing: text(30),
    daycare: text(6),
    accesses: json,
    categories: json,
    what: text(20),
    filter: longText,
    first: optional(text(200)),
    last: optional(text(200)),
    shown: whole,
    purpose: longText,
  },
  indices: [{ name: 'read_log_daycare', columns: ['daycare', 'at'] }],
});
