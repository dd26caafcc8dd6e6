import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';
import { day, flag, instant, json, key, optional, text, whole } from '#shared/columns.ts';
import type { Tie, TieFacts } from '../../domain/people/affiliation.ts';
import type { ContactRelation } from '../../domain/people/contact-relation.ts';
import type { Group } from '../../domain/people/group.ts';
import type { SealedNumber } from '../../domain/people/number-cipher.ts';
import type { Person } from '../../domain/people/person.ts';

/** What was true when, as believed when. A belief is never overwritten, only ended. */
interface Believed {
  readonly validFrom: number;
  readonly validTo: number;
  readonly recordedFrom: number;
  readonly recordedTo: number;
}

export type PersonVersion = Omit<Person, 'recordedAt'> & Believed & { readonly id?: number };
export type TieVersion = Omit<Tie, 'id' | 'to' | 'frozenSince' | 'recordedAt'> &
  Believed & { readonly id?: number; readonly affiliation: string };

/** A number as it lies in the vault. */
export interface VaultNumber extends SealedNumber {
  readonly uniId: string;
}

/** What a number is found by, under each version of the key; nobody else can have it. */
export interface NumberHash {
  readonly hash: string;
  readonly keyVersion: number;
  readonly uniId: string;
}

/** How many are tied to a daycare now; kept with each import, so that counting a country reads no persons. */
export interface PeopleCount {
  readonly daycare: string;
  readonly children: number;
  readonly employees: number;
  readonly externals: number;
  readonly contacts: number;
}

const believed = { validFrom: instant, validTo: instant, recordedFrom: instant, recordedTo: instant };
const versionId: EntitySchemaColumnOptions = { type: 'int', primary: true, generated: 'increment' };
const shown = { state: text(10), isProtected: flag, firstName: text(132), familyName: text(132) };

export const persons = new EntitySchema<Person>({
  name: 'person',
  columns: { uniId: key(text(10)), ...shown, validFrom: instant, recordedAt: instant },
});

export const personVersions = new EntitySchema<PersonVersion>({
  name: 'person_version',
  columns: { id: versionId, uniId: text(10), ...shown, ...believed },
  indices: [{ name: 'person_version_person', columns: ['uniId', 'recordedTo', 'validTo'] }],
});

export const vaultNumbers = new EntitySchema<VaultNumber>({
  name: 'vault_number',
  columns: { uniId: key(text(10)), keyVersion: whole, value: text(120) },
});

export const numberHashes = new EntitySchema<NumberHash>({
  name: 'number_hash',
  columns: { hash: key(text(64)), keyVersion: whole, uniId: text(10) },
  indices: [{ name: 'number_hash_person', columns: ['uniId'] }],
});

// biome-ignore format: a table
const facts: Record<keyof TieFacts, EntitySchemaColumnOptions> = {
  localPersonId: optional(text(60)), firstName: text(132), familyName: text(132), aliasFirstName: optional(text(132)), aliasFamilyName: optional(text(132)),
  isProtected: flag, birthDate: optional(day), gender: optional(text(1)), email: optional(text(254)), phones: json, address: optional(json), nationalNumberKind: text(12),
  positions: json, mainGroup: optional(text(60)), groupIds: json, shortName: optional(text(40)), occupation: optional(text(132)), level: optional(text(10)),
};
const source = { daycare: text(6), system: text(60), source: text(100) };
const tie = { uniId: text(10), ...source, role: text(10), ...facts, searchName: text(270), from: instant };

/** The present picture: one row a tie that ever began; ended ones keep their row. */
export const ties = new EntitySchema<Tie>({
  name: 'affiliation',
  columns: { id: key(text(32)), ...tie, to: optional(instant), frozenSince: optional(instant), validFrom: instant, recordedAt: instant },
  indices: [
    { name: 'affiliation_daycare', columns: ['daycare', 'to', 'id'] },
    { name: 'affiliation_person', columns: ['uniId'] },
    { name: 'affiliation_frozen', columns: ['frozenSince'] },
  ],
});

export const tieVersions = new EntitySchema<TieVersion>({
  name: 'affiliation_version',
  columns: { id: versionId, affiliation: text(32), ...tie, ...believed },
  indices: [
    { name: 'affiliation_version_tie', columns: ['affiliation', 'recordedTo', 'validTo'] },
    { name: 'affiliation_version_daycare', columns: ['daycare', 'recordedTo', 'affiliation'] },
  ],
});

export const contactRelations = new EntitySchema<ContactRelation>({
  name: 'contact_relation',
  columns: {
    id: key(text(32)),
    child: text(32),
    contact: text(32),
    relation: text(30),
    hasCustody: flag,
    accessLevel: whole,
    ...source,
    from: instant,
    to: optional(instant),
  },
  indices: [
    { name: 'contact_relation_daycare', columns: ['daycare', 'to'] },
    { name: 'contact_relation_child', columns: ['child'] },
    { name: 'contact_relation_contact', columns: ['contact'] },
  ],
});

export const groups = new EntitySchema<Group>({
  name: 'person_group',
  columns: {
    id: key(text(32)),
    ...source,
    localId: text(60),
    name: text(100),
    type: text(20),
    level: optional(text(10)),
    line: optional(text(40)),
    from: optional(day),
    to: optional(day),
    goneSince: optional(instant),
  },
  indices: [{ name: 'person_group_source', columns: ['daycare', 'system', 'source', 'localId'], unique: true }],
});

export const peopleCounts = new EntitySchema<PeopleCount>({
  name: 'people_count',
  columns: { daycare: key(text(6)), children: whole, employees: whole, externals: whole, contacts: whole },
});

export const peopleTables = [
  persons,
  personVersions,
  vaultNumbers,
  numberHashes,
  ties,
  tieVersions,
  contactRelations,
  groups,
  peopleCounts,
];
