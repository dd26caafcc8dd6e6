import type { ImportDocument } from '../../domain/document/import-document.ts';
import { readDocument, type ReadDocument } from '../../domain/document/read-document.ts';
import { personsOfMentions } from '../../domain/document/said-protected.ts';
import type { RefusedPerson, TakenPerson } from '../../domain/document/taken-person.ts';
import { deltaOf, unknownAmong, withStandingGroups } from '../../domain/importing/delta.ts';
import type { ImportNotice } from '../../domain/importing/import-notice.ts';
import { type ImportPlan, type Picture, planImport } from '../../domain/importing/import-plan.ts';
import type { LockedSource, SourceKey } from '../../domain/importing/import-run.ts';
import type { ImportStore } from '../../domain/importing/import-store.ts';
import { type KnownPersons, type Matched, matchPersons, type Newcomer } from '../../domain/importing/matching.ts';
import { namedPlan } from '../../domain/importing/named-plan.ts';
import type { ToldPerson } from '../../domain/people/person.ts';
import { showPersons } from './show-persons.ts';

/** What a document would do to what stands of its source; newcomers are in it by their keys, since none of them is anybody yet. */
export interface PlannedDocument {
  readonly plan: ImportPlan;
  readonly picture: Picture;
  readonly newcomers: readonly Newcomer[];
  readonly told: ReadonlyMap<string, ToldPerson>;
  /** Their numbers, as the document tells them. */
  readonly numbers: ReadonlyMap<string, string | null>;
  readonly notices: readonly ImportNotice[];
  /** How many lines, contacts among them, were left out. */
  readonly refused: number;
}

/** Finds out who everyone in a document is, and what differs from what stands of the source; writes nothing. */
export async function planDocument(
  store: ImportStore,
  { claimed, ...source }: LockedSource,
  document: ImportDocument,
): Promise<PlannedDocument> {
  const key: SourceKey = { daycare: source.daycare, system: source.system, source: source.source };
  const picture = { ...(await store.picture(key)), claimed };
  const read = readDocument(withStandingGroups(document, picture.groups));
  const delta = deltaOf(document);
  const known = await knownPersons(store, key, read, picture);
  const matched = matchPersons(read.lines, known);
  const protectedOnes = personsOfMentions(read.protectedOnes, matched, known, picture.ties);
  const refused = [...read.refused, ...matched.refused];
  const plan = planImport(
    {
      source: key,
      lines: matched.lines,
      groups: read.groups,
      spared: namesOf(refused, known),
      saidProtected: protectedOnes,
      delta,
      at: store.at,
      newId: store.newId,
    },
    picture,
  );
  return {
    plan,
    picture,
    newcomers: matched.newcomers.map((newcomer) => shielded(newcomer, protectedOnes)),
    told: matched.told,
    numbers: numbersTold(matched),
    notices: [...read.notices, ...matched.notices, ...unknownAmong(delta, picture.ties)],
    refused: refused.length,
  };
}

/** Gives new persons their identity, and keeps what the plan changes. */
export async function keepDocument(
  store: ImportStore,
  { daycare, system, source }: SourceKey,
  { plan, newcomers, told, numbers }: PlannedDocument,
  actor: string,
): Promise<void> {
  const key = { daycare, system, source };
  const issued = await store.issue(newcomers);
  const named = namedPlan(plan, issued);
  await showPersons(store, key, named, issuedKeys(told, issued));
  await store.revive(numbersOf(named, issuedKeys(numbers, issued)));
  await store.keepPlan(key, named, actor);
}

async function knownPersons(
  store: ImportStore,
  key: SourceKey,
  { lines, refused, protectedOnes }: ReadDocument,
  { ties }: Picture,
): Promise<KnownPersons> {
  const people: readonly TakenPerson[] = lines.flatMap((line) => [line, ...line.contacts]);
  const byLocalId = new Map(ties.flatMap(({ localPersonId, uniId }) => (localPersonId ? [[localPersonId, uniId] as const] : [])));
  const byNumber = await store.personsOf([
    ...[...people, ...refused].flatMap(({ nationalNumber }) => nationalNumber ?? []),
    ...protectedOnes.flatMap(({ nationalNumbers }) => nationalNumbers),
  ]);
  const unheard = [
    ...people.flatMap(({ nationalNumber, facts: { localPersonId } }) => (nationalNumber ? [] : (localPersonId ?? []))),
    ...protectedOnes.flatMap(({ localPersonId }) => localPersonId ?? []),
  ].filter((localPersonId) => !byLocalId.has(localPersonId));
  const gaining = people.flatMap(({ nationalNumber, facts }) => {
    const uniId = byLocalId.get(facts.localPersonId ?? '');
    return nationalNumber && uniId && byNumber.get(nationalNumber) !== uniId ? [uniId] : [];
  });
  return {
    byNumber,
    byLocalId,
    byFormerId: await store.formerPersons(key, [...new Set(unheard)]),
    numbered: await store.numbered([...new Set(gaining)]),
  };
}

/** The persons that refused lines are about, by local id or by number. */
function namesOf(refused: readonly RefusedPerson[], { byLocalId, byNumber }: KnownPersons): ReadonlySet<string> {
  return new Set(
    refused.flatMap(({ localPersonId, nationalNumber }) =>
      [byLocalId.get(localPersonId ?? '') ?? [], byNumber.get(nationalNumber ?? '') ?? []].flat(),
    ),
  );
}

/** Somebody new whom another line says to be protected is so from the first moment. */
const shielded = (newcomer: Newcomer, protectedOnes: ReadonlySet<string>): Newcomer =>
  protectedOnes.has(newcomer.key) ? { ...newcomer, told: { ...newcomer.told, isProtected: true } } : newcomer;

/** The numbers of everybody in a document, by whom they are of. */
const numbersTold = ({ lines }: Matched): ReadonlyMap<string, string | null> =>
  new Map(lines.flatMap((line) => [line, ...line.contacts]).map(({ identity, told: { nationalNumber } }) => [identity, nationalNumber]));

/** What the document tells to be the number of whom it brings. */
const numbersOf = ({ begun }: ImportPlan, numbers: ReadonlyMap<string, string | null>): ReadonlyMap<string, string | null> =>
  new Map(begun.map(({ uniId }) => [uniId, numbers.get(uniId) ?? null]));

const issuedKeys = <Value>(of: ReadonlyMap<string, Value>, issued: ReadonlyMap<string, string>): ReadonlyMap<string, Value> =>
  new Map([...of].map(([identity, value]) => [issued.get(identity) ?? identity, value]));
