import type { Actor } from '#shared/actor.ts';
import { loginOf } from '../../domain/logins/login.ts';
import type { OwnReader } from '../../domain/logins/own-reader.ts';
import { type OwnScope, ownReads, seenAs } from '../../domain/logins/own-scope.ts';
import type { Affiliation } from '../../domain/people/affiliation.ts';
import type { RelationWithTies } from '../../domain/people/contact-relation.ts';
import type { Readings } from '../../domain/reading/readings.ts';
import type { RelationsAsked } from '../reading/read-relations.ts';

/** Reads what a citizen may see of themselves and of their children, and logs it; nothing where the login leads nowhere. */
export async function readOwnScope(readings: Readings, own: OwnReader, actor: Actor): Promise<OwnScope | undefined> {
  const login = loginOf(actor);
  const person = login && (await own.personOf(login));
  if (person?.state !== 'ACTIVATED') return person && { person, ties: [], children: [] };
  const ties = (await readings.tiesOf([person.uniId], null)).map((tie) => seenAs('oneself', actor, tie));
  const mine = new Set(ties.map(({ id }) => id));
  const relations = await readings.relationsOf([...mine]);
  const inCustody = relations.filter(({ contact, hasCustody }) => hasCustody && mine.has(contact)).map(({ child }) => child);
  const found = await readings.tiesByIds(inCustody);
  const children = [...found.values()].filter(({ to }) => to === null).map((tie) => seenAs('child', actor, tie));
  await readings.log(ownReads(actor, [...ties, ...children]));
  return { person, ties, children };
}

/** Contacts and children of ties in a citizen's own record: of others name and relation only. */
export async function readOwnRelations(
  readings: Readings,
  actor: Actor,
  { ties, children }: OwnScope,
  asked: readonly RelationsAsked[],
): Promise<readonly (readonly RelationWithTies[])[]> {
  const known = new Map([...ties, ...children].map((tie) => [tie.id, tie]));
  const relations = await readings.relationsOf(asked.map(({ tie }) => tie.id));
  const others = await readings.tiesByIds([...new Set(relations.flatMap(({ child, contact }) => [child, contact]))]);
  const shown = (id: string): Affiliation[] => {
    const other = others.get(id);
    const seen = known.get(id) ?? (other && seenAs('glimpse', actor, other));
    return seen ? [seen] : [];
  };
  const answers = asked.map(({ tie, side }) =>
    relations
      .filter(({ child, contact }) => (side === 'contacts' ? child : contact) === tie.id)
      .flatMap((relation) => {
        const [child, contact] = [...shown(relation.child), ...shown(relation.contact)];
        const isGlimpse = contact?.seenAs === 'glimpse';
        return child && contact ? [{ ...relation, ties: { child, contact }, isGlimpse }] : [];
      }),
  );
  const glimpsed = answers.flat().flatMap(({ ties: { child, contact } }) => [child, contact].filter((each) => each.seenAs === 'glimpse'));
  await readings.log(ownReads(actor, [...new Map(glimpsed.map((tie) => [tie.id, tie])).values()]));
  return answers;
}
