import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/refusal.ts';
import type { Agreements } from '../../domain/agreement-store.ts';
import { serviceOf } from '../../domain/systems/service.ts';
import type { SupplierSystem } from '../../domain/systems/system.ts';
import { mustBeAgency } from '../../domain/systems/supplier-policy.ts';

export interface RegisterSystem {
  readonly id: string;
  readonly name: string;
  readonly supplier: string;
  readonly services: readonly string[];
}

/** Registers a supplier's system, connected to services by agreement with the agency (3.1). */
export async function registerSystem(
  agreements: Agreements,
  actor: Actor,
  { id, name, supplier, services }: RegisterSystem,
): Promise<SupplierSystem> {
  mustBeAgency(actor);
  if (!/^[A-Za-z0-9-]{1,20}$/.test(id))
    refuse('INVALID_INPUT', 'A system id has 1 to 20 letters, digits and dashes.', { facts: { field: 'id' } });
  if (!name.trim() || name.length > 100) refuse('INVALID_INPUT', 'A name has 1 to 100 characters.', { facts: { field: 'name' } });
  if (!(await agreements.supplier(supplier))) refuse('NOT_FOUND', 'There is no such supplier.');
  const unknown = services.filter((code) => !serviceOf(code));
  if (unknown.length > 0) refuse('INVALID_INPUT', 'There is no such service; `services` lists them.', { facts: { field: 'services' } });
  const system: SupplierSystem = { id, name: name.trim(), supplier, state: 'ACTIVE', archivedAt: null };
  const connections = [...new Set(services)].map((service) => ({
    id: agreements.newId(),
    system: id,
    service,
    state: 'APPROVED' as const,
  }));
  if (!(await agreements.addSystem(system, connections))) refuse('STATE_CONFLICT', `There is a system ${id} already.`);
  agreements.tellSystem('SystemRegistered', id, actor.id, { supplier, services });
  return system;
}
