import type { ImportNotice } from '../../domain/importing/import-notice.ts';
import { type ImportPlan, type Picture, planImport } from '../../domain/importing/import-plan.ts';
import type { LockedSource, SourceKey } from '../../domain/importing/import-run.ts';
import type { ImportStore } from '../../domain/importing/import-store.ts';
import { type KnownPersons, type Matched, type MatchedLine, matchPersons, type Newcomer } from '../../domain/importing/matching.ts';
import type { ReadDocument } from '../../domain/document/read-document.ts';
import type { RefusedPerson, TakenPerson } from '../../domain/document/taken-person.ts';
import { personsOfMentions } from '../../domain/document/said-protected.ts';
import { showPersons } from './show-persons.ts';

interface TakenDocument {
  readonly plan: ImportPlan;
  readonly notices: readonly ImportNotice[];
  /** How many lines, contacts among them, were left out. */
  readonly refused: number;
}

/** Finds out who everyone is, gives new persons their identity, and keeps what differs from what stands of the source. */
export async function takeDocument(
  store: ImportStore,
  { source, actor, read }: { source: LockedSource; actor: string; read: ReadDocument },
): Promise<TakenDocument> {
  const { daycare, system, source: name, claimed } = source;
  const key = { daycare, system, source: name };
  const picture = { ...(await store.picture(key)), claimed };
  const known = await knownPersons(store, key, read, picture);
  const matched = matchPersons(read.lines, known);
  const protectedOnes = personsOfMentions(read.protectedOnes, matched, known, picture.ties);
  const issued = await store.issue(matched.newcomers.map((newcomer) => shielded(newcomer, protectedOnes)));
  const refused = [...read.refused, ...matched.refused];
  const plan = planImport(
    {
      source: key,
      lines: matched.lines.map((line) => named(line, issued)),
      groups: read.groups,
      spared: namesOf(refused, known),
      saidProtected: new Set([...protectedOnes].map((identity) => issued.get(identity) ?? identity)),
      at: store.at,
      newId: store.newId,
    },
    picture,
  );
  await showPersons(store, key, plan, toldOf(matched, issued));
  await store.revive(numbersOf(plan, matched, issued));
  await store.keepPlan(key, plan, actor);
  return { plan, notices: [...read.notices, ...matched.notices], refused: refused.length };
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

function named({ told, identity, contacts }: MatchedLine, issued: ReadonlyMap<string, string>): MatchedLine {
  const uniIdOf = (of: string) => issued.get(of) ?? of;
  return { told, identity: uniIdOf(identity), contacts: contacts.map((contact) => ({ ...contact, identity: uniIdOf(contact.identity) })) };
}

/** What the document tells to be the number of whom it brings. */
function numbersOf({ begun }: ImportPlan, { lines }: Matched, issued: ReadonlyMap<string, string>): ReadonlyMap<string, string | null> {
  const told = lines.flatMap((line) => [line, ...line.contacts]);
  const numbers = new Map(told.map(({ identity, told: { nationalNumber } }) => [issued.get(identity) ?? identity, nationalNumber]));
  return new Map(begun.map(({ uniId }) => [uniId, numbers.get(uniId) ?? null]));
}

const toldOf = ({ told }: Matched, issued: ReadonlyMap<string, string>) =>
  new Map([...told].map(([identity, person]) => [issued.get(identity) ?? identity, person]));
