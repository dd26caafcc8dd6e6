import { EntitySchema } from 'typeorm';
import { instant, key, longText, optional, text } from '#shared/columns.ts';
import type { Block } from '../../domain/logins/block.ts';
import type { LinkedLogin } from '../../domain/logins/login.ts';
import type { Username } from '../../domain/logins/username.ts';

/** Which login leads to whom. */
export const citizenLinks = new EntitySchema<LinkedLogin>({
  name: 'citizen_link',
  columns: { issuer: key(text(200)), subject: key(text(120)), uniId: text(10), at: instant },
  indices: [{ name: 'citizen_link_person', columns: ['uniId'] }],
});

/** Every username that was ever given; no row leaves. */
export const usernames = new EntitySchema<Username>({
  name: 'username',
  columns: { name: key(text(40)), uniId: text(10), at: instant },
  indices: [{ name: 'username_person', columns: ['uniId'], unique: true }],
});

export const identityBlocks = new EntitySchema<Block>({
  name: 'identity_block',
  columns: {
    id: key(text(32)),
    uniId: text(10),
    since: instant,
    standing: text(30),
    reason: longText,
    liftedAt: optional(instant),
    liftReason: optional(longText),
  },
  indices: [{ name: 'identity_block_person', columns: ['uniId'] }],
});

export const loginTables = [citizenLinks, usernames, identityBlocks];
