import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/refusal.ts';
import { type Activation, type Code, codeIn, GUESSES_FORGOTTEN, isOpen, MOST_GUESSES } from '../../domain/logins/activation.ts';
import type { CodeMaker } from '../../domain/logins/activation-store.ts';
import { type LoginKey, loginOf } from '../../domain/logins/login.ts';
import type { Person } from '../../domain/people/person.ts';
import { takeIntoUse } from './activate-identity.ts';
import type { Stores } from './issue-activation.ts';

/** Runs one step in a transaction of its own. */
export type Act = <Result>(work: (stores: Stores) => Promise<Result>) => Promise<Result>;

export interface Redeeming {
  readonly code: string;
  readonly username: string | null;
}

/**
 * Takes an identity into use by the code of the letter, for one whose login vouches for no number. A try is counted, and true, before the
 * code is proved, so that no race gets more tries; then it is proved slowly, outside any transaction; then it is used, once.
 */
export async function redeemCode(act: Act, maker: CodeMaker, actor: Actor, { code: text, username }: Redeeming): Promise<Person> {
  const login = loginOf(actor) ?? refuse('NOT_PERMITTED', 'An identity is taken into use by its person.', { rule: 'I30' });
  if (login.numbers.length > 0)
    refuse('INVALID_INPUT', 'With a national e-ID no code is needed; leave it out.', { rule: 'I30', facts: { argument: 'code' } });
  const linked = await act(({ identities }) => identities.linkOf(login));
  const taking = { actor, login, wish: username, by: 'code' };
  if (linked) return act(({ identities }) => takeIntoUse(identities, { ...taking, uniId: linked }));
  const code = codeIn(text);
  const tried = await act((stores) => countTry(stores, login, code));
  if (!(await maker.matches(code?.secret ?? '', tried?.secretHash ?? null)) || !tried) return notGood();
  return act(async ({ identities, activations }) => {
    const person = await identities.lock(tried.uniId);
    const now = await activations.lock(tried.uniId);
    const isStill = now?.secretHash === tried.secretHash && now.usedAt === null && identities.at < now.expiresAt;
    if (person?.state !== 'IMPORTED' || !isStill) return notGood();
    await activations.keep({ ...now, usedAt: identities.at });
    return takeIntoUse(identities, { ...taking, uniId: tried.uniId });
  });
}

/** Counts what this login sent, and the try of the code it names; nothing where there is no code to prove it by. */
async function countTry({ activations }: Stores, login: LoginKey, code: Code | undefined): Promise<Activation | undefined> {
  if ((await activations.countGuess(login)) > MOST_GUESSES)
    return refuse('RATE_LIMITED', 'Too many codes were sent from this login; try again in an hour.', {
      rule: 'P13',
      facts: { retryAfterSeconds: GUESSES_FORGOTTEN / 1000 },
    });
  const found = code && (await activations.lockBySelector(code.selector));
  if (!found || !isOpen(found, activations.at)) return undefined;
  const tried = { ...found, tries: found.tries + 1 };
  await activations.keep(tried);
  return tried;
}

/** Told alike of every code that opens nothing, so that none of them says anything. */
const notGood = (): never =>
  refuse(
    'NOT_FOUND',
    'This code opens nothing: it is mistyped, used, older than seven days, or was tried too often. Ask your daycare for a new one.',
    {
      rule: 'P13',
      facts: { argument: 'code' },
    },
  );
