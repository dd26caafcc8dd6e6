import { fromCursor, toCursor } from '#shared/cursor.ts';
import { refuse } from '#shared/refusal.ts';
import { readLoginUsers } from '../../actions/logins/read-login-users.ts';
import type { LoginUserPage } from '../../domain/logins/login-user.ts';
import { orRefused } from '../answers.ts';
import type { Context } from '../context.ts';

const LIST = 'login users';
const MOST = 500;
const FURTHEST = 10_000;

interface Asked {
  readonly uniId?: string | null | undefined;
  readonly username?: string | null | undefined;
  readonly after?: string | null | undefined;
  readonly skip: number;
  readonly first: number;
}

/** A page of an identity provider's users, with the cursor behind it. */
export async function loginUserPage(context: Context, { uniId, username, after, skip, first }: Asked): Promise<LoginUserPage> {
  const { readings, loginUsers: users, ownReader, actor } = context;
  const limit = (argument: string, most: number, told: number) =>
    told < 0 || told > most ? refuse('LIMIT_EXCEEDED', `At most ${most}.`, { facts: { argument, limit: most, asked: told } }) : told;
  const page = orRefused(
    await readLoginUsers({ readings, users, usernames: ownReader.usernamesOf }, actor, {
      uniId: uniId ?? null,
      username: username ?? null,
      after: after ? String(fromCursor(LIST, after)[0]) : null,
      skip: limit('skip', FURTHEST, skip),
      first: limit('first', MOST, first),
    }),
  );
  return { ...page, next: page.next && toCursor(LIST, [page.next]) };
}
