/** How sure the issuer is of who logged in, lowest first. */
export const assurances = ['LOW', 'SUBSTANTIAL', 'HIGH'] as const;
export type Assurance = (typeof assurances)[number];

/** A role over something, given explicitly; nothing is ever derived from a company number (A19). */
export type Mandate =
  | { readonly role: 'DAYCARE_RESPONSIBLE'; readonly municipality: string }
  | { readonly role: 'MUNICIPAL_EMPLOYEE'; readonly municipality: string }
  | { readonly role: 'DAYCARE_EMPLOYEE'; readonly daycare: string }
  | { readonly role: 'MUNICIPAL_SYSTEM'; readonly municipality: string; readonly system: string }
  | { readonly role: 'SUPPLIER'; readonly supplier: string }
  | { readonly role: 'SUPPLIER_SYSTEM'; readonly system: string }
  | { readonly role: 'AGENCY' }
  | { readonly role: 'DASHBOARD'; readonly municipality?: string }
  | { readonly role: 'CITIZEN' };

export type MandateOf<Role extends Mandate['role']> = Extract<Mandate, { role: Role }>;

/** What a number is known by under one version of a key: nobody without the key can try numbers. */
export interface NumberHash {
  readonly keyVersion: number;
  readonly hash: string;
}

/** How a person logged in: at which issuer, and by which national number the issuer knows them, never the number itself. */
export interface Login {
  readonly issuer: string;
  /** One for each version of the key; none where the issuer vouches for no number. */
  readonly numbers: readonly NumberHash[];
}

/** Who asks: a person, a system, or another of our own subgraphs, with the mandates the token carries. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly kind: 'person' | 'system' | 'subgraph';
  readonly assurance: Assurance;
  readonly mandates: readonly Mandate[];
  /** Of a person; the id is the issuer's subject. Told to the subgraph that knows persons by number, and to no other. */
  readonly login?: Login;
}

/** The actor's mandates in one role. */
export function mandatesIn<Role extends Mandate['role']>(actor: Actor, role: Role): MandateOf<Role>[] {
  return actor.mandates.filter((mandate): mandate is MandateOf<Role> => mandate.role === role);
}

/** Whether the login is sure enough to decide, revoke, reveal or change (level substantial or higher). */
export const isSureEnough = (actor: Actor): boolean => actor.assurance !== 'LOW';
