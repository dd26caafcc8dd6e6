import { EntitySchema } from 'typeorm';
import { day, instant, key, optional, text, whole } from '#shared/columns.ts';
import { type Particulars, wordsWidth } from '../../domain/searching/particulars.ts';
import type { UseOfDay } from '../../domain/uses/access-use.ts';

export const particulars = new EntitySchema<Particulars>({
  name: 'daycare_particulars',
  columns: {
    number: key(text(6)),
    words: text(wordsWidth),
    companyNumber: optional(text(8)),
    municipalityCompanyNumber: optional(text(8)),
  },
});

export const accessUses = new EntitySchema<UseOfDay>({
  name: 'access_use',
  columns: {
    access: key(text(36)),
    day: key(day),
    reads: whole,
    persons: whole,
    imports: whole,
    lastUsedAt: instant,
  },
});

export const oversightTables = [particulars, accessUses];
