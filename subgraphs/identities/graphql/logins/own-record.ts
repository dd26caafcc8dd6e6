import { type Page, readPage } from '#shared/page.ts';
import { refuse } from '#shared/refusal.ts';
import { type OwnRead, toldRead } from '../../domain/logins/own-reader.ts';
import type { OwnScope } from '../../domain/logins/own-scope.ts';
import type { Affiliation } from '../../domain/people/affiliation.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Context, SeenPerson } from '../context.ts';

/** What a citizen is shown; no scope where the login leads to nobody. */
export interface OwnRecord {
  readonly scope: OwnScope | undefined;
}

export interface OwnChild {
  readonly person: SeenPerson;
  readonly affiliations: readonly Affiliation[];
}

export type ReadPage = Page<OwnRead>;

/** The caller's own record. */
export async function ownRecord({ loaders }: Context): Promise<OwnRecord> {
  const scope = await loaders.own.read();
  if (scope && scope.person.state !== 'ACTIVATED')
    refuse('STATE_CONFLICT', 'This identity is not in use; ask the daycare that you are tied to.', { rule: 'I30' });
  return { scope };
}

/** The children of whom the caller has custody, each with the ties that say so. */
export const childrenOf = ({ scope }: OwnRecord): OwnChild[] =>
  [...Map.groupBy(scope?.children ?? [], ({ uniId }) => uniId).values()].flatMap((affiliations) => {
    const [tie] = affiliations;
    return tie ? [{ person: { ...tie.person, seenBy: tie }, affiliations }] : [];
  });

interface Asked {
  readonly first: number;
  readonly after?: string | null | undefined;
}

/** A page of who read the caller's record and their children's. */
export function readsPage({ ownReader }: Context, { scope }: OwnRecord, asked: Asked): Promise<ReadPage> {
  return readPage('reads', asked, {
    rows: async (place) => {
      const ties = scope ? [...(await ownReader.everyTieOf(scope.person.uniId)), ...scope.children] : [];
      return (await ownReader.readsOf(ties, place)).map(toldRead);
    },
    keyOf: ({ at, id }) => [at, id],
    total: async () => 0,
  });
}

/** What to do where there is nothing. */
export function adviceFor({ scope }: OwnRecord): string | null {
  if (!scope)
    return 'This login is not linked to an identity: call activateIdentity with a national e-ID, or with the code of the letter that your daycare has sent to you.';
  if (scope.ties.length > 0) return null;
  return 'No daycare says today that you are tied to it. If one should, ask it to enter you with your national number in its own system.';
}

/** The username, to its person alone. */
export async function usernameOf({ loaders }: Context, { uniId }: Person): Promise<string | null> {
  const own = await loaders.own.asked();
  if (own?.person.uniId !== uniId) return refuse('NOT_PERMITTED', 'A username is shown to its person alone.', { rule: 'I25' });
  return (await loaders.username.load(uniId)) ?? null;
}
