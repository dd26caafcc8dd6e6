import type { Actor } from '#shared/actor.ts';

/** Kinds of clients, in the order in which they are let in when not everybody can be. */
export const clientKinds = ['administrator', 'system', 'dashboard'] as const;
export type ClientKind = (typeof clientKinds)[number];

/** Whoever has a share and a budget of its own: a person, or a supplier's system with all its connections. */
export interface Client {
  readonly id: string;
  readonly kind: ClientKind;
}

/** The client behind an actor. A system is one client whatever its tokens' subjects are. */
export function clientOf({ id, kind, mandates }: Actor): Client {
  if (kind === 'person') return { id: `person ${id}`, kind: 'administrator' };
  for (const mandate of mandates) {
    if (mandate.role === 'SUPPLIER_SYSTEM' || mandate.role === 'MUNICIPAL_SYSTEM')
      return { id: `system ${mandate.system}`, kind: 'system' };
    if (mandate.role === 'DASHBOARD') return { id: `dashboard ${id}`, kind: 'dashboard' };
  }
  return { id: `system ${id}`, kind: 'system' };
}
