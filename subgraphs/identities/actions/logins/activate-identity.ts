import { type Actor, isSureEnough, type NumberHash } from '#shared/actor.ts';
import { refuse, Refused } from '#shared/refusal.ts';
import type { Identities } from '../../domain/logins/identity-store.ts';
import { type LoginKey, loginOf } from '../../domain/logins/login.ts';
import { usernameFrom } from '../../domain/logins/username.ts';
import { nextIdentityState } from '../../domain/people/identity-lifecycle.ts';
import type { Person } from '../../domain/people/person.ts';

const MOST_DRAWS = 20;

/**
 * Takes an identity into use by the national e-ID: the number that the issuer vouches for leads to who was registered under it
 * (I30). The same call again answers the same. Nobody is told anything of others.
 */
export async function activateIdentity(identities: Identities, actor: Actor, wish: string | null): Promise<Person> {
  const login = loginOf(actor);
  if (!login) return refuse('NOT_PERMITTED', 'An identity is taken into use by its person.', { rule: 'I30' });
  const linked = await identities.linkOf(login);
  const uniId = linked ?? (await registeredAs(identities, actor, login.numbers));
  if (linked && !(await isKnownAs(identities, linked, login.numbers)))
    refuse('STATE_CONFLICT', 'This login belongs to another identity already.', { rule: 'I26' });
  return takeIntoUse(identities, { actor, login, uniId, wish, by: 'national e-ID' });
}

/** Whether what the login vouches for now leads to the same identity, or to none. */
async function isKnownAs(identities: Identities, uniId: string, numbers: readonly NumberHash[]): Promise<boolean> {
  const known = await identities.knownBy(numbers);
  return known.length === 0 || known.includes(uniId);
}

async function registeredAs(identities: Identities, actor: Actor, numbers: readonly NumberHash[]): Promise<string> {
  if (numbers.length === 0)
    refuse('INVALID_INPUT', 'This login vouches for no national number: log in with the national e-ID, or send the code of the letter.', {
      rule: 'I30',
      facts: { argument: 'code' },
    });
  if (!isSureEnough(actor))
    refuse('ASSURANCE_TOO_LOW', 'Taking an identity into use needs a national e-ID of level substantial.', { rule: 'I40' });
  const [uniId, another] = await identities.knownBy(numbers);
  if (!uniId)
    refuse(
      'NOT_FOUND',
      'No daycare has registered you. Ask the daycare where your child goes, or where you work, to enter you with your national number in its own system; a day after, try again.',
      { rule: 'I30' },
    );
  if (another) refuse('STATE_CONFLICT', 'Two identities are known by your number; ask your daycare to have them joined.', { rule: 'I26' });
  return uniId;
}

export interface TakingIntoUse {
  readonly actor: Actor;
  readonly login: LoginKey;
  readonly uniId: string;
  /** The username wished for; one is drawn where none is. */
  readonly wish: string | null;
  readonly by: string;
}

/** Links the login and names the identity, under the lock of its person. */
export async function takeIntoUse(identities: Identities, { actor, login, uniId, wish, by }: TakingIntoUse): Promise<Person> {
  const person = await identities.lock(uniId);
  const inUse = person?.state === 'ACTIVATED';
  const next = person && nextIdentityState(person.state, 'activate');
  if (!person || (!inUse && !next)) return refuse('STATE_CONFLICT', stopped(person), { rule: 'I30' });
  const before = await identities.linkOf(login);
  if ((before ?? (await identities.link(login, uniId))) !== uniId)
    refuse('STATE_CONFLICT', 'This login belongs to another identity already.', { rule: 'I26' });
  await nameIdentity(identities, uniId, wish);
  const after: Person = { ...person, state: 'ACTIVATED', validFrom: identities.at, recordedAt: identities.at };
  if (!inUse) await identities.keep(person, after);
  if (!inUse) identities.record({ kind: 'IdentityActivated', actor: actor.id, uniId, facts: { by, changedFields: ['state', 'username'] } });
  else if (!before) identities.record({ kind: 'LoginLinked', actor: actor.id, uniId, facts: { by, changedFields: ['login'] } });
  return inUse ? person : after;
}

const stopped = (person: Person | undefined): string =>
  person?.state === 'BLOCKED'
    ? 'This identity is blocked; ask the daycare that you are tied to.'
    : 'This identity is no more; ask the daycare to register you anew.';

/** Chosen once; unique by putting it in first, and never given to anybody else (I24). */
async function nameIdentity(identities: Identities, uniId: string, wish: string | null): Promise<void> {
  const wished = wish === null ? undefined : usernameFrom(wish);
  if (typeof wished === 'object') throw new Refused(wished);
  const has = await identities.usernameOf(uniId);
  if (has && wished && wished !== has)
    refuse('STATE_CONFLICT', 'A username is chosen once.', { rule: 'I24', facts: { argument: 'username' } });
  if (has) return;
  if (wished) {
    if (!(await identities.takeUsername(uniId, wished)))
      refuse('STATE_CONFLICT', 'That username is taken; choose another.', { rule: 'I24', facts: { argument: 'username' } });
    return;
  }
  for (let draw = 1; !(await identities.takeUsername(uniId, identities.drawUsername())); draw++)
    if (draw === MOST_DRAWS) throw new Error('No username could be drawn that is not taken.');
}
