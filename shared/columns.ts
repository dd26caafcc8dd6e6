import type { EntitySchemaColumnOptions } from 'typeorm';

/** Column kinds that mean the same on SQLite, MySQL and MariaDB. */
export const text = (length: number): EntitySchemaColumnOptions => ({ type: 'varchar', length });
export const longText: EntitySchemaColumnOptions = { type: 'text' };
export const whole: EntitySchemaColumnOptions = { type: 'int' };
export const decimal: EntitySchemaColumnOptions = { type: 'double' };
/** Milliseconds since 1970, or a log position. */
export const instant: EntitySchemaColumnOptions = { type: 'bigint' };
export const day: EntitySchemaColumnOptions = { type: 'varchar', length: 10 };
export const flag: EntitySchemaColumnOptions = { type: 'boolean' };
/** A value kept as the text it was written as, since a JSON column would rewrite it. */
export const json: EntitySchemaColumnOptions = {
  type: 'text',
  transformer: {
    to: (value: unknown) => (value === undefined || value === null ? value : JSON.stringify(value)),
    from: (kept: unknown) => (typeof kept === 'string' ? JSON.parse(kept) : kept),
  },
};

export const optional = (column: EntitySchemaColumnOptions): EntitySchemaColumnOptions => ({ ...column, nullable: true });
export const key = (column: EntitySchemaColumnOptions): EntitySchemaColumnOptions => ({ ...column, primary: true });
