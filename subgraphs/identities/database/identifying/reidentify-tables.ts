import { EntitySchema } from 'typeorm';
import { instant, key, longText, optional, text, whole } from '#shared/columns.ts';
import type { Consent, Reidentification } from '../../domain/identifying/reidentification.ts';
import type { SealedNumber } from '../../domain/people/number-cipher.ts';

export const reidentifications = new EntitySchema<Reidentification>({
  name: 'reidentification',
  columns: {
    id: key(text(32)),
    uniId: text(10),
    hash: text(64),
    keyVersion: whole,
    daycare: text(6),
    reason: longText,
    openedBy: text(120),
    openedAt: instant,
    expiresAt: instant,
    doneAt: optional(instant),
    stays: optional(text(10)),
    retired: optional(text(10)),
  },
  indices: [
    { name: 'reidentification_hash', columns: ['hash'] },
    { name: 'reidentification_retired', columns: ['retired'] },
  ],
});

export const consents = new EntitySchema<Consent>({
  name: 'reidentification_consent',
  columns: {
    reidentification: key(text(32)),
    controller: key(text(30)),
    daycare: text(6),
    actor: text(120),
    standing: text(30),
    at: instant,
  },
});

/** A number that a person had before it was changed, sealed for who had it. */
export interface FormerNumber extends SealedNumber {
  readonly reidentification: string;
  readonly uniId: string;
}

export const formerNumbers = new EntitySchema<FormerNumber>({
  name: 'former_number',
  columns: { reidentification: key(text(32)), uniId: key(text(10)), keyVersion: whole, value: text(120) },
});

export const reidentifyTables = [reidentifications, consents, formerNumbers];
