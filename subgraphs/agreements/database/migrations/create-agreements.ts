import type { MigrationInterface, QueryRunner, Table } from 'typeorm';
import { table } from '#shared/migrations.ts';

const varchar = (length: number) => ({ type: 'varchar', length: String(length) });
const maybe = (length: number) => ({ ...varchar(length), isNullable: true });
const primary = (length: number) => ({ ...varchar(length), isPrimary: true });
const prose = { type: 'text' };
const instant = { type: 'bigint' };
const maybeInstant = { type: 'bigint', isNullable: true };

const asked = {
  system: varchar(20),
  supplier: varchar(20),
  service: varchar(40),
  direction: varchar(5),
  agreementClass: varchar(12),
  categories: prose,
  daycareNumber: varchar(6),
  purposeKind: varchar(20),
  purpose: prose,
};

/** Suppliers with their systems and connections, what is known of the daycares, requests, and the accesses they become. */
export class CreateAgreements1790000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const each of agreementTables(runner)) await runner.createTable(each);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const each of agreementTables(runner).reverse()) await runner.dropTable(each);
  }
}

const agreementTables = (runner: QueryRunner): Table[] => [
  table(runner, 'supplier', { number: primary(20), name: varchar(100), companyNumber: varchar(8) }),
  table(runner, 'supplier_system', { id: primary(20), name: varchar(100), supplier: varchar(20), state: varchar(20) }, [
    { name: 'supplier_system_supplier', columns: ['supplier', 'id'] },
  ]),
  table(runner, 'connection_agreement', { id: primary(36), system: varchar(20), service: varchar(40), state: varchar(10) }, [
    { name: 'connection_agreement_system', columns: ['system', 'service'], unique: true },
  ]),
  table(
    runner,
    'known_daycare',
    {
      number: primary(6),
      level: varchar(12),
      name: varchar(132),
      status: varchar(10),
      municipality: varchar(4),
      municipalityName: varchar(60),
      ownership: varchar(12),
      institution: maybe(6),
      unit: maybe(6),
      isChildminding: { type: 'boolean' },
      acceptsUsers: { type: 'boolean' },
    },
    [
      { name: 'known_daycare_municipality', columns: ['municipality', 'number'] },
      { name: 'known_daycare_unit', columns: ['unit'] },
    ],
  ),
  table(
    runner,
    'access_request',
    {
      id: primary(36),
      ...asked,
      processingAgreement: varchar(200),
      comment: { ...prose, isNullable: true },
      state: varchar(10),
      decision: { ...prose, isNullable: true },
      requestedAt: instant,
      requestedBy: varchar(120),
      expiresAt: instant,
    },
    [
      { name: 'access_request_daycare', columns: ['daycareNumber', 'state', 'id'] },
      { name: 'access_request_supplier', columns: ['supplier', 'id'] },
      { name: 'access_request_state', columns: ['state', 'id'] },
    ],
  ),
  table(
    runner,
    'data_access',
    {
      id: primary(36),
      requestId: varchar(36),
      ...asked,
      state: varchar(16),
      suspensionReason: maybe(20),
      suspendedAt: maybeInstant,
      activeSince: maybeInstant,
      confirmBy: maybe(10),
      lastUsedAt: maybeInstant,
    },
    [
      { name: 'data_access_request', columns: ['requestId'], unique: true },
      { name: 'data_access_daycare', columns: ['daycareNumber', 'state', 'id'] },
      { name: 'data_access_supplier', columns: ['supplier', 'id'] },
      { name: 'data_access_system', columns: ['system', 'state', 'id'] },
    ],
  ),
  table(runner, 'live_agreement', { daycareNumber: primary(6), system: primary(20), service: primary(40), requestId: varchar(36) }, [
    { name: 'live_agreement_request', columns: ['requestId'] },
  ]),
];
