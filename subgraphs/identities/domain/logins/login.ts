import type { Actor, Login } from '#shared/actor.ts';

/** Somebody's login: no issuer gives one of its subjects to two people. */
export interface LoginKey {
  readonly issuer: string;
  readonly subject: string;
}

/** A login that leads to an identity; one identity may have several, one login has one identity for good. */
export interface LinkedLogin extends LoginKey {
  readonly uniId: string;
  readonly at: number;
}

/** The login by which a person came, with what the issuer vouches for; none for a system. */
export const loginOf = ({ kind, id, login }: Actor): (LoginKey & Pick<Login, 'numbers'>) | undefined =>
  kind === 'person' && login ? { issuer: login.issuer, subject: id, numbers: login.numbers } : undefined;
