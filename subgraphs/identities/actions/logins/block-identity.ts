import { holdsNationalNumber } from '#shared/national-number.ts';
import type { Actor } from '#shared/actor.ts';
import { refuse, Refused } from '#shared/refusal.ts';
import { mayLift } from '../../domain/logins/block.ts';
import type { Identities } from '../../domain/logins/identity-store.ts';
import { nextIdentityState } from '../../domain/people/identity-lifecycle.ts';
import type { Person } from '../../domain/people/person.ts';
import { actsAs } from '../../domain/people/person-policy.ts';
import { personsDaycares } from './within-reach.ts';

const LONGEST_REASON = 500;

export interface Blocking {
  readonly uniId: string;
  readonly blocked: boolean;
  readonly reason: string;
}

/** Stops an identity, or releases it to where it was. What is so already stays as it is. */
export async function blockIdentity(identities: Identities, actor: Actor, { uniId, blocked, reason }: Blocking): Promise<Person> {
  const why = reasonFrom(reason);
  const person = await identities.lock(uniId);
  const daycares = await personsDaycares(identities, actor, person);
  const as = actsAs('BLOCK', actor, daycares);
  if (typeof as !== 'string') throw new Refused(as);
  if (!person) return refuse('NOT_FOUND', 'There is no such person in your reach.');
  const block = await identities.blockOf(uniId);
  const takesOver = blocked && as === 'agency' && block !== undefined && block.standing !== 'agency';
  if (blocked === (person.state === 'BLOCKED') && !takesOver) return person;
  if (!mayLift(block, as)) refuse('STATE_CONFLICT', 'The agency stopped this identity; only the agency releases it.', { rule: 'N15' });
  if (person.state === 'RETIRED') refuse('STATE_CONFLICT', 'This identity is no more.', { rule: 'Q11' });
  if (block) await identities.liftBlock(uniId, why);
  if (blocked) await identities.addBlock({ uniId, since: identities.at, standing: as, reason: why });
  const lift = (await identities.usernameOf(uniId)) === undefined ? 'lift unused' : 'lift used';
  const state = nextIdentityState(person.state, blocked ? 'block' : lift);
  const after: Person = { ...person, state: state ?? person.state, validFrom: identities.at, recordedAt: identities.at };
  if (state) await identities.keep(person, after);
  identities.record({
    kind: blocked ? 'IdentityBlocked' : 'IdentityReleased',
    actor: actor.id,
    uniId,
    facts: { standing: as, changedFields: ['state'] },
  });
  return state ? after : person;
}

function reasonFrom(reason: string): string {
  const why = reason.trim();
  if (why.length === 0 || why.length > LONGEST_REASON)
    refuse('INVALID_INPUT', `A reason is 1 to ${LONGEST_REASON} characters.`, { facts: { argument: 'reason' } });
  if (holdsNationalNumber(why)) refuse('INVALID_INPUT', 'A reason holds no national number.', { facts: { argument: 'reason' } });
  return why;
}
