import { EntitySchema } from 'typeorm';
import { day, instant, optional, text } from '#shared/columns.ts';
import type { KeptFinding } from '../../domain/findings/findings.ts';

/** What is or was found about daycares: since when, and until when it stood (FOREVER while it does). */
export const findings = new EntitySchema<KeptFinding>({
  name: 'finding',
  columns: {
    id: { type: 'int', primary: true, generated: 'increment' },
    number: text(6),
    code: text(40),
    about: text(300),
    message: text(1000),
    since: instant,
    until: instant,
    deadline: optional(day),
  },
  indices: [
    { name: 'finding_number', columns: ['number', 'until'] },
    { name: 'finding_code', columns: ['code', 'until', 'number'] },
  ],
});
