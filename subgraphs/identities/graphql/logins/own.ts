import type { Actor } from '#shared/actor.ts';
import { readOwnRelations, readOwnScope } from '../../actions/logins/read-own-scope.ts';
import { type RelationsAsked, readRelations } from '../../actions/reading/read-relations.ts';
import type { OwnReader } from '../../domain/logins/own-reader.ts';
import type { OwnScope } from '../../domain/logins/own-scope.ts';
import type { Affiliation } from '../../domain/people/affiliation.ts';
import type { RelationWithTies } from '../../domain/people/contact-relation.ts';
import type { Readings } from '../../domain/reading/readings.ts';

/** A citizen's own record: read once a request, and only where it is asked for. */
export interface Own {
  read(): Promise<OwnScope | undefined>;
  /** What was read, where it was asked for in this request. */
  asked(): Promise<OwnScope | undefined> | undefined;
}

export function ownOf(readings: Readings, reader: OwnReader, actor: Actor): Own {
  let asked: Promise<OwnScope | undefined> | undefined;
  return {
    read: () => {
      asked ??= readOwnScope(readings, reader, actor);
      return asked;
    },
    asked: () => asked,
  };
}

/** The ties of the citizen and of their children as their own record shows them; undefined of anyone else, and of the past. */
export async function tiesWithOwn(own: Own) {
  const scope = await own.asked();
  return ({ uniId, asOf }: { readonly uniId: string; readonly asOf: number | null }): readonly Affiliation[] | undefined => {
    if (!scope || asOf !== null) return undefined;
    if (uniId === scope.person.uniId) return scope.ties;
    const ofChild = scope.children.filter((tie) => tie.uniId === uniId);
    return ofChild.length > 0 ? ofChild : undefined;
  };
}

/** Relations of ties, each as its reader comes to it: by their own record, or by a right to read the daycare's persons. */
export async function relationsOf(
  own: Own,
  { readings, actor }: { readonly readings: Readings; readonly actor: Actor },
  asked: readonly RelationsAsked[],
): Promise<readonly (readonly RelationWithTies[])[]> {
  const scope = await own.asked();
  const mine = scope ? asked.filter(({ tie }) => tie.seenAs) : [];
  const others = asked.filter((each) => !mine.includes(each));
  const ofMine = scope && mine.length > 0 ? await readOwnRelations(readings, actor, scope, mine) : [];
  const ofOthers = others.length > 0 ? await readRelations(readings, actor, others) : [];
  return asked.map((each) => ofMine[mine.indexOf(each)] ?? ofOthers[others.indexOf(each)] ?? []);
}
