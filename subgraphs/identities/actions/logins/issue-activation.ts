import type { Actor } from '#shared/actor.ts';
import { refuse, Refused } from '#shared/refusal.ts';
import { ACTIVATION_LASTS, type Activation } from '../../domain/logins/activation.ts';
import { isReachable } from '../../domain/logins/activation-letter.ts';
import type { Activations } from '../../domain/logins/activation-store.ts';
import type { Identities } from '../../domain/logins/identity-store.ts';
import { loginOf } from '../../domain/logins/login.ts';
import type { Tie } from '../../domain/people/affiliation.ts';
import { nextIdentityState } from '../../domain/people/identity-lifecycle.ts';
import { actsAs } from '../../domain/people/person-policy.ts';
import { personsDaycares } from './within-reach.ts';

export interface Stores {
  readonly identities: Identities;
  readonly activations: Activations;
}

/** Asks for a code for somebody without a national e-ID (P13). Nothing is made before a second person confirms it. */
export async function issueActivation(
  stores: Stores,
  actor: Actor,
  { uniId, daycare }: Pick<Activation, 'uniId' | 'daycare'>,
): Promise<Activation> {
  const { identities, activations } = stores;
  await tieToActivate(stores, actor, uniId, daycare);
  await activations.lock(uniId);
  const { at } = identities;
  const fresh = { confirmedBy: null, selector: null, secretHash: null, tries: 0, usedAt: null };
  const activation: Activation = { ...fresh, uniId, daycare, issuedBy: actor.id, issuedAt: at, expiresAt: at + ACTIVATION_LASTS };
  await activations.keep(activation);
  identities.record({ kind: 'ActivationIssued', actor: actor.id, uniId, facts: { daycare, changedFields: ['activation'] } });
  return activation;
}

/**
 * The tie by whose address a person gets a code, where this actor may see to it, under the lock of the person. Out of reach and not
 * there answer alike; nobody vouches for oneself.
 */
export async function tieToActivate({ identities, activations }: Stores, actor: Actor, uniId: string, daycare: string): Promise<Tie> {
  const person = await identities.lock(uniId);
  const here = (await personsDaycares(identities, actor, person)).filter(({ number }) => number === daycare);
  if (!person || here.length === 0) return refuse('NOT_FOUND', 'There is no such person in your reach.');
  const as = actsAs('ACTIVATE', actor, here);
  if (typeof as !== 'string') throw new Refused(as);
  if ((await identities.knownBy(loginOf(actor)?.numbers ?? [])).includes(uniId))
    refuse('NOT_PERMITTED', 'Nobody vouches for oneself.', { rule: 'P13' });
  if (!nextIdentityState(person.state, 'activate'))
    refuse('STATE_CONFLICT', `The identity is ${person.state.toLowerCase()}, so it is not taken into use.`, { rule: 'P13' });
  const ties = await activations.tiesOf(uniId);
  if (ties.every(({ role }) => role === 'CHILD'))
    refuse('STATE_CONFLICT', 'Children in daycare have no login; their parents see for them.', { rule: 'I34' });
  const tie = ties.find((each) => each.daycare === daycare && isReachable(each));
  return (
    tie ??
    refuse('STATE_CONFLICT', 'The daycare has told no home address to send a letter to; enter it in its own system first.', { rule: 'P13' })
  );
}
