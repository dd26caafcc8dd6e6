import type { Blocking } from '../../actions/logins/block-identity.ts';
import type { Activation } from '../../domain/logins/activation.ts';
import type { Person } from '../../domain/people/person.ts';

/** What can be done to identities, as this actor. */
export interface IdentityActs {
  /** Takes the caller's identity into use, by the code where there is one. */
  activateIdentity(told: { readonly code: string | null; readonly username: string | null }): Promise<Person>;
  issueActivation(told: Pick<Activation, 'uniId' | 'daycare'>): Promise<Activation>;
  confirmActivation(uniId: string): Promise<Activation>;
  blockIdentity(told: Blocking): Promise<Person>;
}
