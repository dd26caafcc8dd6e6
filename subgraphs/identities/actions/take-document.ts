import type { ImportNotice } from '../domain/importing/import-notice.ts';
import { type ImportPlan, type Picture, planImport } from '../domain/importing/import-plan.ts';
import type { SourceKey } from '../domain/importing/import-run.ts';
import type { ImportStore } from '../domain/importing/import-store.ts';
import { type KnownPersons, type Matched, type MatchedLine, matchPersons } from '../domain/importing/matching.ts';
import type { ReadDocument, RefusedPerson, TakenPerson } from '../domain/importing/read-document.ts';
import { personAfter } from '../domain/people/person.ts';

interface TakenDocument {
  readonly plan: ImportPlan;
  readonly notices: readonly ImportNotice[];
  /** How many lines, contacts among them, were left out. */
  readonly refused: number;
}

/** Finds out who everyone is, gives new persons their identity, and keeps what differs from what stands of the source. */
export async function takeDocument(
  store: ImportStore,
  { key, actor, read }: { key: SourceKey; actor: string; read: ReadDocument },
): Promise<TakenDocument> {
  const picture = await store.picture(key);
  const known = await knownPersons(store, key, read, picture);
  const matched = matchPersons(read.lines, known);
  const issued = await store.issue(matched.newcomers);
  await store.attach(matched.attached);
  const refused = [...read.refused, ...matched.refused];
  const spared = namesOf(refused, known);
  const plan = planImport(
    {
      source: key,
      lines: matched.lines.map((line) => named(line, issued)),
      groups: read.groups,
      spared,
      shielded: namesOf(
        refused.filter(({ isProtected }) => isProtected),
        known,
      ),
      numbered: new Set(matched.attached.keys()),
      at: store.at,
      newId: store.newId,
    },
    picture,
  );
  await keepPersons(store, key, plan, toldOf(matched, issued));
  await store.keepPlan(key, plan, actor);
  return { plan, notices: [...read.notices, ...matched.notices], refused: refused.length };
}

async function knownPersons(
  store: ImportStore,
  key: SourceKey,
  { lines, refused }: ReadDocument,
  { ties }: Picture,
): Promise<KnownPersons> {
  const people: readonly TakenPerson[] = lines.flatMap((line) => [line, ...line.contacts]);
  const byLocalId = new Map(ties.flatMap(({ localPersonId, uniId }) => (localPersonId ? [[localPersonId, uniId] as const] : [])));
  const byNumber = await store.personsOf([...people, ...refused].flatMap(({ nationalNumber }) => nationalNumber ?? []));
  const unheard = people.flatMap(({ nationalNumber, facts: { localPersonId } }) =>
    !nationalNumber && localPersonId && !byLocalId.has(localPersonId) ? [localPersonId] : [],
  );
  const gaining = people.flatMap(({ nationalNumber, facts }) =>
    nationalNumber && !byNumber.has(nationalNumber) ? (byLocalId.get(facts.localPersonId ?? '') ?? []) : [],
  );
  return { byNumber, byLocalId, byFormerId: await store.formerPersons(key, unheard), numbered: await store.numbered(gaining) };
}

/** The persons that refused lines are about, by local id or by number. */
function namesOf(refused: readonly RefusedPerson[], { byLocalId, byNumber }: KnownPersons): ReadonlySet<string> {
  return new Set(
    refused.flatMap(({ localPersonId, nationalNumber }) =>
      [byLocalId.get(localPersonId ?? '') ?? [], byNumber.get(nationalNumber ?? '') ?? []].flat(),
    ),
  );
}

function named({ told, identity, contacts }: MatchedLine, issued: ReadonlyMap<string, string>): MatchedLine {
  const uniIdOf = (of: string) => issued.get(of) ?? of;
  return { told, identity: uniIdOf(identity), contacts: contacts.map((contact) => ({ ...contact, identity: uniIdOf(contact.identity) })) };
}

const toldOf = ({ told }: Matched, issued: ReadonlyMap<string, string>) =>
  new Map([...told].map(([identity, person]) => [issued.get(identity) ?? identity, person]));

/** Changes how persons are shown where a tie of theirs began or changed; protection told anywhere holds everywhere. */
async function keepPersons(store: ImportStore, key: SourceKey, plan: ImportPlan, told: Matched['told']): Promise<void> {
  const touched = new Map([...plan.begun, ...plan.changed.map(({ after }) => after)].map((tie) => [tie.uniId, told.get(tie.uniId) ?? tie]));
  const standing = await store.lockPersons([...touched.keys()]);
  const unprotected = standing
    .filter(({ uniId, isProtected }) => isProtected && !touched.get(uniId)?.isProtected)
    .map(({ uniId }) => uniId);
  const elsewhere = await store.protectedElsewhere(unprotected, key);
  const steps = standing.flatMap((before) => {
    const person = touched.get(before.uniId);
    const after = person ? personAfter(before, person, elsewhere.has(before.uniId), store.at) : before;
    return after === before ? [] : [{ before, after }];
  });
  await store.keepPersons(steps);
}
