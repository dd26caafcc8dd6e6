import { nationalNumberIn } from '../people/national-number.ts';
import type { Tie } from '../people/affiliation.ts';
import type { ContactTold, ImportDocument, LineTold } from './import-document.ts';
import type { KnownPersons, Matched } from '../importing/matching.ts';
import { textOf } from './text-rules.ts';

/** Somebody whom a document says is protected, by all that it names them with. */
export interface ProtectedMention {
  readonly localPersonId: string | null;
  readonly nationalNumbers: readonly string[];
}

/**
 * Everyone whom a document says is protected, wherever it says so: a line that is refused for whatever reason counts, and so do
 * the contacts of a refused child. Judged on what was sent, so that no rule about lines can hide a protection.
 */
export function saidProtected({ persons }: Pick<ImportDocument, 'persons'>): ProtectedMention[] {
  const people = persons.flatMap((line) => [line, ...(line?.child?.contacts ?? [])]).filter((each) => each !== null && each !== undefined);
  const numbersOf = Map.groupBy(people, ({ localPersonId }) => textOf(localPersonId));
  return people
    .filter(({ person }) => person?.protected)
    .map((each) => {
      const localPersonId = textOf(each.localPersonId);
      const together = localPersonId ? (numbersOf.get(localPersonId) ?? []) : [each];
      return { localPersonId, nationalNumbers: [...new Set(together.flatMap(numbersOn))] };
    });
}

const numbersOn = ({ localPersonId, person }: LineTold | ContactTold): string[] =>
  [person?.nationalNumber, localPersonId].flatMap((text) => nationalNumberIn(text ?? '') ?? []);

/** Who these are: persons that are known, and newcomers of the very document. Where number and local id name two, it is both. */
export function personsOfMentions(
  mentions: readonly ProtectedMention[],
  { lines, newcomers }: Pick<Matched, 'lines' | 'newcomers'>,
  { byNumber, byFormerId }: KnownPersons,
  ties: readonly Pick<Tie, 'localPersonId' | 'uniId'>[],
): ReadonlySet<string> {
  const matched = lines.flatMap((line) => [line, ...line.contacts]);
  const named = [
    ...ties.map(({ localPersonId, uniId }) => ({ localPersonId, identity: uniId })),
    ...matched.map(({ told, identity }) => ({ localPersonId: told.facts.localPersonId, identity })),
  ];
  const byLocalId = Map.groupBy(named, ({ localPersonId }) => localPersonId);
  const numberOfNewcomer = new Map(newcomers.map(({ nationalNumber, key }) => [nationalNumber, key]));
  return new Set(
    mentions.flatMap(({ localPersonId, nationalNumbers }) => [
      ...nationalNumbers.flatMap((number) => byNumber.get(number) ?? numberOfNewcomer.get(number) ?? []),
      ...(localPersonId === null ? [] : (byLocalId.get(localPersonId) ?? []).map(({ identity }) => identity)),
      ...[byFormerId.get(localPersonId ?? '') ?? []].flat(),
    ]),
  );
}
