import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/refusal.ts';
import { ACTIVATION_LASTS, type Activation, type Code, waits } from '../../domain/logins/activation.ts';
import { letterTo, type SealLetter } from '../../domain/logins/activation-letter.ts';
import { type Stores, tieToActivate } from './issue-activation.ts';
import { personsDaycares } from './within-reach.ts';

export interface Confirming {
  readonly uniId: string;
  readonly code: Code;
  /** Of the code's secret part. */
  readonly secretHash: string;
  readonly seal: SealLetter;
}

/** Confirms as the second person, never the first (P13): the code goes into a sealed letter and nowhere else. */
export async function confirmActivation(stores: Stores, actor: Actor, { uniId, code, secretHash, seal }: Confirming): Promise<Activation> {
  const { identities, activations } = stores;
  const { at } = identities;
  const person = await identities.lock(uniId);
  const issued = await activations.lock(uniId);
  if (!issued || !waits(issued, at)) {
    await personsDaycares(identities, actor, person);
    return refuse('STATE_CONFLICT', 'Nothing waits to be confirmed for this person; issue an activation first.', { rule: 'P13' });
  }
  const tie = await tieToActivate(stores, actor, uniId, issued.daycare);
  if (issued.issuedBy === actor.id) refuse('NOT_PERMITTED', 'A second person confirms, never the one who issued.', { rule: 'P13' });
  const expiresAt = at + ACTIVATION_LASTS;
  const confirmed: Activation = { ...issued, confirmedBy: actor.id, expiresAt, selector: code.selector, secretHash };
  await activations.keep(confirmed);
  await activations.addLetter(seal(letterTo(tie, code, expiresAt)));
  identities.record({
    kind: 'ActivationConfirmed',
    actor: actor.id,
    uniId,
    facts: { daycare: issued.daycare, changedFields: ['activation'] },
  });
  return confirmed;
}
