import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/refusal.ts';
import type { Agreements } from '../../domain/agreement-store.ts';
import type { Supplier } from '../../domain/systems/system.ts';
import { mustBeAgency } from '../../domain/systems/supplier-policy.ts';

export interface RegisterSupplier {
  readonly number: string;
  readonly name: string;
  readonly companyNumber: string;
}

/** Registers a supplier in the agency's register of suppliers (3.2). */
export async function registerSupplier(
  agreements: Agreements,
  actor: Actor,
  { number, name, companyNumber }: RegisterSupplier,
): Promise<Supplier> {
  mustBeAgency(actor);
  if (!/^[A-Za-z0-9-]{1,20}$/.test(number))
    refuse('INVALID_INPUT', 'A supplier number has 1 to 20 letters, digits and dashes.', { facts: { field: 'number' } });
  if (!name.trim() || name.length > 100) refuse('INVALID_INPUT', 'A name has 1 to 100 characters.', { facts: { field: 'name' } });
  if (!/^\d{8}$/.test(companyNumber)) refuse('INVALID_INPUT', 'A company number has eight digits.', { facts: { field: 'companyNumber' } });
  const supplier: Supplier = { number, name: name.trim(), companyNumber };
  if (!(await agreements.addSupplier(supplier))) refuse('STATE_CONFLICT', `There is a supplier ${number} already.`);
  agreements.tellSystem('SupplierRegistered', number, actor.id, { name: supplier.name });
  return supplier;
}
