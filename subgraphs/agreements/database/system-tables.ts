import { EntitySchema } from 'typeorm';
import { instant, key, longText, optional, text } from '#shared/columns.ts';
import type { ConnectionAgreement, Supplier, SupplierSystem, SystemKey } from '../domain/systems/system.ts';

export const suppliers = new EntitySchema<Supplier>({
  name: 'supplier',
  columns: { number: key(text(20)), name: text(100), companyNumber: text(8) },
});

export const systems = new EntitySchema<SupplierSystem>({
  name: 'supplier_system',
  columns: { id: key(text(20)), name: text(100), supplier: text(20), state: text(20), archivedAt: optional(instant) },
  indices: [{ name: 'supplier_system_supplier', columns: ['supplier', 'id'] }],
});

export const connections = new EntitySchema<ConnectionAgreement>({
  name: 'connection_agreement',
  columns: { id: key(text(36)), system: text(20), service: text(40), state: text(10) },
  indices: [{ name: 'connection_agreement_system', columns: ['system', 'service'], unique: true }],
});

export const systemKeys = new EntitySchema<SystemKey>({
  name: 'system_key',
  columns: { system: key(text(20)), id: key(text(64)), jwk: longText, addedAt: instant, withdrawnAt: optional(instant) },
});
